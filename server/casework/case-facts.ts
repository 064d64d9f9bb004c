import { type Facts, unknownFacts } from '../domain/facts';
import { isReceivedInTime } from '../domain/hand-over';
import { type Context } from './context';
import { feeGate } from './fee-gate';
import { type Case } from './read-case';

/**
 * What the diagram may know at this step, whole: what earlier acts decided, and
 * what the record says now. Facts of the record are never kept with the position,
 * so that a fee paid meanwhile counts at the next gateway.
 */
export async function caseFacts(context: Context, { dossier, procedure }: Case, decided: Partial<Facts>): Promise<Facts> {
  const { isPaymentDue, isCleared } = await feeGate(context, dossier);
  return {
    ...unknownFacts,
    ...decided,
    channel: dossier.channel,
    returnWay: dossier.returnWay,
    receiptNeeded: await isReceiptNeeded(context, { dossier, procedure }),
    paymentDue: isPaymentDue,
    feeCleared: isCleared,
    draftConfirmation: procedure.draftConfirmation !== null,
    sectorNumber: procedure.needsSectorNumber ? 'needed' : 'none',
    resultKind: decided.resultKind ?? (procedure.result.kinds.includes('electronic') ? 'electronic' : 'paper'),
  };
}

/** A receipt with a date: always, but for what is done in the same visit, unless asked for or received after 15:00 (NĐ 61/2018 Art. 17.4). */
async function isReceiptNeeded(context: Context, { dossier }: Case): Promise<boolean> {
  if (!dossier.isSameDay || dossier.isReceiptWanted) return true;
  if (!dossier.acceptedAt) return false;
  return !isReceivedInTime(dossier.acceptedAt, await context.parts.calendarOf(context.tx, dossier.agencyId));
}
