import { type ReturnWay } from '../domain/channels';
import { refuseUnless } from '../domain/refusal';
import { findLiveResult } from '../store/results';
import { type Context } from './context';
import { type Case } from './read-case';

/** Refuses a way of return that the version does not open, and the way online for a result that is a paper. */
export async function judgeReturnWay(context: Context, { dossier, procedure }: Case, way: ReturnWay): Promise<void> {
  const result = way === 'online' ? await findLiveResult(context.tx, dossier.id) : undefined;
  const mayBeElectronic = procedure.result.kinds.includes('electronic') && result?.kind !== 'paper';
  refuseUnless(procedure.returnWays.includes(way) && (way !== 'online' || mayBeElectronic), 'delivery-way-closed');
}
