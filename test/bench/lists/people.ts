import { type Client } from 'pg';
import { copyInto } from './copy-into';
import { fullName } from './names';
import { type Random } from './random';

export type Person = { id: string; name: string; phone: string; number: string };

/** So many people of the province, made up. */
export async function copyPeople(owner: Client, random: Random, { count, at }: { count: number; at: Date }): Promise<Person[]> {
  const people = Array.from({ length: count }, (_, place) => ({
    id: random.uuid(),
    name: fullName(random),
    phone: `09${String(random.below(1e8)).padStart(8, '0')}`,
    number: `042${String(place).padStart(9, '0')}`,
  }));
  const copying = copyInto(owner, 'people (id, full_name, phone, created_at)');
  for (const { id, name, phone } of people) await copying.put([id, name, phone, at]);
  await copying.end();
  return people;
}
