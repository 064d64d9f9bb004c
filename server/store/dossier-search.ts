import { type Transaction } from 'sequelize';
import { type DossierRow } from './models/dossier';
import { nameQuery } from './name-query';
import { rows } from './rows';

/** One way to look; exactly as the clerk typed it. */
export type Sought =
  | { readonly by: 'code'; readonly code: string }
  | { readonly by: 'owner-name'; readonly name: string }
  | { readonly by: 'owner-number'; readonly number: string }
  | { readonly by: 'owner-phone'; readonly phone: string };

export interface DossierSearch {
  readonly sought: Sought;
  /** The agencies or centres whose dossiers the reader may see; null where he may see all. */
  readonly agencyIds: readonly number[] | null;
  readonly after: { readonly submittedAt: Date; readonly id: string } | null;
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
> & { readonly procedureName: string };

/** Finds dossiers within what the reader may see, newest first, from the given place on. */
export async function searchDossiers(tx: Transaction, { sought, agencyIds, after, limit }: DossierSearch): Promise<FoundDossier[]> {
  const { clause, value } = clauseOf(sought);
  return rows<FoundDossier>(
    tx,
    `select d.id, d.code, d.procedure_code as "procedureCode", p.name as "procedureName", d.owner_name as "ownerName", d.owner_number as "ownerNumber",
       d.submitter_name as "submitterName", d.agency_id as "agencyId", d.centre_id as "centreId", d.channel, d.status, d.sub_status as "subStatus",
       d.submitted_at as "submittedAt", d.accepted_at as "acceptedAt", d.due_at as "dueAt", d.finished_at as "finishedAt"
     from dossiers d join procedures p on p.code = d.procedure_code
     where ${clause} and ($2::integer[] is null or d.agency_id = any($2) or d.centre_id = any($2))
       and ($3::timestamptz is null or (d.submitted_at, d.id) < ($3, $4::uuid))
     order by d.submitted_at desc, d.id desc limit $5`,
    [value, agencyIds, after?.submittedAt ?? null, after?.id ?? null, limit],
  );
}

function clauseOf(sought: Sought): { clause: string; value: string } {
  switch (sought.by) {
    case 'code':
      return { clause: 'd.code = $1', value: sought.code };
    case 'owner-name':
      return { clause: `d.owner_search @@ ${nameQuery('$1')}`, value: sought.name };
    case 'owner-number':
      return { clause: 'd.owner_number = $1', value: sought.number };
    case 'owner-phone':
      return { clause: 'd.owner_phone = $1', value: sought.phone };
  }
}
