import { type CreationAttributes } from 'sequelize';
import { refuseUnless } from '../domain/refusal';
import { Letter, type LetterRow } from './models/letter';
import { findRecord, insertRecord } from './records';
import { type Transaction } from './transaction';

export async function insertLetter(tx: Transaction, values: CreationAttributes<Letter>): Promise<LetterRow> {
  return insertRecord(tx, Letter, values);
}

export async function readLetter(tx: Transaction, id: string): Promise<LetterRow> {
  const letter = await findRecord(tx, Letter, id);
  refuseUnless(letter, 'not-found');
  return letter;
}
