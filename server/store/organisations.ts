import { type CreationAttributes, type Transaction } from 'sequelize';
import { refuseUnless } from '../domain/refusal';
import { Organisation, type OrganisationRow } from './models/organisation';
import { Representative, type RepresentativeRow } from './models/representative';
import { validOn } from './periods';
import { columns, findRecord, insertRecord } from './records';
import { execute, row, rows } from './rows';

export async function insertOrganisation(tx: Transaction, values: CreationAttributes<Organisation>): Promise<OrganisationRow> {
  return insertRecord(tx, Organisation, values);
}

/** The organisation of this tax code, or this one entered under it: of two who enter it at once, both get the same. */
export async function enterOrganisation(
  tx: Transaction,
  { name, taxCode, createdAt }: { name: string; taxCode: string; createdAt: Date },
): Promise<OrganisationRow> {
  await execute(tx, 'insert into organisations (name, tax_code, created_at) values ($1, $2, $3) on conflict (tax_code) do nothing', [
    name,
    taxCode,
    createdAt,
  ]);
  return (await findOrganisationByTaxCode(tx, taxCode))!;
}

export async function readOrganisation(tx: Transaction, id: string): Promise<OrganisationRow> {
  const organisation = await findRecord(tx, Organisation, id);
  refuseUnless(organisation, 'not-found');
  return organisation;
}

export async function findOrganisationByTaxCode(tx: Transaction, taxCode: string): Promise<OrganisationRow | undefined> {
  return row<OrganisationRow>(tx, `select ${columns(Organisation)} from organisations where tax_code = $1`, [taxCode]);
}

export async function insertRepresentative(tx: Transaction, values: CreationAttributes<Representative>): Promise<RepresentativeRow> {
  return insertRecord(tx, Representative, values);
}

/** The organisations for which a person may speak on a day. */
export async function organisationsOf(tx: Transaction, personId: string, onDate: string): Promise<OrganisationRow[]> {
  return rows<OrganisationRow>(
    tx,
    `select ${columns(Organisation, 'o')} from representatives r join organisations o on o.id = r.organisation_id
     where r.person_id = $1 and ${validOn('r', '$2')} order by o.name, o.id`,
    [personId, onDate],
  );
}
