import { type AnyEndpoint } from '../../../server/contract/endpoint';
import { type Client } from '../client';
import { type ActorName, isDuty, STAFF_DUTIES, type Who } from '../matrix/actors';
import { type Ask } from '../matrix/asks/ask';
import { ASKS } from '../matrix/asks/all';
import { clientsOf, placeFor } from '../matrix/people';
import { type Line, verdictsOf } from '../matrix/table';
import { type World } from '../matrix/world';

/** Somebody with a right request in hand, and how large a part of all requests is theirs. */
export type Knocker = { name: string; client: Client; ask: Ask; share: number };

/**
 * Most requests come from somebody who may, so that they come far; some from one
 * who holds every duty where that somebody works, from nobody, and from a citizen.
 */
export async function knockersAt(world: World, table: readonly Line[], endpoint: AnyEndpoint): Promise<Knocker[]> {
  const may = [...verdictsOf(table, endpoint.id)].filter(([, { own }]) => own === 'yes').map(([actor]) => actor);
  const first = may[0] ?? 'anonymous';
  const knockers = await Promise.all([
    knocker(first, 0.6),
    knocker(may.at(-1) ?? 'citizen', 0.1),
    knocker('anonymous', 0.05),
    knocker('citizen', 0.05),
    everyDuty(may.find(isDuty), 0.2),
  ]);
  for (const { client } of knockers) await client.enter();
  return knockers;

  async function knocker(actor: ActorName, share: number): Promise<Knocker> {
    const who: Who = { actor, side: 'own' };
    const ask = await ASKS[endpoint.id]!(world, who);
    return { name: actor, client: clientsOf(world, who, ask.home ?? 'ward')[0]!, ask, share };
  }

  async function everyDuty(duty: (typeof STAFF_DUTIES)[number] = 'clerk', share: number): Promise<Knocker> {
    const ask = await ASKS[endpoint.id]!(world, { actor: duty, side: 'own' });
    const place = placeFor(duty, ask.home ?? 'ward', 'own');
    return { name: `every duty at ${place}`, client: world.office.as([...STAFF_DUTIES], { place, who: 'every duty' }), ask, share };
  }
}
