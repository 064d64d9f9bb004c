import { announceCalendarChange } from '../../casework/calendar-changed';
import { type Context } from '../../casework/context';
import { actorColumns } from '../../casework/record-act';
import { Refusal, refuseUnless } from '../../domain/refusal';
import { findAgencyByCode } from '../../store/agencies';
import { insertPublication, putCalendarDay } from '../../store/office-calendar';

export type PublishCalendar = {
  publishedFromOn: string;
  publishedThroughOn: string;
  decision: string;
  isDemonstration: boolean;
  days: readonly {
    onDate: string;
    kind: 'off' | 'make-up' | 'closure';
    name: string;
    decision: string;
    source: string | null;
    agencyCode: string | null;
    movesDates: boolean;
  }[];
};

/**
 * Publishes working days through a date, by a named decision. Running dates follow
 * the calendar from here on; nothing is counted past the published end.
 */
export async function publishCalendar(context: Context, input: PublishCalendar): Promise<number> {
  const { tx, now } = context;
  refuseUnless(input.publishedFromOn <= input.publishedThroughOn, 'date-impossible', {
    why: { vi: 'ngày kết thúc phải sau ngày bắt đầu', en: 'the end must follow the beginning' },
  });
  const { id } = await insertPublication(tx, {
    publishedFromOn: input.publishedFromOn,
    publishedThroughOn: input.publishedThroughOn,
    decision: input.decision,
    demonstration: input.isDemonstration,
    publishedAt: now,
    publishedBy: actorColumns(context.actor).actorName,
  });
  for (const { agencyCode, ...day } of input.days) {
    const agency = agencyCode === null ? null : await findAgencyByCode(tx, agencyCode);
    if (agency === undefined) throw new Refusal('not-found');
    await putCalendarDay(tx, { ...day, agencyId: agency?.id ?? null, publicationId: id });
  }
  await announceCalendarChange(context, { decision: input.decision, after: null });
  return id;
}
