import { type CreationAttributes, type Transaction } from 'sequelize';
import { AccessLogEntry, type AccessLogEntryRow } from './models/access-log-entry';
import { columns, insertRecords } from './records';
import { rows } from './rows';

/** Notes that a staff member has read personal data, in which act, of whom, and how much was found. One statement; lines are never changed. */
export async function appendAccess(tx: Transaction, lines: readonly CreationAttributes<AccessLogEntry>[]): Promise<void> {
  await insertRecords(tx, AccessLogEntry, lines);
}

/** Who has looked at a dossier, newest first, before the given line. */
export async function accessesOf(
  tx: Transaction,
  { dossierId, beforeId, limit }: { dossierId: string; beforeId: number | null; limit: number },
): Promise<AccessLogEntryRow[]> {
  return rows<AccessLogEntryRow>(
    tx,
    `select ${columns(AccessLogEntry)} from access_log where dossier_id = $1 and ($2::bigint is null or id < $2) order by at desc, id desc limit $3`,
    [dossierId, beforeId, limit],
  );
}

export type NamedAccess = Omit<AccessLogEntryRow, 'staffId' | 'postId'> & {
  readonly staffName: string;
  readonly postTitle: string | null;
  readonly agencyName: string | null;
  readonly dossierCode: string | null;
};

/**
 * The log with names, newest first: of one dossier, of one reader, or whole;
 * before the given line. `agencyIds`: only looks from the posts of these agencies
 * and looks at their dossiers; null: of the whole province.
 */
export async function namedAccesses(
  tx: Transaction,
  {
    dossierId,
    staffId,
    agencyIds,
    before,
    limit,
  }: {
    dossierId: string | null;
    staffId: string | null;
    agencyIds: readonly number[] | null;
    before: { at: Date; id: number } | null;
    limit: number;
  },
): Promise<NamedAccess[]> {
  const values: unknown[] = [limit];
  const clauses: string[] = [];
  if (dossierId !== null) clauses.push(`l.dossier_id = $${values.push(dossierId)}::uuid`);
  if (staffId !== null) clauses.push(`l.staff_id = $${values.push(staffId)}::uuid`);
  if (agencyIds) clauses.push(withinAgencies(values.push([...agencyIds])));
  if (before) clauses.push(`(l.at, l.id) < ($${values.push(before.at)}::timestamptz, $${values.push(before.id)}::bigint)`);
  const page = `select l.* from access_log l ${clauses.length ? `where ${clauses.join(' and ')}` : ''} order by l.at desc, l.id desc limit $1`;
  return rows<NamedAccess>(
    tx,
    `select l.id, l.at, l.endpoint, l.dossier_id as "dossierId", l.person_id as "personId", l.found, s.full_name as "staffName",
       p.title as "postTitle", g.name as "agencyName", d.code as "dossierCode"
     from (${page}) l join staff s on s.id = l.staff_id left join posts p on p.id = l.post_id left join agencies g on g.id = p.agency_id
       left join dossiers d on d.id = l.dossier_id order by l.at desc, l.id desc`,
    values,
  );
}

function withinAgencies(place: number): string {
  return `(exists (select 1 from posts o where o.id = l.post_id and o.agency_id = any($${place}::int[]))
    or exists (select 1 from dossiers f where f.id = l.dossier_id and (f.centre_id = any($${place}::int[]) or f.agency_id = any($${place}::int[]))))`;
}
