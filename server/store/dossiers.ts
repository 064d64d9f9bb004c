import { type CreationAttributes, type Transaction } from 'sequelize';
import { refuseUnless } from '../domain/refusal';
import { Dossier, type DossierRow } from './models/dossier';
import { changeRecord, columns, findRecord, insertRecord } from './records';
import { json, row, rows } from './rows';

/** What an act may correct that no step moves: who the owner is, which centre takes care, which diagram a migrated dossier runs on. */
export type Particulars = Pick<
  DossierRow,
  'centreId' | 'ownerPersonId' | 'ownerOrganisationId' | 'ownerName' | 'ownerNumber' | 'ownerPhone' | 'diagramVersionId'
>;

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

export async function findDossierByCode(tx: Transaction, code: string): Promise<DossierRow | undefined> {
  return row<DossierRow>(tx, `select ${columns(Dossier)} from dossiers where code = $1`, [code]);
}

/** A dossier that another system numbered; its code is opaque to us and counts only with its source. */
export async function findDossierByOutsideCode(
  tx: Transaction,
  { source, code }: { source: string; code: string },
): Promise<DossierRow | undefined> {
  return row<DossierRow>(tx, `select ${columns(Dossier)} from dossiers where outside_source = $1 and outside_code = $2`, [source, code]);
}

/** Corrects particulars of a locked dossier, as part of an act whose step moves the version. */
export async function changeDossier(tx: Transaction, id: string, particulars: Partial<Particulars>): Promise<DossierRow> {
  const dossier = await changeRecord(tx, Dossier, id, particulars);
  refuseUnless(dossier, 'not-found');
  return dossier;
}

/** What an account has submitted, newest first, after the given place. */
export async function dossiersSubmittedBy(
  tx: Transaction,
  { accountId, after, limit }: { accountId: string; after: { submittedAt: Date; id: string } | null; limit: number },
): Promise<DossierRow[]> {
  return rows<DossierRow>(
    tx,
    `select ${columns(Dossier)} from dossiers where submitter_account_id = $1
       and ($2::timestamptz is null or (submitted_at, id) < ($2, $3::uuid)) order by submitted_at desc, id desc limit $4`,
    [accountId, after?.submittedAt ?? null, after?.id ?? null, limit],
  );
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

/** What a proved person owns, newest first: results, papers and reuse belong to the owner, not to whoever handed in. */
export async function dossiersOwnedBy(tx: Transaction, { personId, limit }: { personId: string; limit: number }): Promise<DossierRow[]> {
  return rows<DossierRow>(
    tx,
    `select ${columns(Dossier)} from dossiers where owner_person_id = $1 order by submitted_at desc, id desc limit $2`,
    [personId, limit],
  );
}
