import { isDeepStrictEqual } from 'node:util';
import { PlainSentence } from '../domain/plain-sentence';

/** Something went otherwise than the story tells: the demonstration ends here, with this one line. */
export class Deviation extends PlainSentence {
  override name = 'Deviation';

  constructor(what: string) {
    super(`Sai với kịch bản: ${what.replaceAll(/\s+/g, ' ')}`);
  }
}

/** `what` names the thing, as in 'trạng thái của hồ sơ'. */
export function expectSame(what: string, found: unknown, expected: unknown): void {
  if (!isDeepStrictEqual(found, expected)) throw new Deviation(`${what}: cần ${shown(expected)}, nhưng là ${shown(found)}`);
}

export function expectThat(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Deviation(what);
}

/** What must be there to go on with. */
export function needed<Value>(value: Value | undefined | null, what: string): Value {
  if (value === undefined || value === null) throw new Deviation(`không có ${what}`);
  return value;
}

function shown(value: unknown): string {
  return typeof value === 'string' ? `“${value}”` : JSON.stringify(value);
}
