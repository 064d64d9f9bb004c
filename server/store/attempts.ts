import { type Transaction } from 'sequelize';
import { execute, row } from './rows';

/** What is counted, within how long a window, how many tries it holds, and how long it is shut after one too many. */
export interface AttemptRule {
  readonly scope: string;
  readonly limit: number;
  readonly windowSeconds: number;
  readonly lockSeconds: number;
}

/**
 * Counts one try in one statement, so that tries at the same moment on several
 * processes all count. `limit` tries pass within the window; the next one locks.
 * A try under the lock neither counts nor prolongs it; after the lock a new
 * window begins. To be committed even where the try itself is refused.
 *
 * Answers until when the subject is locked, or null where the try may go on.
 */
export async function countAttempt(
  tx: Transaction,
  { scope, limit, windowSeconds, lockSeconds }: AttemptRule,
  subject: string,
  at: Date,
): Promise<{ count: number; lockedUntilAt: Date | null }> {
  const counted = await row<{ count: number; lockedUntilAt: Date | null }>(
    tx,
    `insert into attempts as a (scope, subject, window_started_at, count, locked_until_at)
     values ($1, $2, $3, 1, case when $4::integer < 1 then $3::timestamptz + make_interval(secs => $6::float8) end)
     on conflict (scope, subject) do update set (window_started_at, count, locked_until_at) = (
       select
         case when n.is_fresh then $3 else a.window_started_at end,
         case when n.is_locked then a.count when n.is_fresh then 1 else a.count + 1 end,
         case when n.is_locked then a.locked_until_at
              when not n.is_fresh and a.count + 1 > $4 then $3::timestamptz + make_interval(secs => $6::float8) end
       from (select coalesce(a.locked_until_at > $3, false) as is_locked,
               coalesce(a.locked_until_at <= $3, false) or a.window_started_at + make_interval(secs => $5::float8) <= $3 as is_fresh) p
         cross join lateral (select p.is_locked, p.is_fresh and not p.is_locked as is_fresh) n
     )
     returning count, locked_until_at as "lockedUntilAt"`,
    [scope, subject, at, limit, windowSeconds, lockSeconds],
  );
  return counted!;
}

/** The lock that holds at this instant, where there is one. */
export async function findLock(
  tx: Transaction,
  { scope, subject, at }: { scope: string; subject: string; at: Date },
): Promise<Date | undefined> {
  const lock = await row<{ until: Date }>(
    tx,
    'select locked_until_at as until from attempts where scope = $1 and subject = $2 and locked_until_at > $3',
    [scope, subject, at],
  );
  return lock?.until;
}

/** Forgets the tries of a subject: it has proved itself, or an administrator lifts the lock. */
export async function clearAttempts(tx: Transaction, scope: string, subject: string): Promise<void> {
  await execute(tx, 'delete from attempts where scope = $1 and subject = $2', [scope, subject]);
}

/** Drops what no window and no lock needs any more. Answers how many. */
export async function purgeAttempts(tx: Transaction, before: Date): Promise<number> {
  return execute(tx, 'delete from attempts where window_started_at < $1 and (locked_until_at is null or locked_until_at < $1)', [before]);
}
