import { type CreationAttributes, type Transaction } from 'sequelize';
import { IdentityPaper, type IdentityPaperRow } from './models/identity-paper';
import { Person, type PersonRow } from './models/person';
import { columns, insertRecord } from './records';
import { execute, row, rows } from './rows';

export type PaperName = Pick<IdentityPaperRow, 'kind' | 'country' | 'number'>;

/** The person whom this paper proves. A number that was only typed proves nobody. */
export async function findPersonByPaper(tx: Transaction, { kind, country, number }: PaperName): Promise<PersonRow | undefined> {
  return row<PersonRow>(
    tx,
    `select ${columns(Person, 'p')} from identity_papers i join people p on p.id = i.person_id
     where i.kind = $1 and i.country = $2 and i.number = $3 and i.proved_at is not null`,
    [kind, country, number],
  );
}

/** Everybody for whom this number was given, proved or not, for a clerk who looks for duplicates. */
export async function findPeopleByNumber(tx: Transaction, number: string): Promise<(PersonRow & { provedAt: Date | null })[]> {
  return rows(
    tx,
    `select ${columns(Person, 'p')}, i.proved_at as "provedAt" from identity_papers i join people p on p.id = i.person_id
     where i.number = $1 order by i.proved_at nulls last, i.created_at`,
    [number],
  );
}

export async function insertPaper(tx: Transaction, values: CreationAttributes<IdentityPaper>): Promise<IdentityPaperRow> {
  return insertRecord(tx, IdentityPaper, values);
}

/** Records that a clerk has seen the paper, or that the gateway has confirmed it. A unique index refuses a second proved owner. */
export async function provePaper(tx: Transaction, { id, at, by }: { id: string; at: Date; by: string }): Promise<void> {
  await execute(tx, 'update identity_papers set proved_at = $2, proved_by = $3 where id = $1 and proved_at is null', [id, at, by]);
}

export async function papersOf(tx: Transaction, personId: string): Promise<IdentityPaperRow[]> {
  return rows<IdentityPaperRow>(tx, `select ${columns(IdentityPaper)} from identity_papers where person_id = $1 order by created_at, id`, [
    personId,
  ]);
}
