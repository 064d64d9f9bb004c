import { addressLine, unitName } from '../domain/letterhead';
import { partyOf, type Party } from '../domain/party';
import { ancestorsOf, findAgencyByAdminCode } from './agencies';
import { papersOf } from './identity-papers';
import { type DossierRow } from './models/dossier';
import { type PersonRow } from './models/person';
import { readOrganisation } from './organisations';
import { readPerson } from './people';
import { type Transaction } from './transaction';

/** The owner of a dossier as papers name them; the name is the one that the dossier carries. */
export async function ownerParty(tx: Transaction, dossier: DossierRow, onDate: string): Promise<Party> {
  if (dossier.ownerOrganisationId) {
    const { taxCode, address, phone, email } = await readOrganisation(tx, dossier.ownerOrganisationId);
    const paper = taxCode ? { kind: 'tax-code', number: taxCode } : null;
    return partyOf({ name: dossier.ownerName, paper, address: await addressText(tx, address, onDate), phone, email });
  }
  const person = dossier.ownerPersonId ? await readPerson(tx, dossier.ownerPersonId) : undefined;
  return personParty(tx, { name: dossier.ownerName, phone: dossier.ownerPhone, person }, onDate);
}

/** Whoever handed the dossier in. */
export async function submitterParty(tx: Transaction, dossier: DossierRow, onDate: string): Promise<Party> {
  const person = dossier.submitterPersonId ? await readPerson(tx, dossier.submitterPersonId) : undefined;
  return personParty(tx, { name: dossier.submitterName, phone: null, person }, onDate);
}

async function personParty(
  tx: Transaction,
  { name, phone, person }: { name: string; phone: string | null; person: PersonRow | undefined },
  onDate: string,
): Promise<Party> {
  const papers = person ? await papersOf(tx, person.id) : [];
  const paper = papers.find(({ provedAt }) => provedAt) ?? papers[0] ?? null;
  const address = person ? await addressText(tx, person.address, onDate) : null;
  return partyOf({ name, paper, address, phone: phone ?? person?.phone ?? null, email: person?.email ?? null });
}

/** An address as it was given (`line`, and `unit`, the code of a commune), as one line. */
export async function addressText(tx: Transaction, given: unknown, onDate: string): Promise<string | null> {
  if (typeof given === 'string') return given.trim() || null;
  const { line, unit } = (given ?? {}) as { line?: unknown; unit?: unknown };
  const commune = typeof unit === 'string' ? await findAgencyByAdminCode(tx, { adminCode: unit, kind: 'commune', onDate }) : undefined;
  const province = commune && (await ancestorsOf(tx, commune.id)).at(-1);
  const text = addressLine({
    ...(typeof line === 'string' ? { line } : {}),
    ...(commune ? { unitName: commune.name } : {}),
    ...(province ? { provinceName: province.name } : {}),
  });
  return text || null;
}

/**
 * Where a parcel goes: the street as it was typed, the commune by its code, the
 * province. The name of a foreign commune is not known here, so its code stands.
 */
export async function postalAddressText(tx: Transaction, given: Record<string, unknown>, onDate: string): Promise<string> {
  const { street = '', communeCode, province } = given as { street?: string; communeCode?: string; province?: string };
  const commune = communeCode ? await findAgencyByAdminCode(tx, { adminCode: communeCode, kind: 'commune', onDate }) : undefined;
  const unit = commune ? unitName(commune.name) : communeCode && `mã đơn vị hành chính ${communeCode}`;
  return [street.trim(), unit, province?.trim()].filter(Boolean).join(', ');
}
