import { type CreationAttributes, type Transaction } from 'sequelize';
import { refuseUnless } from '../domain/refusal';
import { Procedure, type ProcedureRow } from './models/procedure';
import { ProcedureConfirmation, type ProcedureConfirmationRow } from './models/procedure-confirmation';
import { ProcedureVersion, type ProcedureVersionRow } from './models/procedure-version';
import { nameQuery } from './name-query';
import { columns, findRecord, insertRecord } from './records';
import { execute, row, rows } from './rows';

/** A version with the procedure that it belongs to; `confirmedAt` is null while nobody competent has confirmed it. */
export interface PublishedProcedure extends ProcedureVersionRow {
  readonly name: string;
  readonly field: string;
  readonly level: string;
  readonly confirmedAt: Date | null;
}

export async function insertProcedure(tx: Transaction, values: CreationAttributes<Procedure>): Promise<ProcedureRow> {
  return insertRecord(tx, Procedure, values);
}

export async function findProcedure(tx: Transaction, code: string): Promise<ProcedureRow | undefined> {
  return findRecord(tx, Procedure, code);
}

/** Publishes the next version of a procedure. It can never be changed after. */
export async function publishProcedureVersion(
  tx: Transaction,
  values: Omit<ProcedureVersionRow, 'id' | 'version'>,
): Promise<ProcedureVersionRow> {
  await execute(tx, 'select from procedures where code = $1 for update', [values.procedureCode]);
  const next = await row<{ version: number }>(
    tx,
    'select coalesce(max(version), 0) + 1 as version from procedure_versions where procedure_code = $1',
    [values.procedureCode],
  );
  return insertRecord(tx, ProcedureVersion, { ...values, version: next!.version });
}

export async function confirmProcedureVersion(tx: Transaction, values: ProcedureConfirmationRow): Promise<ProcedureConfirmationRow> {
  return insertRecord(tx, ProcedureConfirmation, values);
}

/** A version, and whether it has been confirmed meanwhile. */
export async function readProcedureVersion(tx: Transaction, id: string): Promise<PublishedProcedure> {
  const version = await row<PublishedProcedure>(tx, `${published()} where v.id = $1`, [id]);
  refuseUnless(version, 'not-found');
  return version;
}

/** The version that governs a filing on a day: the newest of those in force. */
export async function findVersionInForce(tx: Transaction, code: string, onDate: string): Promise<PublishedProcedure | undefined> {
  return row<PublishedProcedure>(tx, `${published()} where v.procedure_code = $1 and ${inForce('$2')} order by v.version desc limit 1`, [
    code,
    onDate,
  ]);
}

/** Every version of a procedure, newest first. */
export async function versionsOf(tx: Transaction, code: string): Promise<PublishedProcedure[]> {
  return rows<PublishedProcedure>(tx, `${published()} where v.procedure_code = $1 order by v.version desc`, [code]);
}

/** The procedures in force on a day, each in the version that governs, by code. */
export async function listProceduresOn(tx: Transaction, onDate: string): Promise<PublishedProcedure[]> {
  return rows<PublishedProcedure>(
    tx,
    `select distinct on (listed."procedureCode") listed.* from (${published()} where ${inForce('$1')}) listed
     order by listed."procedureCode", listed.version desc`,
    [onDate],
  );
}

export interface CatalogueSearch {
  readonly onDate: string;
  /** Every word of the name, with or without diacritics, in any order; null narrows nothing. */
  readonly words: string | null;
  readonly field: string | null;
  readonly level: string | null;
  /** The code after which the page begins. */
  readonly after: string | null;
  readonly limit: number;
}

/** A page of the procedures in force on a day, each in the version that governs, by code. */
export async function cataloguePage(tx: Transaction, search: CatalogueSearch): Promise<PublishedProcedure[]> {
  const { onDate, words, field, level, after, limit } = search;
  return rows<PublishedProcedure>(
    tx,
    `select distinct on (listed."procedureCode") listed.* from (
       ${published()} where ${inForce('$1')} and ($2::text is null or p.name_search @@ ${nameQuery('$2')})
         and ($3::text is null or p.field = $3) and ($4::text is null or p.level = $4) and ($5::text is null or p.code > $5)) listed
     order by listed."procedureCode", listed.version desc limit $6`,
    [onDate, words, field, level, after, limit],
  );
}

function published(): string {
  return `select ${columns(ProcedureVersion, 'v')}, p.name, p.field, p.level, c.confirmed_at as "confirmedAt"
    from procedure_versions v join procedures p on p.code = v.procedure_code
      left join procedure_confirmations c on c.procedure_version_id = v.id`;
}

function inForce(parameter: string): string {
  return `v.effective_from_on <= ${parameter} and (v.effective_to_on is null or v.effective_to_on > ${parameter})`;
}
