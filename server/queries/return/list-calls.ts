import { asStaff } from '../../policies/actor';
import { deskScope } from '../../policies/scope';
import { callsToMake, unreachedCalls, type CallToMake } from '../../store/calls';
import { type Reader } from '../reader';

const MOST = 200;

/** The people of a centre who have to be called, or were called in vain (R40). */
export async function listCalls({ tx, actor, seen }: Reader, { state }: { state: 'to-make' | 'unreached' }): Promise<CallToMake[]> {
  const { agencyIds } = deskScope(asStaff(actor));
  const calls = await (state === 'to-make' ? callsToMake : unreachedCalls)(tx, agencyIds, MOST);
  for (const { dossierId } of calls) seen.push({ dossierId });
  return calls;
}
