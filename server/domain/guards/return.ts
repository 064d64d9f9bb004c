import { type ReturnWay } from '../channels';
import { isFeeCleared, outstandingDong, type Settlement } from '../fee-settlement';
import { Refusal, refuseUnless } from '../refusal';
import { type NationalStatus } from '../status';

/** A result that is to leave the centre. */
export interface ResultReturn {
  readonly status: NationalStatus;
  readonly way: ReturnWay;
  /** of every fee line that is due by the return */
  readonly settlements: readonly Settlement[];
  /** declared to the post as cash on delivery; 0 for other ways */
  readonly codDong: number;
  /** the parcel that has the result now, if it is out */
  readonly parcelOut: string | null;
}

/**
 * A result is returned when it is ready at the centre (9), nothing of it is in
 * the hands of the post, and the fee is settled or exempt; by post, what is
 * outstanding may be cash on delivery.
 */
export function checkReturn(result: ResultReturn): void {
  refuseUnless(result.status === 9, 'result-not-ready');
  if (result.parcelOut !== null) throw new Refusal('parcel-out', { code: result.parcelOut });
  if (!isFeeCleared(result.settlements, result.way, result.codDong)) {
    throw new Refusal('fee-unsettled', { amount: outstandingDong(result.settlements) });
  }
}
