import { localDateOf } from '../local-time';
import { type CountedLimit, type Limit } from '../limit';
import { type PlainDate } from '../plain-date';
import { Refusal, refuseUnless } from '../refusal';
import { limitEndsAt } from '../wait-due';
import { type WorkingCalendar } from '../working-calendar';
import { numericDate } from '../words/dates';
import { limitWords } from '../words/limits';
import { type Words } from '../words/words';

/** Why a request may go beyond the rule, and who allows it. */
export interface Override {
  readonly ground: string;
  readonly approvedBy: string | null;
}

/** A supplement that an officer proposes, seen against what the phase has already had. */
export interface SupplementProposal {
  readonly proposedBy: string;
  readonly askedInPhase: number;
  /** one, unless sector law allows more (building permits: two) */
  readonly allowedPerPhase: number;
  readonly divisionReceivedAt: Date;
  /** three working days, or what sector law has for this round */
  readonly limit: CountedLimit;
  readonly items: readonly { readonly reason: string }[];
  readonly override: Override | null;
}

/**
 * A supplement is asked once in a phase, with all its reasons at once, and
 * within the limit from the division's receipt (NĐ 61/2018 Art. 15.3, 19.4). A
 * further or a late one needs a ground and somebody else's approval.
 */
export function checkSupplementProposal(proposal: SupplementProposal, now: Date, calendar: WorkingCalendar): void {
  refuseUnless(proposal.items.length > 0 && proposal.items.every((item) => item.reason.trim()), 'reason-missing');
  if (proposal.askedInPhase >= proposal.allowedPerPhase) {
    checkOverride(proposal, new Refusal('supplement-already-asked', { asked: proposal.askedInPhase }));
  }
  const byAt = limitEndsAt(proposal.divisionReceivedAt, proposal.limit, calendar);
  if (now > byAt) {
    const facts = { limit: bothLanguages(proposal.limit), date: numericDate(localDateOf(byAt)) };
    checkOverride(proposal, new Refusal('supplement-too-late', facts));
  }
}

function bothLanguages(limit: CountedLimit): Words {
  return { vi: limitWords(limit, 'vi'), en: limitWords(limit, 'en') };
}

/** Without any override the rule itself is the refusal; a half one lacks its ground or its approver. */
function checkOverride({ override, proposedBy }: SupplementProposal, refusal: Refusal): void {
  if (!override) throw refusal;
  refuseUnless(override.ground.trim(), 'ground-missing');
  refuseUnless(override.approvedBy !== null && override.approvedBy !== proposedBy, 'approver-needed');
}

/** The last day of the citizen's answer, as sector law sets it. */
export interface AnswerLastDay {
  readonly on: PlainDate;
  readonly clause: string;
}

/**
 * The last day of an answer to a request that is issued now: it exists only with
 * the clause of law that sets it; without one the citizen is only reminded.
 * Refuses `ground-missing` for a limit without its clause.
 */
export function answerLastDay(
  within: { readonly limit: Limit; readonly clause: string } | null,
  issuedAt: Date,
  calendar: WorkingCalendar,
): AnswerLastDay | null {
  if (!within) return null;
  refuseUnless(within.clause.trim(), 'ground-missing');
  return { on: localDateOf(limitEndsAt(issuedAt, within.limit, calendar)), clause: within.clause };
}
