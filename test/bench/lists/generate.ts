import { type Client } from 'pg';
import { copyInto, type Field } from './copy-into';
import { courseOf, DAYS, DOSSIER_COLUMNS, dossierRow } from './dossiers';
import { copyPeople } from './people';
import { bodiesOf, type Body, proceduresOf } from './province';
import { randomFrom } from './random';
import { TASK_COLUMNS, tasksOf } from './steps';

/** What was generated, for those who will ask for it; of the owners, one in twenty. */
export type Generated = { codes: string[]; owners: { agencyId: number; name: string }[]; tasks: number };

/** Above all numbers that the seed has given. */
const FIRST_NUMBER = 5001;
const DAY = 24 * 60 * 60 * 1000;

/**
 * Fills the province with a year of dossiers, through COPY: a few wards have most
 * of them, a tenth is still at some desk, some of it late. Only what lists and
 * searches read: no journal, no positions, no timers that a sweep would ring.
 */
export async function generate(owner: Client, { dossiers, now }: { dossiers: number; now: Date }): Promise<Generated> {
  const random = randomFrom(20261125);
  const bodies = (await bodiesOf(owner)).map((body, rank) => [body, 1 / (rank + 2)] as const);
  const procedures = await proceduresOf(owner);
  const people = await copyPeople(owner, random, { count: Math.ceil(dossiers * 0.6), at: new Date(now.getTime() - DAYS * DAY) });
  const nextCode = numbering();
  const made: Generated = { codes: [], owners: [], tasks: 0 };
  const tasks: Field[][] = [];

  const copying = copyInto(owner, DOSSIER_COLUMNS);
  for (let count = 0; count < dossiers; count++) {
    const body = random.among(bodies);
    const procedure = procedures[random.below(procedures.length)]!;
    const person = people[random.below(people.length)]!;
    const course = courseOf(procedure, now, random);
    const id = random.uuid();
    const code = nextCode(body, course.submittedAt);
    await copying.put(dossierRow({ id, code, body, procedure, person }, course, random));
    tasks.push(...tasksOf({ id, ...body, ...course }, random));
    made.codes.push(code);
    if (count % 20 === 0) made.owners.push({ agencyId: body.agencyId, name: person.name });
  }
  await copying.end();

  const steps = copyInto(owner, TASK_COLUMNS);
  for (const task of tasks) await steps.put(task);
  await steps.end();
  made.tasks = tasks.length;
  for (const name of ['people', 'dossiers', 'tasks']) await owner.query(`vacuum analyze ${name}`);
  // what is still to be written to the disk would be written while people wait
  await owner.query('checkpoint');
  return made;
}

/** Codes as the office gives them: one series for each body and day. */
function numbering(): (body: Body, submittedAt: Date) => string {
  const next = new Map<string, number>();
  return ({ code }, submittedAt) => {
    const series = `${code}-${submittedAt.toISOString().slice(2, 10).replaceAll('-', '')}`;
    const number = next.get(series) ?? FIRST_NUMBER;
    next.set(series, number + 1);
    return `${series}-${String(number).padStart(5, '0')}`;
  };
}
