import { type FeeDescription } from './procedure';
import { type FeeBasis, feesOfVersion } from './version-fees';

/** A fee before filing; `amountDong` null: the council has not decided it, or the form has not said how many yet. */
export interface PreviewedFee {
  readonly description: FeeDescription;
  readonly amountDong: number | null;
}

/** What an applicant will be asked to pay, as far as the draft says. */
export function previewFees(fees: readonly FeeDescription[], basis: FeeBasis): PreviewedFee[] {
  return fees.flatMap((fee) => {
    const isCounted = fee.perAnswer === null || isCount(basis.answers[fee.perAnswer]);
    const known = isCounted ? fee : { ...fee, perAnswer: null, amountDong: null };
    return feesOfVersion([known], basis).map(({ due }) => ({ description: fee, amountDong: due.amountDong }));
  });
}

function isCount(answer: unknown): boolean {
  return Number.isSafeInteger(answer) && Number(answer) >= 1;
}
