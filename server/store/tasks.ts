import { type CreationAttributes, type Transaction } from 'sequelize';
import { Task, type TaskRow } from './models/task';
import { columns, findRecord, insertRecords } from './records';
import { execute, rows } from './rows';

/** Everything a dossier waits for, timers and messages too: what the engine must find open when it recovers. */
export async function openTasksOf(tx: Transaction, dossierId: string): Promise<TaskRow[]> {
  return rows<TaskRow>(
    tx,
    `select ${columns(Task)} from tasks where dossier_id = $1 and closed_at is null order by opened_at, execution_id`,
    [dossierId],
  );
}

/** All that a dossier has waited for, in the order in which it opened. */
export async function tasksOf(tx: Transaction, dossierId: string): Promise<TaskRow[]> {
  return rows<TaskRow>(tx, `select ${columns(Task)} from tasks where dossier_id = $1 order by opened_at, execution_id`, [dossierId]);
}

export async function findTask(tx: Transaction, id: string): Promise<TaskRow | undefined> {
  return findRecord(tx, Task, id);
}

/** Opens what the step has come to, in one statement. An execution id comes once per dossier. */
export async function insertTasks(tx: Transaction, many: readonly CreationAttributes<Task>[]): Promise<TaskRow[]> {
  return insertRecords(tx, Task, many);
}

/**
 * Hands an open task from one holder (null: nobody) to another. Answers false
 * where it is no longer with `fromId`: two who claim the same task at once are
 * told apart here.
 */
export async function assignTask(
  tx: Transaction,
  { id, fromId, toId, at }: { id: string; fromId: string | null; toId: string | null; at: Date },
): Promise<boolean> {
  const touched = await execute(
    tx,
    `update tasks set assignee_id = $3, assigned_at = case when $3::uuid is null then null else $4::timestamptz end
     where id = $1 and assignee_id is not distinct from $2::uuid and closed_at is null and kind = 'user'`,
    [id, fromId, toId, at],
  );
  return touched === 1;
}

/** Moves the instant at which a wait is due: after a pause, an extension, a change of the calendar. */
export async function moveTaskDue(tx: Transaction, id: string, dueAt: Date | null): Promise<void> {
  await execute(tx, 'update tasks set due_at = $2 where id = $1 and closed_at is null', [id, dueAt]);
}

/**
 * Timers whose instant has come, the oldest first, each with its dossier held
 * until the sweep's transaction ends. It is the dossier that is locked, as in
 * every act, so that a sweep and an act can never wait for each other in a ring;
 * one that an act holds just now is left for the next round.
 */
export async function dueTimers(tx: Transaction, at: Date, limit: number): Promise<TaskRow[]> {
  return rows<TaskRow>(
    tx,
    `select ${columns(Task, 't')} from tasks t join dossiers d on d.id = t.dossier_id
     where t.closed_at is null and t.kind = 'timer' and t.due_at is not null and t.due_at <= $1
     order by t.due_at limit $2 for update of d skip locked`,
    [at, limit],
  );
}
