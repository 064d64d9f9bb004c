import { type Transaction } from 'sequelize';

const read = new WeakMap<Transaction, Map<string, Promise<unknown>>>();

/**
 * Reads once in a transaction what an act asks for again and again and what
 * it is to judge by whole: the mark of the calendar, as it stood when first asked.
 * Whoever writes such a thing says so by `readAnew`.
 */
export function readOnce<Answer>(tx: Transaction, name: string, ask: () => Promise<Answer>): Promise<Answer> {
  const known = read.get(tx) ?? new Map<string, Promise<unknown>>();
  read.set(tx, known);
  const kept = known.get(name) as Promise<Answer> | undefined;
  if (kept) return kept;
  const answer = ask();
  known.set(name, answer);
  return answer;
}

/** From here on the transaction sees what it has just written itself. */
export function readAnew(tx: Transaction, name: string): void {
  read.get(tx)?.delete(name);
}
