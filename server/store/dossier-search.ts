import { type Transaction } from 'sequelize';
import { type DossierRow } from './models/dossier';
import { nameQuery } from './name-query';
import { rows } from './rows';

/** One way to look; exactly as the clerk typed it. A code is ours in capitals, or another system's own as it is. */
export type Sought =
  | { readonly by: 'code'; readonly code: string }
  | { readonly by: 'owner-name'; readonly name: string }
  | { readonly by: 'owner-number'; readonly number: string }
  | { readonly by: 'owner-phone'; readonly phone: string };

/** Where a page of a list by the instant of filing begins. */
export interface FiledPlace {
  readonly submittedAt: Date;
  readonly id: string;
}

export interface DossierSearch {
  readonly sought: Sought;
  /** The agencies or centres whose dossiers the reader may see; null where he may see all. */
  readonly agencyIds: readonly number[] | null;
  readonly after: FiledPlace | null;
  readonly limit: number;
}

export type FoundDossier = Pick<
  DossierRow,
  | 'id'
  | 'code'
  | 'procedureCode'
  | 'ownerName'
  | 'ownerNumber'
  | 'submitterName'
  | 'agencyId'
  | 'centreId'
  | 'channel'
  | 'status'
  | 'subStatus'
  | 'submittedAt'
  | 'acceptedAt'
  | 'dueAt'
  | 'finishedAt'
> & { readonly procedureName: string; readonly agencyName: string; readonly centreName: string };

/** Finds dossiers within what the reader may see, newest first, from the given place on. */
export async function searchDossiers(tx: Transaction, search: DossierSearch): Promise<FoundDossier[]> {
  const { text, values } = searchStatement(search);
  return rows<FoundDossier>(tx, text, values);
}

/** The names beside are fetched for the page alone. Shown, so that its plan can be asked for. */
export function searchStatement({ sought, agencyIds, after, limit }: DossierSearch): { text: string; values: unknown[] } {
  const values: unknown[] = [limit];
  const clauses = [soughtClause(sought, values)];
  if (agencyIds)
    clauses.push(`(d.agency_id = any($${values.push(agencyIds)}::integer[]) or d.centre_id = any($${values.length}::integer[]))`);
  if (after) {
    const at = `$${values.push(after.submittedAt)}::timestamptz`;
    clauses.push(`(d.submitted_at, d.id) < (${at}, $${values.push(after.id)}::uuid)`);
  }
  const page = `select d.* from dossiers d where ${clauses.join(' and ')} order by d.submitted_at desc, d.id desc limit $1`;
  return { text: `select ${FOUND} from (${page}) d ${BESIDE} order by d.submitted_at desc, d.id desc`, values };
}

const FOUND = `d.id, d.code, d.procedure_code as "procedureCode", p.name as "procedureName", d.owner_name as "ownerName",
  d.owner_number as "ownerNumber", d.submitter_name as "submitterName", d.agency_id as "agencyId", g.name as "agencyName",
  d.centre_id as "centreId", c.name as "centreName", d.channel, d.status, d.sub_status as "subStatus", d.submitted_at as "submittedAt",
  d.accepted_at as "acceptedAt", d.due_at as "dueAt", d.finished_at as "finishedAt"`;

const BESIDE = 'join procedures p on p.code = d.procedure_code join agencies g on g.id = d.agency_id join agencies c on c.id = d.centre_id';

function soughtClause(sought: Sought, bound: unknown[]): string {
  switch (sought.by) {
    case 'code':
      return `(d.code = $${bound.push(sought.code.toUpperCase())} or d.outside_code = $${bound.push(sought.code)})`;
    case 'owner-name':
      return `d.owner_search @@ ${nameQuery(`$${bound.push(sought.name)}`)}`;
    case 'owner-number':
      return `d.owner_number = $${bound.push(sought.number)}`;
    case 'owner-phone':
      return `d.owner_phone = $${bound.push(sought.phone)}`;
  }
}
