import { type CreationAttributes, type Transaction } from 'sequelize';
import { refuseUnless } from '../domain/refusal';
import { Component, type ComponentRow } from './models/component';
import { StoredFile, type StoredFileRow } from './models/stored-file';
import { changeRecord, columns, insertRecords } from './records';
import { execute, row, rows } from './rows';

/** Whose papers: those of a draft, or those of a dossier. */
export type Holder = { readonly draftId: string } | { readonly dossierId: string };

export interface FileOfComponent extends StoredFileRow {
  readonly componentId: string;
  readonly position: number;
}

export async function insertComponents(tx: Transaction, many: readonly CreationAttributes<Component>[]): Promise<ComponentRow[]> {
  return insertRecords(tx, Component, many);
}

/** The papers in the order in which the procedure names them. */
export async function componentsOf(tx: Transaction, holder: Holder): Promise<ComponentRow[]> {
  const { column, id } = place(holder);
  return rows<ComponentRow>(tx, `select ${columns(Component)} from components where ${column} = $1 order by position, key`, [id]);
}

export async function findComponent(tx: Transaction, holder: Holder, key: string): Promise<ComponentRow | undefined> {
  const { column, id } = place(holder);
  return row<ComponentRow>(tx, `select ${columns(Component)} from components where ${column} = $1 and key = $2`, [id, key]);
}

/** Notes what was handed in, or what the clerk found. */
export async function changeComponent(
  tx: Transaction,
  id: string,
  changes: Partial<
    Pick<ComponentRow, 'originals' | 'certifiedCopies' | 'photocopies' | 'isElectronic' | 'checkState' | 'checkNote' | 'reusedFromId'>
  >,
): Promise<ComponentRow> {
  const component = await changeRecord(tx, Component, id, changes);
  refuseUnless(component, 'not-found');
  return component;
}

/** The papers of a draft become those of its dossier. */
export async function moveComponents(tx: Transaction, draftId: string, dossierId: string): Promise<void> {
  await execute(tx, 'update components set draft_id = null, dossier_id = $2 where draft_id = $1', [draftId, dossierId]);
}

/** Drops papers that another case of the procedure does not ask for, where nothing was uploaded for them. */
export async function dropEmptyComponents(tx: Transaction, draftId: string, keys: readonly string[]): Promise<void> {
  await execute(
    tx,
    `delete from components c where c.draft_id = $1 and c.key = any($2::text[])
       and not exists (select from component_files f where f.component_id = c.id)`,
    [draftId, keys],
  );
}

/** Adds a file at the end of a paper. */
export async function attachFile(
  tx: Transaction,
  { componentId, fileId, at }: { componentId: string; fileId: string; at: Date },
): Promise<void> {
  await execute(
    tx,
    `insert into component_files (component_id, file_id, position, added_at)
     select $1::uuid, $2::uuid, coalesce(max(position), 0) + 1, $3::timestamptz from component_files where component_id = $1`,
    [componentId, fileId, at],
  );
}

/** Takes a file off a paper; that it was there stays on record. */
export async function detachFile(
  tx: Transaction,
  { componentId, fileId, at }: { componentId: string; fileId: string; at: Date },
): Promise<void> {
  const touched = await execute(
    tx,
    'update component_files set removed_at = $3 where component_id = $1 and file_id = $2 and removed_at is null',
    [componentId, fileId, at],
  );
  refuseUnless(touched === 1, 'not-found');
}

/** The files that are in the papers of a draft or dossier now, in order. */
export async function filesOf(tx: Transaction, holder: Holder): Promise<FileOfComponent[]> {
  const { column, id } = place(holder);
  return rows<FileOfComponent>(
    tx,
    `select ${columns(StoredFile, 'f')}, cf.component_id as "componentId", cf.position
     from components c join component_files cf on cf.component_id = c.id and cf.removed_at is null join files f on f.id = cf.file_id
     where c.${column} = $1 order by c.position, cf.position`,
    [id],
  );
}

function place(holder: Holder): { column: string; id: string } {
  return 'draftId' in holder ? { column: 'draft_id', id: holder.draftId } : { column: 'dossier_id', id: holder.dossierId };
}
