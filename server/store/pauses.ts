import { type CreationAttributes, type Transaction } from 'sequelize';
import { Pause, type PauseRow } from './models/pause';
import { columns, insertRecord } from './records';
import { row, rows } from './rows';

/** Stops the clock of a dossier. Only one pause is open at a time: the database refuses a second. */
export async function beginPause(tx: Transaction, values: Omit<CreationAttributes<Pause>, 'id' | 'toAt'>): Promise<PauseRow> {
  return insertRecord(tx, Pause, values);
}

/** Lets the clock run on. Answers the pause that ended, or undefined where none was open. */
export async function endPause(tx: Transaction, dossierId: string, toAt: Date): Promise<PauseRow | undefined> {
  return row<PauseRow>(tx, `update pauses set to_at = $2 where dossier_id = $1 and to_at is null returning ${columns(Pause)}`, [
    dossierId,
    toAt,
  ]);
}

/** Every interval in which the clock stood, the open one last. */
export async function pausesOf(tx: Transaction, dossierId: string): Promise<PauseRow[]> {
  return rows<PauseRow>(tx, `select ${columns(Pause)} from pauses where dossier_id = $1 order by from_at, to_at nulls last`, [dossierId]);
}
