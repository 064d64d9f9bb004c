import { Refusal } from '../../domain/refusal';
import { callsToMake, unreachedCalls, type CallToMake } from '../../store/calls';
import { type Reader } from '../reader';

const MOST = 200;

/** The people of a centre who have to be called, or were called in vain (R40). */
export async function listCalls({ tx, actor, seen }: Reader, { state }: { state: 'to-make' | 'unreached' }): Promise<CallToMake[]> {
  if (actor.kind !== 'staff') throw new Refusal('not-permitted');
  const calls = await (state === 'to-make' ? callsToMake : unreachedCalls)(tx, actor.actsFor, MOST);
  for (const { dossierId } of calls) seen.push({ dossierId });
  return calls;
}
