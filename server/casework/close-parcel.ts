import { type ParcelEventKind } from '../domain/parcels';
import { type PostalOrderRow } from '../store/models/postal-order';
import { type ParcelEventRow } from '../store/models/parcel-event';
import { parcelEventsOf } from '../store/parcel-events';
import { changePayment, findPaymentByReference } from '../store/payments';
import { changePostalOrder } from '../store/postal-orders';
import { openTasksOf } from '../store/tasks';
import { type Context } from './context';
import { type FeeFacts } from './open-fees';
import { openParcelIncident } from './parcel-incident';
import { type Case } from './read-case';
import { registerReturn } from './register-return';
import { takePayment } from './take-payment';
import { takeStep } from './take-step';

type End = 'delivered' | 'returned' | 'cancelled' | 'lost';
type Told = ParcelEventRow & { kind: ParcelEventKind };

/** The diagram waits for two messages of one act; the end of the trip says which of them has come. */
const MESSAGES: Record<End, string> = {
  delivered: 'parcel-delivered',
  returned: 'parcel-failed',
  cancelled: 'parcel-failed',
  lost: 'parcel-failed',
};

/**
 * The trip of a parcel to the applicant has ended, once: delivered and collected,
 * the dossier is returned (10) and the register names who took it; otherwise the
 * centre takes the parcel back and the dossier stays at 9 (R08, R38).
 */
export async function closeParcel(context: Context, subject: Case, order: PostalOrderRow, end: End): Promise<void> {
  const event = (await parcelEventsOf(context.tx, order.id)).find((one) => one.kind === end && !one.isContradiction)!;
  await changePostalOrder(context.tx, order.id, { finishedAt: context.now });
  const fees = end === 'delivered' ? await collectCash(context, subject, order, event) : await dropCash(context, order);
  const wait = (await openTasksOf(context.tx, order.dossierId)).find(({ message }) => message === MESSAGES[end]);
  if (!wait) return openParcelIncident(context, subject, order, 'parcel-unplaced', event);
  await takeStep(context, subject, {
    act: 'record-parcel-event',
    taskId: wait.id,
    change: { subStatus: end === 'delivered' ? 'returned' : 'delivery-failed' },
    record: { fees, detail: { parcel: order.code, kind: end, attempt: event.attempt, eventAt: event.eventAt.toISOString() } },
  });
  if (end === 'lost') await openParcelIncident(context, subject, order, 'parcel-lost', event);
  if (end !== 'delivered') return;
  await registerReturn(context, subject.dossier, 'result', {
    way: 'post',
    at: event.eventAt,
    name: event.recipientName,
    paper: event.recipientPaper,
    number: null,
    relation: event.recipientRelation,
    authorisation: null,
    note: order.code,
  });
}

/** What was declared at the hand-over has come; if the applicant has paid meanwhile, it is paid twice, and the ledger says so. */
async function collectCash(context: Context, { dossier }: Case, order: PostalOrderRow, { eventAt }: Told): Promise<FeeFacts> {
  if (order.cashOnDeliveryDong === 0) return [];
  const declared = { method: 'cash-on-delivery', reference: order.code, amountDong: order.cashOnDeliveryDong } as const;
  const { fees } = await takePayment(context, dossier, { ...declared, paidAt: eventAt, feeKeys: [], outcome: 'received' });
  return fees;
}

/** No cash will come with this parcel. */
async function dropCash(context: Context, { code }: PostalOrderRow): Promise<FeeFacts> {
  const declared = await findPaymentByReference(context.tx, { method: 'cash-on-delivery', reference: code });
  if (declared?.state === 'waiting') await changePayment(context.tx, declared.id, { state: 'failed' });
  return [];
}
