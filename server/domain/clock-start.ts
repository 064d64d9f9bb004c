import { Refusal, refuseUnless } from './refusal';

/** What decides when the processing time begins to run. */
export interface ClockStartFacts {
  /** received complete and correct, as the receipt shows */
  readonly acceptedAt: Date;
  /** taken in at another centre than the competent agency's own */
  readonly isNonTerritorial: boolean;
  /** when the competent agency confirmed it has the dossier; null until then */
  readonly competentReceivedAt: Date | null;
}

/**
 * The instant from which a dossier's limit is counted: acceptance, or, taken in
 * elsewhere, the competent agency's own receipt (NĐ 118/2025 Art. 17.3 as
 * amended by NĐ 309/2026). Null while it is still under way to that agency.
 */
export function clockStart(facts: ClockStartFacts): Date | null {
  return facts.isNonTerritorial ? facts.competentReceivedAt : facts.acceptedAt;
}

/** The fact that makes a dossier received, by the way it came. */
export type Receipt =
  | { readonly channel: 'online'; readonly submittedAt: Date }
  /** both have signed the Biên bản giao nhận (QĐ 45/2016/QĐ-TTg Art. 7.4) */
  | { readonly channel: 'post'; readonly handOverSignedAt: Date }
  | { readonly channel: 'counter'; readonly acceptedAt: Date };

/** Receipt is a fact, not the moment of typing. */
export function receivedAt(receipt: Receipt): Date {
  switch (receipt.channel) {
    case 'online':
      return receipt.submittedAt;
    case 'post':
      return receipt.handOverSignedAt;
    case 'counter':
      return receipt.acceptedAt;
  }
}

/** An entry made after an outage from the paper list. */
export interface LateEntry {
  /** the real time, as the paper list has it */
  readonly receivedAt: Date;
  readonly recordedAt: Date;
  readonly reason: string;
  readonly enteredBy: string;
  readonly approvedBy: string | null;
}

/** Refuses a late entry without reason, without another person's approval, or with a time still to come. */
export function checkLateEntry(entry: LateEntry): void {
  refuseUnless(entry.receivedAt <= entry.recordedAt, 'date-impossible');
  refuseUnless(entry.reason.trim(), 'reason-missing');
  if (entry.approvedBy === null || entry.approvedBy === entry.enteredBy) throw new Refusal('approver-needed');
}
