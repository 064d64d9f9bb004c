import { localDateOf } from '../local-time';
import { type CountedLimit } from '../limit';
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

/** A last day for the citizen's answer appears only with the clause of law that sets it. */
export function checkAnswerLastDay(lastOn: PlainDate | null, clause: string | null, issuedOn: PlainDate): void {
  if (lastOn === null) return;
  refuseUnless(clause?.trim(), 'ground-missing');
  refuseUnless(lastOn > issuedOn, 'date-impossible');
}

/** One sending of the citizen, and what the office found. */
export interface SupplementAnswer {
  readonly sentAt: Date;
  /** null while nobody has looked */
  readonly found: 'complete' | 'incomplete' | null;
}

/**
 * When the pause of a supplement ends: the moment of the sending that the
 * office confirms as complete, however long the look took. An incomplete one
 * reopens the same request, and the clock goes on standing: null.
 */
export function supplementPauseEnd(answers: readonly SupplementAnswer[]): Date | null {
  return answers.find((answer) => answer.found === 'complete')?.sentAt ?? null;
}
