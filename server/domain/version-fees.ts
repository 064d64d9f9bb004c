import { type Channel } from './channels';
import { computeFees, type DossierEnd, type FeeDue, type FeeLine } from './fees';
import { parsePlainDate, type PlainDate } from './plain-date';
import { type FeeDescription } from './procedure';
import { Refusal } from './refusal';

/** What the fees of one dossier depend on. */
export interface FeeBasis {
  readonly channel: Channel;
  /** the day of submission: its fees govern */
  readonly submittedOn: PlainDate;
  readonly answers: Readonly<Record<string, unknown>>;
}

/** One fee of a procedure version, and what it comes to for one dossier. */
export interface VersionFee {
  readonly description: FeeDescription;
  readonly due: FeeDue;
}

/** How a dossier may end without a result: what is given back after one of them is given back after all (the version knows only yes or no). */
export const ENDS_WITHOUT_RESULT: readonly DossierEnd[] = ['refused-at-intake', 'refused', 'stopped', 'withdrawn', 'expired'];

/**
 * The fees that a published version asks for a dossier of this channel, day and
 * form (R24). An exemption is never taken from a form: a person who has seen its
 * ground grants it.
 */
export function feesOfVersion(fees: readonly FeeDescription[], basis: FeeBasis): VersionFee[] {
  return fees.flatMap((description) => {
    const copies = [{ pages: 1, count: countOf(description, basis) }];
    const facts = { channel: basis.channel, submittedOn: basis.submittedOn, copies, exemptionGrounds: [] };
    return computeFees([lineOf(description)], facts).map((due) => ({ description, due }));
  });
}

function lineOf(fee: FeeDescription): FeeLine {
  return {
    id: fee.key,
    kind: fee.kind,
    amount:
      fee.amountDong === null
        ? { by: 'council-decision' }
        : { by: 'fixed', amountDong: fee.amountDong, per: fee.perAnswer === null ? 'dossier' : 'copy' },
    wording: fee.wording,
    channels: fee.channels.length > 0 ? fee.channels : null,
    dueOn: fee.dueWhen,
    refund: { after: fee.isRefundable ? ENDS_WITHOUT_RESULT : [], clause: fee.refundClause?.text ?? '' },
    exemptions: [],
    accountId: fee.account ?? '',
    validFromOn: parsePlainDate(fee.validFromOn),
    validToOn: fee.validToOn === null ? null : parsePlainDate(fee.validToOn),
  };
}

/** How many units the form asks for. A number that the form has not got yet is no reason to charge nothing. */
function countOf({ perAnswer, key }: FeeDescription, { answers }: FeeBasis): number {
  if (perAnswer === null) return 1;
  const count = Object.hasOwn(answers, perAnswer) ? answers[perAnswer] : undefined;
  if (typeof count !== 'number' || !Number.isSafeInteger(count) || count < 1)
    throw new Refusal('answer-invalid', { answer: perAnswer, fee: key });
  return count;
}
