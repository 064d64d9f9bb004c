import { createHash } from 'node:crypto';

/** Seen so often, a statement is worth keeping prepared on every connection. */
const USUAL_FROM = 5;
/** More than the house has statements; texts that are built without end must not fill the server's memory. */
const MAX_NAMES = 1000;

const seen = new Map<string, number>();
const names = new Map<string, { name: string }>();

/**
 * Under which name a statement is kept prepared: PostgreSQL reads and plans it
 * once for each connection, which is more work than running most of them. Rare
 * ones have no name. Behind a pooler that lends connections by transaction, this
 * needs one that keeps prepared statements (pgbouncer 1.21 or newer).
 */
export function preparedName(text: string): { name?: string } {
  const known = names.get(text);
  if (known) return known;
  if (names.size >= MAX_NAMES) return {};
  const count = (seen.get(text) ?? 0) + 1;
  if (count < USUAL_FROM) {
    if (seen.size >= MAX_NAMES) seen.clear();
    seen.set(text, count);
    return {};
  }
  seen.delete(text);
  const named = { name: createHash('sha1').update(text).digest('base64url') };
  names.set(text, named);
  return named;
}
