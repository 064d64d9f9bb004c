import { type CountedLimit } from '../limit';
import { limitEndsAt } from '../wait-due';
import { type WorkingCalendar } from '../working-calendar';

/** What one agency is asked for its opinion on. */
export interface Consultation {
  /** when that very agency confirmed that it has the request; null while it is under way */
  readonly receivedAt: Date | null;
  /** the time the procedure gives for an answer */
  readonly limit: CountedLimit;
  /** the clause by which silence is consent in this procedure; null: it says nothing of silence */
  readonly silenceClause: string | null;
}

/** What an agency's silence says at a moment. `deemed-consent` is marked "coi như đồng ý", with its clause. */
export type Silence = 'not-received' | 'awaited' | 'overdue' | 'deemed-consent';

/** When an answer is due: counted from the receipt of that agency, whenever the others got theirs; null before it. */
export function opinionDueAt({ receivedAt, limit }: Consultation, calendar: WorkingCalendar): Date | null {
  return receivedAt && limitEndsAt(receivedAt, limit, calendar);
}

/**
 * Silence counts as consent only once the agency's own time is over, and only
 * where the procedure says so by its clause; elsewhere the answer is overdue, and
 * the agency is chased.
 */
export function silenceAt(consultation: Consultation, now: Date, calendar: WorkingCalendar): Silence {
  const dueAt = opinionDueAt(consultation, calendar);
  if (!dueAt) return 'not-received';
  if (now <= dueAt) return 'awaited';
  return consultation.silenceClause?.trim() ? 'deemed-consent' : 'overdue';
}

/**
 * As what an answer is filed. After silence has become consent it is a late
 * opinion: kept on record, and it takes the consent back no more (E22).
 */
export function opinionFiledAs(consultation: Consultation, answeredAt: Date, calendar: WorkingCalendar): 'opinion' | 'late-opinion' {
  return silenceAt(consultation, answeredAt, calendar) === 'deemed-consent' ? 'late-opinion' : 'opinion';
}
