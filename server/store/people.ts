import { type CreationAttributes, type Transaction } from 'sequelize';
import { refuseUnless } from '../domain/refusal';
import { Person, type PersonRow } from './models/person';
import { changeRecord, findRecord, insertRecord } from './records';

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
