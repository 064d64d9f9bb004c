import { type Generated } from './generate';
import { type Question } from './load';
import { typedFor } from './names';
import { type Random } from './random';
import { type StaffReader } from './readers';

export const KINDS = ['worklist', 'search', 'tracking'] as const;
export type Kind = (typeof KINDS)[number];

/** The same thing asked of the office, and of express with plain `pg`, which has to be told who asks. */
export type Pair = { ours: Question; plain: Question };
export type Questions = Record<Kind, (random: Random) => Pair>;

/** What the staff of the busiest bodies and the holders of codes ask; no two questions after one another are alike. */
export function questionsOf({ codes, owners }: Generated, readers: readonly StaffReader[]): Questions {
  const one = <Value>(values: readonly Value[], random: Random) => values[random.below(values.length)]!;
  const namesAt = new Map(
    readers.map(({ agencyId }) => [agencyId, owners.filter((owner) => owner.agencyId === agencyId).map(({ name }) => name)]),
  );
  let asked = 0;

  function worklist(random: Random): Pair {
    const { headers, at, duty, staffId } = one(readers, random);
    return {
      ours: { method: 'GET', path: '/api/work', headers },
      plain: { method: 'GET', path: `/api/work?agency=${at}&duty=${duty}&staff=${staffId}`, headers: {} },
    };
  }
  function search(random: Random): Pair {
    const { headers, agencyId, at } = one(readers, random);
    const words = typedFor(one(namesAt.get(agencyId)!, random), random);
    const found = { method: 'POST', path: '/api/searches/dossiers' } as const;
    return {
      ours: { ...found, headers, body: JSON.stringify({ words }) },
      plain: { ...found, headers: {}, body: JSON.stringify({ words, agency: at }) },
    };
  }
  /** Each from an address of its own: how often one may ask is limited. */
  function tracking(random: Random): Pair {
    const sent = { method: 'POST', path: '/api/searches/tracking', body: JSON.stringify({ code: one(codes, random) }) } as const;
    asked++;
    const from = `10.${(asked >> 16) & 255}.${(asked >> 8) & 255}.${asked & 255}`;
    return { ours: { ...sent, headers: { 'X-Forwarded-For': from } }, plain: { ...sent, headers: {} } };
  }
  return { worklist, search, tracking };
}
