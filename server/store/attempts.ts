import { type Transaction } from 'sequelize';
import { execute, row } from './rows';

/** What is counted, within how long a window, how many tries it holds, and how long it is shut after one too many. */
export interface AttemptRule {
  readonly scope: string;
  readonly limit: number;
  readonly windowSeconds: number;
  readonly lockSeconds: number;
}

/** One try at one subject. */
export interface Attempt {
  readonly rule: AttemptRule;
  readonly subject: string;
}

type Counted = { count: number; lockedUntilAt: Date | null };

/**
 * Counts one try in one statement, so that tries at the same moment on several
 * processes all count. `limit` tries pass within the window; the next one locks.
 * A try under the lock neither counts nor prolongs it; after the lock a new
 * window begins. To be committed even where the try itself is refused.
 *
 * Answers until when the subject is locked, or null where the try may go on.
 */
export async function countAttempt(tx: Transaction, rule: AttemptRule, subject: string, at: Date): Promise<Counted> {
  const bound: unknown[] = [at];
  return (await row<Counted>(tx, counting({ rule, subject }, bound), bound))!;
}

/**
 * Counts one request against several limits in one statement, in this order until
 * one of them is locked: those behind it are not counted. Answers until when it is
 * locked, or null.
 */
export async function countInTurn(tx: Transaction, attempts: readonly Attempt[], at: Date): Promise<Date | null> {
  const bound: unknown[] = [at];
  const counts = attempts.map((attempt, place) => {
    const before = place > 0 ? `where exists (select from t${place - 1} where "lockedUntilAt" is null)` : '';
    return `t${place} as (${counting(attempt, bound, before)})`;
  });
  const locks = attempts.map((_attempt, place) => `(select "lockedUntilAt" from t${place})`);
  const text = `with ${counts.join(', ')} select greatest(${locks.join(', ')}) as "lockedUntilAt"`;
  return (await row<Pick<Counted, 'lockedUntilAt'>>(tx, text, bound))!.lockedUntilAt;
}

/** Counts where the clause says so; `$1` is the instant. */
function counting({ rule, subject }: Attempt, bound: unknown[], where = ''): string {
  const values = [rule.scope, subject, rule.limit, rule.windowSeconds, rule.lockSeconds];
  const [scope, of, limit, window, lock] = values.map((value) => `$${bound.push(value)}`);
  const lockedUntil = `$1::timestamptz + make_interval(secs => ${lock}::float8)`;
  return `insert into attempts as a (scope, subject, window_started_at, count, locked_until_at)
     select ${scope}::text, ${of}::text, $1::timestamptz, 1, case when ${limit}::integer < 1 then ${lockedUntil} end ${where}
     on conflict (scope, subject) do update set (window_started_at, count, locked_until_at) = (
       select
         case when n.is_fresh then $1::timestamptz else a.window_started_at end,
         case when n.is_locked then a.count when n.is_fresh then 1 else a.count + 1 end,
         case when n.is_locked then a.locked_until_at when not n.is_fresh and a.count + 1 > ${limit}::integer then ${lockedUntil} end
       from (select coalesce(a.locked_until_at > $1::timestamptz, false) as is_locked,
               coalesce(a.locked_until_at <= $1::timestamptz, false)
                 or a.window_started_at + make_interval(secs => ${window}::float8) <= $1::timestamptz as is_fresh) p
         cross join lateral (select p.is_locked, p.is_fresh and not p.is_locked as is_fresh) n
     )
     returning count, locked_until_at as "lockedUntilAt"`;
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
