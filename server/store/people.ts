import { type CreationAttributes, type Transaction } from 'sequelize';
import { refuseUnless } from '../domain/refusal';
import { Person, type PersonRow } from './models/person';
import { nameQuery } from './name-query';
import { changeRecord, columns, findRecord, insertRecord } from './records';
import { rows } from './rows';

export async function insertPerson(tx: Transaction, values: CreationAttributes<Person>): Promise<PersonRow> {
  return insertRecord(tx, Person, values);
}

export async function readPerson(tx: Transaction, id: string): Promise<PersonRow> {
  const person = await findRecord(tx, Person, id);
  refuseUnless(person, 'not-found');
  return person;
}

export async function changePerson(tx: Transaction, id: string, changes: Partial<Omit<PersonRow, 'id' | 'createdAt'>>): Promise<PersonRow> {
  const person = await changeRecord(tx, Person, id, changes);
  refuseUnless(person, 'not-found');
  return person;
}

/** People whose name holds every word typed, with or without diacritics, in any order; those merged into another are left out. */
export async function searchPeople(tx: Transaction, { name, limit }: { name: string; limit: number }): Promise<PersonRow[]> {
  return rows<PersonRow>(
    tx,
    `select ${columns(Person)} from people where name_search @@ ${nameQuery('$1')} and merged_into_id is null
     order by full_name, id limit $2`,
    [name, limit],
  );
}
