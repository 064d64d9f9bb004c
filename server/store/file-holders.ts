import { type DossierRow } from './models/dossier';
import { row, rows } from './rows';
import { type Transaction } from './transaction';

type Ownership = Pick<DossierRow, 'id' | 'centreId' | 'agencyId' | 'ownerPersonId' | 'submitterPersonId' | 'submitterAccountId'>;

/** One paper that holds, or held, a file, with whose it is. */
export type FileHolderRow = { readonly isRemoved: boolean; readonly dossier: Ownership | null; readonly draftAccountId: string | null };

/** Every paper that a file is or was in: a reader reaches a file through one of them, never by its number alone. */
export async function holdersOfFile(tx: Transaction, fileId: string): Promise<FileHolderRow[]> {
  return rows<FileHolderRow>(
    tx,
    `select cf.removed_at is not null as "isRemoved", r.account_id as "draftAccountId",
       case when d.id is not null then jsonb_build_object('id', d.id, 'centreId', d.centre_id, 'agencyId', d.agency_id,
         'ownerPersonId', d.owner_person_id, 'submitterPersonId', d.submitter_person_id, 'submitterAccountId', d.submitter_account_id) end as dossier
     from component_files cf join components c on c.id = cf.component_id
       left join dossiers d on d.id = c.dossier_id left join drafts r on r.id = c.draft_id
     where cf.file_id = $1 order by cf.removed_at nulls first, cf.added_at`,
    [fileId],
  );
}

/** The dossier in which a file lies. */
export async function dossierOfFile(tx: Transaction, fileId: string): Promise<string | undefined> {
  const found = await row<{ dossierId: string }>(
    tx,
    `select c.dossier_id as "dossierId" from component_files cf join components c on c.id = cf.component_id
      where cf.file_id = $1 and c.dossier_id is not null order by cf.added_at limit 1`,
    [fileId],
  );
  return found?.dossierId;
}
