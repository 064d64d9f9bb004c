import { type CreationAttributes, type Transaction } from 'sequelize';
import { refuseUnless } from '../domain/refusal';
import { Agency, type AgencyRow } from './models/agency';
import { AgencySuccessor, type AgencySuccessorRow } from './models/agency-successor';
import { validOn } from './periods';
import { changeRecord, columns, findRecord, insertRecord } from './records';
import { row, rows } from './rows';

/** The body of this number, whether it still exists or not: an old dossier names the one of its day. */
export async function readAgency(tx: Transaction, id: number): Promise<AgencyRow> {
  const agency = await findRecord(tx, Agency, id);
  refuseUnless(agency, 'not-found');
  return agency;
}

export async function findAgencyByCode(tx: Transaction, code: string): Promise<AgencyRow | undefined> {
  return row<AgencyRow>(tx, `select ${columns(Agency)} from agencies where code = $1`, [code]);
}

/** The commune, centre or post that serves an administrative unit on a day. */
export async function findAgencyByAdminCode(
  tx: Transaction,
  { adminCode, kind, onDate }: { adminCode: string; kind: AgencyRow['kind']; onDate: string },
): Promise<AgencyRow | undefined> {
  return row<AgencyRow>(
    tx,
    `select ${columns(Agency, 'a')} from agencies a where a.admin_code = $1 and a.kind = $2 and ${validOn('a', '$3')} order by a.id limit 1`,
    [adminCode, kind, onDate],
  );
}

/** Which of these codes are communes on a day. */
export async function knownCommunes(tx: Transaction, adminCodes: readonly string[], onDate: string): Promise<Set<string>> {
  if (adminCodes.length === 0) return new Set();
  const known = await rows<{ adminCode: string }>(
    tx,
    `select a.admin_code as "adminCode" from agencies a where a.admin_code = any($1::text[]) and a.kind = 'commune' and ${validOn('a', '$2')}`,
    [adminCodes, onDate],
  );
  return new Set(known.map(({ adminCode }) => adminCode));
}

/** The province that this system serves; undefined before it is entered. */
export async function findOwnProvince(tx: Transaction, onDate: string): Promise<AgencyRow | undefined> {
  return row<AgencyRow>(
    tx,
    `select ${columns(Agency, 'a')} from agencies a where a.kind = 'province' and ${validOn('a', '$1')} order by a.id limit 1`,
    [onDate],
  );
}

/** The latest commune of this administrative code that ended before a day: whoever still writes the old address means one of its successors. */
export async function findFormerCommune(tx: Transaction, adminCode: string, onDate: string): Promise<AgencyRow | undefined> {
  return row<AgencyRow>(
    tx,
    `select ${columns(Agency)} from agencies where admin_code = $1 and kind = 'commune' and valid_to_on <= $2 order by valid_to_on desc limit 1`,
    [adminCode, onDate],
  );
}

/** Every body that exists on a day, in the order of its code. */
export async function listAgenciesOn(tx: Transaction, onDate: string): Promise<AgencyRow[]> {
  return rows<AgencyRow>(tx, `select ${columns(Agency, 'a')} from agencies a where ${validOn('a', '$1')} order by a.code`, [onDate]);
}

export async function childrenOf(tx: Transaction, parentId: number, onDate: string): Promise<AgencyRow[]> {
  return rows<AgencyRow>(
    tx,
    `select ${columns(Agency, 'a')} from agencies a where a.parent_id = $1 and ${validOn('a', '$2')} order by a.code`,
    [parentId, onDate],
  );
}

export async function divisionsOf(tx: Transaction, parentId: number, onDate: string): Promise<AgencyRow[]> {
  return (await childrenOf(tx, parentId, onDate)).filter(({ kind }) => kind === 'division');
}

