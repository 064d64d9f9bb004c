import { createHash } from 'node:crypto';
import { type Transaction } from 'sequelize';
import { canonicalJson } from './canonical-json';
import { JournalEntry, type JournalEntryRow } from './models/journal-entry';
import { columns, insertRecord } from './records';
import { row, rows } from './rows';

/** What an act writes down of itself; number and hashes are given to it. */
export type NewJournalEntry = Omit<JournalEntryRow, 'id' | 'number' | 'previousHash' | 'hash'>;

/**
 * Appends one line to the journal of a dossier: the next number, and a hash over
 * the line and the hash of the line before, so that no line can be changed or
 * taken out without the following ones telling. The dossier is locked; two lines
 * with one number are refused by the database.
 */
export async function appendJournal(tx: Transaction, entry: NewJournalEntry): Promise<JournalEntryRow> {
  const last = await findLastEntry(tx, entry.dossierId);
  const next = { ...entry, number: (last?.number ?? 0) + 1, previousHash: last?.hash ?? '' };
  return insertRecord(tx, JournalEntry, { ...next, hash: hashOf(next) });
}

/** What happened last to a dossier: what a stale act is told. */
export async function findLastEntry(tx: Transaction, dossierId: string): Promise<JournalEntryRow | undefined> {
  return row<JournalEntryRow>(tx, `select ${columns(JournalEntry)} from journal where dossier_id = $1 order by number desc limit 1`, [
    dossierId,
  ]);
}

/** The last time that one of these acts was done to a dossier. */
export async function findLastAct(tx: Transaction, dossierId: string, acts: readonly string[]): Promise<JournalEntryRow | undefined> {
  return row<JournalEntryRow>(
    tx,
    `select ${columns(JournalEntry)} from journal where dossier_id = $1 and act = any($2::text[]) order by number desc limit 1`,
    [dossierId, acts],
  );
}

/** The whole journal of a dossier, from the first line on. */
export async function readJournal(tx: Transaction, dossierId: string): Promise<JournalEntryRow[]> {
  return rows<JournalEntryRow>(tx, `select ${columns(JournalEntry)} from journal where dossier_id = $1 order by number`, [dossierId]);
}

/** The number of the first line that does not follow from the one before, or undefined where the whole chain holds. */
export function findBrokenLink(entries: readonly JournalEntryRow[]): number | undefined {
  let previousHash = '';
  for (const [index, entry] of entries.entries()) {
    if (entry.number !== index + 1 || entry.previousHash !== previousHash || entry.hash !== hashOf(entry)) return index + 1;
    previousHash = entry.hash;
  }
  return undefined;
}

function hashOf(entry: Omit<JournalEntryRow, 'id' | 'hash'>): string {
  const { dossierId, number, act, taskId, actorKind, actorId, actorName, postId, agencyId, at, facts, previousHash } = entry;
  const line = { dossierId, number, act, taskId, actorKind, actorId, actorName, postId, agencyId, at, facts, previousHash };
  return createHash('sha256').update(canonicalJson(line)).digest('hex');
}
