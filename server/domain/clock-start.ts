import { Refusal, refuseUnless } from './refusal';

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
  refuseUnless(entry.receivedAt <= entry.recordedAt, 'date-impossible', {
    why: { vi: 'thời điểm nhận ở tương lai', en: 'the receipt lies in the future' },
  });
  refuseUnless(entry.reason.trim(), 'reason-missing');
  if (entry.approvedBy === null || entry.approvedBy === entry.enteredBy) throw new Refusal('approver-needed');
}
