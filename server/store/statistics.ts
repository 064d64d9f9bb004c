import { type CreationAttributes, type Transaction } from 'sequelize';
import { StatisticsDelta } from './models/statistics-delta';
import { insertRecords } from './records';
import { execute, rows } from './rows';

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

/** Folds the lines of one day, agency, procedure, channel and measure into one, for the days from `fromOn` on; the sums stay what they were. */
export async function foldDeltas(tx: Transaction, fromOn: string): Promise<void> {
  await execute(
    tx,
    `with folded as (delete from statistics_deltas where on_date >= $1 returning on_date, agency_id, procedure_code, channel, measure, amount)
     insert into statistics_deltas (on_date, agency_id, procedure_code, channel, measure, amount)
     select on_date, agency_id, procedure_code, channel, measure, sum(amount) from folded
     group by on_date, agency_id, procedure_code, channel, measure having sum(amount) <> 0`,
    [fromOn],
  );
}
