import { isCashOnDelivery } from '../domain/return-way';
import { type DossierRow } from '../store/models/dossier';
import { openFeesOf, type OpenFee } from '../store/fees';
import { type Context } from './context';

/** Whether money stands in the way: of the work, or of the return. */
export type FeeGate = {
  /** A fee of filing or acceptance is open: work does not begin. */
  isPaymentDue: boolean;
  /** Nothing is open: a result may be returned. */
  isCleared: boolean;
};

/**
 * Reads what is open now. A fee that the postman is to collect stands in nobody's
 * way; an amount that nobody has decided does, whatever was declared.
 */
export async function feeGate(context: Context, dossier: DossierRow): Promise<FeeGate> {
  const atTheDoor = isCashOnDelivery(dossier);
  const standing = (await openFeesOf(context.tx, dossier.id)).filter(({ amountDong }) => !(atTheDoor && amountDong !== null));
  return { isPaymentDue: standing.some(isDueBeforeWork), isCleared: standing.length === 0 };
}

function isDueBeforeWork({ dueWhen }: OpenFee): boolean {
  return dueWhen !== 'return';
}
