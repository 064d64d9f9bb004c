import { type CreationAttributes, type Transaction } from 'sequelize';
import { refuseUnless } from '../domain/refusal';
import { Draft, type DraftRow } from './models/draft';
import { changeRecord, columns, findRecord, insertRecord } from './records';
import { execute, row, rows } from './rows';

export async function insertDraft(tx: Transaction, values: CreationAttributes<Draft>): Promise<DraftRow> {
  return insertRecord(tx, Draft, values);
}

export async function readDraft(tx: Transaction, id: string): Promise<DraftRow> {
  const draft = await findRecord(tx, Draft, id);
  refuseUnless(draft, 'not-found');
  return draft;
}

/** The draft, held until the act ends; refused once it was discarded. A submitted one is answered, so that the act can say so. */
export async function lockDraft(tx: Transaction, id: string): Promise<DraftRow> {
  const draft = await row<DraftRow>(tx, `select ${columns(Draft)} from drafts where id = $1 and discarded_at is null for update`, [id]);
  refuseUnless(draft, 'not-found');
  return draft;
}

/** Saves what was written and moves the version by which a second window is noticed. */
export async function saveDraft(
  tx: Transaction,
  id: string,
  changes: Partial<Pick<DraftRow, 'caseKey' | 'answers' | 'returnWay' | 'returnAddress' | 'centreId' | 'procedureVersionId'>> &
    Pick<DraftRow, 'savedAt'>,
): Promise<DraftRow> {
  const draft = await changeRecord(tx, Draft, id, changes, ['version = version + 1']);
  refuseUnless(draft, 'not-found');
  return draft;
}

export async function discardDraft(tx: Transaction, id: string, at: Date): Promise<void> {
  await execute(tx, 'update drafts set discarded_at = $2 where id = $1 and discarded_at is null and dossier_id is null', [id, at]);
}

/** The draft has become this dossier. */
export async function closeDraft(tx: Transaction, id: string, dossierId: string): Promise<void> {
  await execute(tx, 'update drafts set dossier_id = $2 where id = $1 and dossier_id is null', [id, dossierId]);
}

/** What an account has begun and neither submitted nor discarded, the latest first. */
export async function listOpenDraftsOf(tx: Transaction, accountId: string): Promise<DraftRow[]> {
  return rows<DraftRow>(
    tx,
    `select ${columns(Draft)} from drafts where account_id = $1 and dossier_id is null and discarded_at is null order by saved_at desc, id`,
    [accountId],
  );
}