/** The body itself, its parent, and so on up to the province. */
export async function ancestorsOf(tx: Transaction, id: number): Promise<AgencyRow[]> {
  return rows<AgencyRow>(
    tx,
    `with recursive line as (
       select a.*, 0 as height from agencies a where a.id = $1
       union all select a.*, line.height + 1 from agencies a join line on a.id = line.parent_id
     ) select ${columns(Agency, 'line')} from line order by height`,
    [id],
  );
}

/** The telephone and the site that a body names: its own, else those of the nearest body above it that has one. */
export async function contactOf(tx: Transaction, id: number): Promise<{ phone: string | null; website: string | null }> {
  const line = await ancestorsOf(tx, id);
  const nearest = (what: 'phone' | 'website') => line.map((agency) => agency[what]).find((value) => value !== null) ?? null;
  return { phone: nearest('phone'), website: nearest('website') };
}

/** The address of a body: its own, else that of the nearest body above it. A commune's centre is not at the seat of the province. */
export async function addressOf(tx: Transaction, id: number): Promise<string | null> {
  const line = await ancestorsOf(tx, id);
  const commune = line.findIndex(({ kind }) => kind === 'commune');
  const near = commune < 0 ? line : line.slice(0, commune + 1);
  return near.map(({ address }) => address).find((address) => address !== null) ?? null;
}

export async function insertAgency(tx: Transaction, values: CreationAttributes<Agency>): Promise<AgencyRow> {
  return insertRecord(tx, Agency, values);
}

/** Corrects what may change while the body lives: name, address, centre, last day. Its code and kind stay. */
export async function changeAgency(
  tx: Transaction,
  id: number,
  changes: Partial<Pick<AgencyRow, 'name' | 'parentId' | 'centreId' | 'address' | 'phone' | 'website' | 'validToOn'>>,
): Promise<AgencyRow> {
  const agency = await changeRecord(tx, Agency, id, changes);
  refuseUnless(agency, 'not-found');
  return agency;
}

export async function insertSuccessor(tx: Transaction, values: AgencySuccessorRow): Promise<AgencySuccessorRow> {
  return insertRecord(tx, AgencySuccessor, values);
}

/** Who took over from a former body, and of what where it was split. */
export async function successorsOf(tx: Transaction, formerId: number): Promise<(AgencyRow & { part: string | null })[]> {
  return rows(
    tx,
    `select ${columns(Agency, 'a')}, s.part from agency_successors s join agencies a on a.id = s.successor_id
     where s.former_id = $1 order by a.code`,
    [formerId],
  );
}

/** The post that takes over from a centre on a day: its counter there, else the province's own; undefined where none is on record. */
export async function findPostOf(
  tx: Transaction,
  { centreId, onDate }: { centreId: number; onDate: string },
): Promise<AgencyRow | undefined> {
  return row<AgencyRow>(
    tx,
    `select ${columns(Agency, 'a')} from agencies a where a.kind = 'post' and ${validOn('a', '$2')}
     order by a.centre_id is not distinct from $1::int desc, length(a.code), a.id limit 1`,
    [centreId, onDate],
  );
}

/** Who took over from each of these former bodies. */
export async function successorsOfAll(
  tx: Transaction,
  formerIds: readonly number[],
): Promise<{ formerId: number; code: string; name: string; part: string | null }[]> {
  if (formerIds.length === 0) return [];
  return rows(
    tx,
    `select s.former_id as "formerId", a.code, a.name, s.part from agency_successors s join agencies a on a.id = s.successor_id
     where s.former_id = any($1::integer[]) order by a.code`,
    [formerIds],
  );
}

/** The bodies of the province that decide by themselves: departments and the land office, by code. */
export async function competentBodies(tx: Transaction, onDate: string): Promise<{ code: string; name: string }[]> {
  return rows(
    tx,
    `select a.code, a.name from agencies a
     where a.kind in ('department', 'land-office') and a.centre_id is not null and ${validOn('a', '$1')} order by a.code`,
    [onDate],
  );
}
