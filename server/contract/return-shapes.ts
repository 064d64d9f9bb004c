import { z } from 'zod';
import { PARCEL_EVENT_KINDS } from '../domain/parcels';
import { FeeLineShape } from './dossier-shapes';
import { Dong, Id, Instant } from './shapes';

/** One payment, as it is booked. `refundDueDong` is what goes back to the payer. */
export const PaymentShape = z.strictObject({
  id: Id,
  method: z.enum(['cash', 'transfer', 'gateway', 'cash-on-delivery']),
  amountDong: Dong,
  state: z.enum(['waiting', 'settled', 'refund-due', 'not-refundable', 'refunded', 'failed']),
  keptDong: Dong,
  refundDueDong: Dong,
  reference: z.string().nullable(),
  receiptNumber: z.string().nullable(),
  feeKeys: z.array(z.string()),
  paidAt: Instant,
});

/** The account of a dossier. `outstandingDong` counts what is known; `isAmountKnown` false: a fee waits for the council's decision. */
export const FeesAnswer = z.strictObject({
  lines: z.array(FeeLineShape),
  payments: z.array(PaymentShape),
  outstandingDong: Dong,
  refundDueDong: Dong,
  isAmountKnown: z.boolean(),
});
export type FeesAnswer = z.infer<typeof FeesAnswer>;

/** A parcel as the post and the centre see it: nothing of what is in it, and nobody's address. */
export const ParcelAnswer = z.strictObject({
  code: z.string(),
  carrierCode: z.string().nullable(),
  direction: z.enum(['to-office', 'to-home']),
  state: z.enum(['made', 'ordered', 'handed-over', 'moving', 'failed', 'returned', 'delivered', 'cancelled', 'lost']),
  attempts: z.int(),
  cashOnDeliveryDong: Dong,
  collectedDong: Dong.nullable(),
  finishedAt: Instant.nullable(),
  events: z.array(
    z.strictObject({
      kind: z.enum(PARCEL_EVENT_KINDS),
      attempt: z.int(),
      eventAt: Instant,
      reason: z.string().nullable(),
      isContradiction: z.boolean(),
    }),
  ),
});
export type ParcelAnswer = z.infer<typeof ParcelAnswer>;

/** Calls that are to be made, or people who were called and not reached. */
export const CallState = z.enum(['to-make', 'unreached']);

export const CallsAnswer = z.strictObject({
  items: z.array(
    z.strictObject({
      id: Id,
      dossierId: Id,
      code: z.string().nullable(),
      personName: z.string(),
      phone: z.string().nullable(),
      about: z.string(),
      madeAt: Instant,
      calledAt: Instant.nullable(),
      outcome: z.string().nullable(),
    }),
  ),
});
export type CallsAnswer = z.infer<typeof CallsAnswer>;
