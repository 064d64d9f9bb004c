import { type CreationAttributes, type Transaction } from 'sequelize';
import { refuseUnless } from '../domain/refusal';
import { Dossier, type DossierRow } from './models/dossier';
import { columns, findRecord, insertRecord } from './records';
import { json, row } from './rows';

export type LikeDossier = {
  accountId: string;
  procedureCode: string;
  caseKey: string;
  answers: Readonly<Record<string, unknown>>;
  since: Date;
};

export async function insertDossier(tx: Transaction, values: CreationAttributes<Dossier>): Promise<DossierRow> {
  return insertRecord(tx, Dossier, values);
}

export async function readDossier(tx: Transaction, id: string): Promise<DossierRow> {
  const dossier = await findRecord(tx, Dossier, id);
  refuseUnless(dossier, 'not-found');
  return dossier;
}

/** The dossier, held until the act ends. Every act locks it first: what it then reads of tasks, pauses and journal stands still. */
export async function lockDossier(tx: Transaction, id: string): Promise<DossierRow> {
  const dossier = await row<DossierRow>(tx, `select ${columns(Dossier)} from dossiers where id = $1 for update`, [id]);
  refuseUnless(dossier, 'not-found');
  return dossier;
}

/** A dossier of the same account, procedure, case and content that is open, or was filed since: told to the applicant and the clerk, never a block. */
export async function findLikeDossier(
  tx: Transaction,
  { accountId, procedureCode, caseKey, answers, since }: LikeDossier,
): Promise<DossierRow | undefined> {
  return row<DossierRow>(
    tx,
    `select ${columns(Dossier)} from dossiers where submitter_account_id = $1 and procedure_code = $2 and case_key = $3
       and answers = $4::jsonb and (finished_at is null or submitted_at >= $5) order by submitted_at desc limit 1`,
    [accountId, procedureCode, caseKey, json(answers), since],
  );
}
