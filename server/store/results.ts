import { type CreationAttributes } from 'sequelize';
import { refuseUnless } from '../domain/refusal';
import { Result, type ResultRow } from './models/result';
import { changeRecord, columns, findRecord, insertRecord } from './records';
import { execute, json, row, rows } from './rows';
import { type Transaction } from './transaction';

export async function insertResult(tx: Transaction, values: CreationAttributes<Result>): Promise<ResultRow> {
  return insertRecord(tx, Result, values);
}

export async function readResult(tx: Transaction, id: string): Promise<ResultRow> {
  const result = await findRecord(tx, Result, id);
  refuseUnless(result, 'not-found');
  return result;
}

/** Everything that was ever drafted for a dossier: what counts first, then what is void and stays on record, the latest first. */
export async function resultsOf(tx: Transaction, dossierId: string): Promise<ResultRow[]> {
  return rows<ResultRow>(
    tx,
    `select ${columns(Result)} from results where dossier_id = $1 order by state = 'void', drafted_at desc, position, id`,
    [dossierId],
  );
}

/** The document that is on its way, or has arrived: the one that is not void. */
export async function findLiveResult(tx: Transaction, dossierId: string): Promise<ResultRow | undefined> {
  return row<ResultRow>(
    tx,
    `select ${columns(Result)} from results where dossier_id = $1 and state <> 'void' order by drafted_at desc, position limit 1`,
    [dossierId],
  );
}

export async function changeResult(tx: Transaction, id: string, changes: Partial<ResultRow>): Promise<ResultRow> {
  const result = await changeRecord(tx, Result, id, changes, ['version = version + 1']);
  refuseUnless(result, 'not-found');
  return result;
}

/** The draft goes to the signer: from here on its content is frozen. */
export async function submitDrafts(tx: Transaction, dossierId: string): Promise<void> {
  await execute(tx, `update results set state = 'submitted', version = version + 1 where dossier_id = $1 and state = 'draft'`, [dossierId]);
}

/**
 * Names the file that was drawn from these very facts. Answers false where the
 * draft has changed meanwhile, or has its file already: what was drawn is not it.
 */
export async function keepBase(
  tx: Transaction,
  { id, facts, sha256 }: { id: string; facts: Record<string, unknown>; sha256: string },
): Promise<boolean> {
  const touched = await execute(
    tx,
    `update results set base_sha256 = $2, version = version + 1
      where id = $1 and facts = $3::jsonb and base_sha256 is null and state in ('draft', 'submitted')`,
    [id, sha256, json(facts)],
  );
  return touched === 1;
}

/** Whatever of a dossier is sealed may be fetched from now on by the one it is for. */
export async function releaseResults(tx: Transaction, dossierId: string, at: Date): Promise<void> {
  await execute(
    tx,
    `update results set released_at = $2, version = version + 1 where dossier_id = $1 and state = 'sealed' and released_at is null`,
    [dossierId, at],
  );
}

/**
 * Drafts and signed papers that were not sealed lose their effect and stay on
 * record, marked (R31): their signatures are void, and nobody signs on.
 */
export async function voidUnsealedResults(
  tx: Transaction,
  dossierId: string,
  voided: { at: Date; by: string; reason: string },
): Promise<void> {
  await execute(
    tx,
    `with v as (
       update results set state = 'void', voided_at = $2, voided_by = $3, void_reason = $4, version = version + 1
        where dossier_id = $1 and state in ('draft', 'submitted', 'signed') returning id),
     s as (update signatures set voided_at = $2 from v where result_id = v.id and signatures.voided_at is null)
     update signature_requests set state = 'failed', refusal = 'step-not-open', leased_until_at = null, finished_at = $2 from v
      where result_id = v.id and signature_requests.state in ('waiting', 'working', 'pin-needed')`,
    [dossierId, voided.at, voided.by, voided.reason],
  );
}
