import { type Transaction } from 'sequelize';
import { row } from './rows';

/**
 * The next number of a series, the first being 1. A row, not a sequence: an act
 * that fails gives its number back, and two acts never get the same one. The
 * series stays held until the act ends, so it is taken late in the act.
 */
export async function nextInSeries(tx: Transaction, key: string): Promise<number> {
  const next = await row<{ value: number }>(
    tx,
    `insert into counters as c (key, value) values ($1, 1) on conflict (key) do update set value = c.value + 1 returning value`,
    [key],
  );
  return next!.value;
}
