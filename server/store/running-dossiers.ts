import { rows } from './rows';
import { type Transaction } from './transaction';

/** The next dossiers that are not finished, by id: a page of a walk over all of them. `after` null begins it. */
export async function runningDossiers(tx: Transaction, { after, limit }: { after: string | null; limit: number }): Promise<string[]> {
  const found = await rows<{ id: string }>(
    tx,
    `select id from dossiers where finished_at is null and ($1::uuid is null or id > $1) order by id limit $2`,
    [after, limit],
  );
  return found.map(({ id }) => id);
}
