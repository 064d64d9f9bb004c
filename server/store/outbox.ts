import { type Transaction } from 'sequelize';
import { refuseUnless } from '../domain/refusal';
import { NO_WAY_OUT } from '../domain/words/outbox';
import { OutboxEntry, type OutboxEntryRow } from './models/outbox-entry';
import { columns, insertRecord } from './records';
import { execute, row, rows } from './rows';

/** How often one entry is tried before a person has to look at it. */
export const MOST_ATTEMPTS = 8;

export type Outgoing = Pick<OutboxEntryRow, 'dossierId' | 'executionId' | 'topic' | 'payload'>;

/** Lays something down that has to leave the building once the act is committed. Nothing leaves before. */
export async function post(tx: Transaction, outgoing: Outgoing, at: Date): Promise<OutboxEntryRow> {
  return insertRecord(tx, OutboxEntry, { ...outgoing, createdAt: at, availableAt: at });
}

/**
 * Takes the oldest waiting entries until `leaseUntil`, each for one worker. The
 * attempt is counted here, before the work: an entry that kills its worker is
 * thereby counted too, and is dead after the last attempt like one that fails.
 */
export async function claimBatch(
  tx: Transaction,
  { at, leaseUntil, limit, topics }: { at: Date; leaseUntil: Date; limit: number; topics: readonly string[] | null },
): Promise<OutboxEntryRow[]> {
  await execute(
    tx,
    `update outbox set dead_at = $1, leased_until_at = null, last_fault = coalesce(last_fault, 'worker died')
     where id in (select id from outbox where done_at is null and dead_at is null and available_at <= $1 and attempts >= $2 for update skip locked)`,
    [at, MOST_ATTEMPTS],
  );
  return rows<OutboxEntryRow>(
    tx,
    `update outbox set attempts = attempts + 1, leased_until_at = $2, available_at = $2, last_fault = nullif(last_fault, '${NO_WAY_OUT}')
     where id in (
       select id from outbox where done_at is null and dead_at is null and available_at <= $1 and ($4::text[] is null or topic = any($4))
       order by available_at limit $3 for update skip locked)
     returning ${columns(OutboxEntry)}`,
    [at, leaseUntil, limit, topics],
  );
}

export type Claim = Pick<OutboxEntryRow, 'id' | 'attempts'>;

/** It has left. Answers false where it was marked before. */
export async function markDone(tx: Transaction, id: string, at: Date): Promise<boolean> {
  return (await execute(tx, 'update outbox set done_at = $2, leased_until_at = null where id = $1 and done_at is null', [id, at])) === 1;
}

/**
 * It could not leave: tried again after a growing while, or dead after the last
 * attempt. A worker whose lease has run out and been taken over changes nothing.
 * Answers the entry as it now is.
 */
export async function markFailed(
  tx: Transaction,
  { id, attempts }: Claim,
  { fault, at }: { fault: string; at: Date },
): Promise<OutboxEntryRow | undefined> {
  return row<OutboxEntryRow>(
    tx,
    `update outbox set last_fault = left($3, 2000), leased_until_at = null, available_at = $4,
       dead_at = case when attempts >= $6::integer then $5::timestamptz end
     where id = $1 and attempts = $2 and done_at is null and dead_at is null returning ${columns(OutboxEntry)}`,
    [id, attempts, fault, new Date(at.getTime() + 1000 * retryAfterSeconds(attempts)), at, MOST_ATTEMPTS],
  );
}

/** Seconds until the next try: 10, 40, 160, … and never more than six hours. */
export function retryAfterSeconds(attempts: number): number {
  return Math.min(10 * 4 ** Math.max(attempts - 1, 0), 6 * 3600);
}

/** Writes at each entry that waits since before an instant under none of these topics why it does. Answers how many were newly marked. */
export async function markStranded(
  tx: Transaction,
  { topics, at, before, fault }: { topics: readonly string[]; at: Date; before: Date; fault: string },
): Promise<number> {
  return execute(
    tx,
    `update outbox set last_fault = $4 where done_at is null and dead_at is null and available_at <= $2 and created_at <= $3
       and (leased_until_at is null or leased_until_at <= $2) and topic <> all($1::text[]) and last_fault is distinct from $4`,
    [topics, at, before, fault],
  );
}

/** What an administrator has to look at, the longest dead first. */
export async function listDead(tx: Transaction, limit: number): Promise<OutboxEntryRow[]> {
  return rows<OutboxEntryRow>(
    tx,
    `select ${columns(OutboxEntry)} from outbox where dead_at is not null and done_at is null order by dead_at, id limit $1`,
    [limit],
  );
}

/** What has been tried in vain and will be tried again, the longest waiting first. */
export async function listFailing(tx: Transaction, limit: number): Promise<OutboxEntryRow[]> {
  return rows<OutboxEntryRow>(
    tx,
    `select ${columns(OutboxEntry)} from outbox where dead_at is null and done_at is null and last_fault <> $2 order by created_at, id limit $1`,
    [limit, NO_WAY_OUT],
  );
}

/** `stranded`: how many of those that wait have no way out of this house. */
export type OutboxCount = { topic: string; waiting: number; stranded: number; dead: number; oldestAt: Date | null };

/** What still waits or is under way, by topic, and how long the oldest has waited: the administrator's first look. */
export async function countOutbox(tx: Transaction): Promise<OutboxCount[]> {
  return rows<OutboxCount>(
    tx,
    `select topic, count(*) filter (where dead_at is null) as waiting,
       count(*) filter (where dead_at is null and last_fault = $1) as stranded, count(*) filter (where dead_at is not null) as dead,
       min(created_at) filter (where dead_at is null) as "oldestAt"
     from outbox where done_at is null group by topic order by topic`,
    [NO_WAY_OUT],
  );
}

/** Lets a dead entry be tried anew, from the first attempt on. */
export async function reviveDead(tx: Transaction, id: string, at: Date): Promise<OutboxEntryRow> {
  const revived = await row<OutboxEntryRow>(
    tx,
    `update outbox set dead_at = null, attempts = 0, available_at = $2 where id = $1 and dead_at is not null and done_at is null
     returning ${columns(OutboxEntry)}`,
    [id, at],
  );
  refuseUnless(revived, 'not-found');
  return revived;
}

export async function outboxOf(tx: Transaction, dossierId: string): Promise<OutboxEntryRow[]> {
  return rows<OutboxEntryRow>(tx, `select ${columns(OutboxEntry)} from outbox where dossier_id = $1 order by created_at, id`, [dossierId]);
}
