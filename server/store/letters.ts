import { type CreationAttributes } from 'sequelize';
import { refuseUnless } from '../domain/refusal';
import { Letter, type LetterRow } from './models/letter';
import { columns, findRecord, insertRecord } from './records';
import { rows } from './rows';
import { type Transaction } from './transaction';

export async function insertLetter(tx: Transaction, values: CreationAttributes<Letter>): Promise<LetterRow> {
  return insertRecord(tx, Letter, values);
}

export async function readLetter(tx: Transaction, id: string): Promise<LetterRow> {
  const letter = await findRecord(tx, Letter, id);
  refuseUnless(letter, 'not-found');
  return letter;
}

/** What the centre has written about a dossier, oldest first. */
export async function lettersOf(tx: Transaction, dossierId: string): Promise<LetterRow[]> {
  return rows<LetterRow>(tx, `select ${columns(Letter)} from letters where dossier_id = $1 order by issued_at, id`, [dossierId]);
}
