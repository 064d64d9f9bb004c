import { type CreationAttributes, type Transaction } from 'sequelize';
import { StatisticsDelta } from './models/statistics-delta';
import { insertRecords } from './records';
import { row, rows } from './rows';

export interface StatisticsLine {
  readonly agencyId: number;
  readonly procedureCode: string;
  readonly channel: string;
  readonly measure: string;
  readonly amount: number;
}

/** Appends what an act changes in the counts. A shared counter would make acts wait for one another. */
export async function appendDeltas(tx: Transaction, deltas: readonly CreationAttributes<StatisticsDelta>[]): Promise<void> {
  await insertRecords(tx, StatisticsDelta, deltas);
}

/** The counts from one day to another, both included. */
export async function sumStatistics(
  tx: Transaction,
  { fromOn, toOn, agencyIds }: { fromOn: string; toOn: string; agencyIds: readonly number[] | null },
): Promise<StatisticsLine[]> {
  return rows<StatisticsLine>(
    tx,
    `select agency_id as "agencyId", procedure_code as "procedureCode", channel, measure, sum(amount) as amount
     from statistics_deltas where on_date between $1 and $2 and ($3::integer[] is null or agency_id = any($3))
     group by agency_id, procedure_code, channel, measure order by agency_id, procedure_code, channel, measure`,
    [fromOn, toOn, agencyIds],
  );
}

/**
 * Folds the lines of one day, agency, procedure, channel and measure into one, for
 * the days from `fromOn` on; the sums stay what they were. What is one line already
 * is left alone. Two who fold at once: the second finds the lines gone and adds
 * nothing. Answers how many lines fewer there are.
 */
export async function foldDeltas(tx: Transaction, fromOn: string): Promise<number> {
  const folded = await row<{ gone: number }>(
    tx,
    `with crowded as (
       select on_date, agency_id, procedure_code, channel, measure from statistics_deltas where on_date >= $1
       group by on_date, agency_id, procedure_code, channel, measure having count(*) > 1),
     taken as (
       delete from statistics_deltas d using crowded c
       where (d.on_date, d.agency_id, d.procedure_code, d.channel, d.measure) = (c.on_date, c.agency_id, c.procedure_code, c.channel, c.measure)
       returning d.on_date, d.agency_id, d.procedure_code, d.channel, d.measure, d.amount),
     put as (
       insert into statistics_deltas (on_date, agency_id, procedure_code, channel, measure, amount)
       select on_date, agency_id, procedure_code, channel, measure, sum(amount) from taken
       group by on_date, agency_id, procedure_code, channel, measure having sum(amount) <> 0 returning 1)
     select ((select count(*) from taken) - (select count(*) from put))::integer as gone`,
    [fromOn],
  );
  return folded?.gone ?? 0;
}
