import { type Transaction } from 'sequelize';
import { Setting, type SettingRow } from './models/setting';
import { findRecord } from './records';
import { execute, json } from './rows';

/** What the province decided under this name, where it has decided. The reader parses `value`. */
export async function findSetting(tx: Transaction, key: string): Promise<SettingRow | undefined> {
  return findRecord(tx, Setting, key);
}

export async function putSetting(tx: Transaction, { key, value, ground, changedAt, changedBy }: SettingRow): Promise<void> {
  await execute(
    tx,
    `insert into settings (key, value, ground, changed_at, changed_by) values ($1, $2::jsonb, $3, $4, $5)
     on conflict (key) do update set value = excluded.value, ground = excluded.ground, changed_at = excluded.changed_at, changed_by = excluded.changed_by`,
    [key, json(value) ?? 'null', ground, changedAt, changedBy],
  );
}

/** Sets what may be set once. Of two who try, one waits for the other and is answered false. */
export async function putSettingOnce(tx: Transaction, { key, value, ground, changedAt, changedBy }: SettingRow): Promise<boolean> {
  const touched = await execute(
    tx,
    `insert into settings (key, value, ground, changed_at, changed_by) values ($1, $2::jsonb, $3, $4, $5) on conflict (key) do nothing`,
    [key, json(value) ?? 'null', ground, changedAt, changedBy],
  );
  return touched === 1;
}
