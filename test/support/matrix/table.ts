import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ActorName, type Side } from './actors';

/**
 * `yes`: let through. `no`: turned away at the door (401, 403). `hidden`: to this
 * reader it does not exist (404, or not among what is listed). `-`: the question
 * does not arise.
 */
export const VERDICTS = ['yes', 'no', 'hidden', '-'] as const;
export type Verdict = (typeof VERDICTS)[number];
export type Line = { endpoint: string; actor: string; reason: string } & Record<Side, string>;

const HEADER = 'endpoint\tactor\town\tforeign\treason';

/** The hand-written table of who may, line by line. */
export function readTable(): Line[] {
  const [header, ...lines] = readFileSync(join(__dirname, '../../policies/expected.tsv'), 'utf8').trimEnd().split('\n');
  if (header !== HEADER) throw new Error(`expected.tsv begins with ${header}`);
  return lines.map((line) => {
    const [endpoint = '', actor = '', own = '', foreign = '', reason = ''] = line.split('\t');
    return { endpoint, actor, own, foreign, reason };
  });
}

/** What the table says of one door. */
export function verdictsOf(table: readonly Line[], endpoint: string): Map<ActorName, Record<Side, Verdict>> {
  const lines = table.filter((line) => line.endpoint === endpoint);
  return new Map(lines.map(({ actor, own, foreign }) => [actor as ActorName, { own, foreign } as Record<Side, Verdict>]));
}
