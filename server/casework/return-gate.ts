import { type ReturnWay } from '../domain/channels';
import { checkReturn } from '../domain/guards/return';
import { isCashOnDelivery } from '../domain/return-way';
import { type NationalStatus } from '../domain/status';
import { outstandingDong } from '../domain/fee-settlement';
import { readLedger } from '../store/fee-account';
import { findParcelOut } from '../store/postal-orders';
import { type Context } from './context';
import { type Case } from './read-case';

/**
 * R08, for every way out of the house: the result is at the centre, no parcel has
 * it, and the fees are settled, exempt or, by post, declared as cash on delivery.
 * Answers the cash that the postman is to collect.
 */
export async function judgeReturn(context: Context, { dossier }: Case, way: ReturnWay): Promise<number> {
  const { lines } = await readLedger(context.tx, dossier.id);
  const settlements = lines.map(({ settlement }) => settlement);
  const codDong = way === 'post' && isCashOnDelivery(dossier) ? outstandingDong(settlements) : 0;
  const parcelOut = (await findParcelOut(context.tx, dossier.id))?.code ?? null;
  checkReturn({ status: dossier.status as NationalStatus, way, settlements, codDong, parcelOut });
  return codDong;
}
