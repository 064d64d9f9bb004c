import { type DossierReading } from '../contract/dossier-view-shapes';
import { type FeeLineRow } from '../store/models/fee-line';
import { type LetterRow } from '../store/models/letter';
import { type PaymentRow } from '../store/models/payment';
import { type PostalOrderRow } from '../store/models/postal-order';
import { type ShownResult } from '../store/record-going-out';
import { instant } from './time-left';

type Shape<Name extends keyof DossierReading> = DossierReading[Name] extends (infer One)[] ? One : never;

export function presentFee(fee: FeeLineRow): Shape<'fees'> {
  const { key, kind, name, wording, amountDong, dueWhen, isRefundable, refundClause, state, exemptGround } = fee;
  return { key, kind, name, wording, amountDong, dueWhen, isRefundable, refundClause, state, exemptGround };
}

/** The reference of a bank transfer stays with the cashier. */
export function presentPayment({ amountDong, method, receiptNumber, state, paidAt }: PaymentRow): Shape<'payments'> {
  return { amountDong, method, receiptNumber, state, paidAt: instant(paidAt) };
}

/** A result with its signatures; the number alone is what the book says of it. */
export function presentResult(result: ShownResult): Shape<'results'> {
  const { id, outcome, kind, state, numberText, issuedOn, draftedAt, releasedAt, voidReason, signatures } = result;
  return {
    id,
    outcome,
    kind,
    state,
    numberText,
    issuedOn,
    draftedAt: instant(draftedAt),
    releasedAt: instant(releasedAt),
    voidReason,
    signatures: signatures.map((one) => ({ ...one, signedAt: instant(new Date(one.signedAt)) })),
  };
}

export function presentLetter({
  id,
  form,
  number,
  fileSha256: sha256,
  byteSize,
  isSealed,
  reprintOfId,
  issuedAt,
}: LetterRow): Shape<'letters'> {
  return { id, form, number, sha256, byteSize, isSealed, isReprint: reprintOfId !== null, issuedAt: instant(issuedAt) };
}

export function presentParcel(parcel: PostalOrderRow): Shape<'parcels'> {
  const { code, carrierCode, direction, state, attempts, cashOnDeliveryDong, madeAt, handedOverAt, finishedAt } = parcel;
  return {
    code,
    carrierCode,
    direction,
    state,
    attempts: attempts,
    cashOnDeliveryDong: cashOnDeliveryDong,
    madeAt: instant(madeAt),
    handedOverAt: instant(handedOverAt),
    finishedAt: instant(finishedAt),
  };
}
