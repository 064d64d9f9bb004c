import { refuseUnless } from '../domain/refusal';
import { type FiledPlace } from './dossier-search';
import { type AgencyRow } from './models/agency';
import { Dossier, type DossierRow } from './models/dossier';
import { Task, type TaskRow } from './models/task';
import { columns } from './records';
import { row, rows } from './rows';
import { type Transaction } from './transaction';

/** A dossier with the bodies that a summary names. */
export type PlacedDossier = DossierRow & {
  readonly centre: Pick<AgencyRow, 'code' | 'name'>;
  readonly agency: Pick<AgencyRow, 'code' | 'name'>;
};
export type ListedDossier = PlacedDossier & { readonly procedureName: string };

/** One dossier, in a single look. */
export async function readPlacedDossier(tx: Transaction, id: string): Promise<PlacedDossier> {
  const dossier = await row<PlacedDossier>(
    tx,
    `select ${columns(Dossier, 'd')}, jsonb_build_object('code', c.code, 'name', c.name) as centre,
       jsonb_build_object('code', g.code, 'name', g.name) as agency
     from dossiers d join agencies c on c.id = d.centre_id join agencies g on g.id = d.agency_id where d.id = $1`,
    [id],
  );
  refuseUnless(dossier, 'not-found');
  return dossier;
}

/** What an account has filed, and what its proved person owns (null: the account stands for nobody), newest first, after the given place. */
export async function dossiersOfCitizen(
  tx: Transaction,
  { accountId, personId, after, limit }: { accountId: string; personId: string | null; after: FiledPlace | null; limit: number },
): Promise<ListedDossier[]> {
  return rows<ListedDossier>(
    tx,
    `select ${columns(Dossier, 'd')}, p.name as "procedureName", jsonb_build_object('code', c.code, 'name', c.name) as centre,
       jsonb_build_object('code', g.code, 'name', g.name) as agency
     from (select d.* from dossiers d where (d.submitter_account_id = $1 or d.owner_person_id = $2::uuid)
             and ($3::timestamptz is null or (d.submitted_at, d.id) < ($3, $4::uuid))
           order by d.submitted_at desc, d.id desc limit $5) d
       join procedures p on p.code = d.procedure_code join agencies c on c.id = d.centre_id join agencies g on g.id = d.agency_id
     order by d.submitted_at desc, d.id desc`,
    [accountId, personId, after?.submittedAt ?? null, after?.id ?? null, limit],
  );
}

/** What several dossiers wait for. */
export async function openTasksOfAll(tx: Transaction, dossierIds: readonly string[]): Promise<TaskRow[]> {
  if (dossierIds.length === 0) return [];
  return rows<TaskRow>(
    tx,
    `select ${columns(Task)} from tasks where dossier_id = any($1::uuid[]) and closed_at is null order by opened_at, execution_id`,
    [dossierIds],
  );
}

export type TrackedDossier = Pick<DossierRow, 'status' | 'dueAt' | 'finishedAt'> & { readonly code: string; readonly centreName: string };

/** What a code alone leads to; a code that nobody was given costs the same. */
export async function findTrackedDossier(tx: Transaction, code: string): Promise<TrackedDossier | undefined> {
  const { text, values } = trackingStatement(code);
  return row<TrackedDossier>(tx, text, values);
}

export function trackingStatement(code: string): { text: string; values: unknown[] } {
  const text = `select d.code, d.status, d.due_at as "dueAt", d.finished_at as "finishedAt",
      (select c.name from agencies c where c.id = d.centre_id) as "centreName" from dossiers d where d.code = $1`;
  return { text, values: [code] };
}
