import { type ProcedureVersionContent } from '../domain/procedure';
import { refuseUnless } from '../domain/refusal';
import { findAgencyByAdminCode, findAgencyByCode, findFormerCommune, readAgency, successorsOf } from '../store/agencies';
import { type AgencyRow } from '../store/models/agency';
import { type Transaction } from '../store/transaction';

/** Where a dossier is taken in, and which body decides. */
export type Place = { centre: AgencyRow; agency: AgencyRow };

/** The one body that the version names, with its centre; undefined where the applicant names a commune. */
export async function namedPlace(tx: Transaction, { competence }: Pick<ProcedureVersionContent, 'competence'>): Promise<Place | undefined> {
  if (competence.kind === 'commune') return undefined;
  const agency = await findAgencyByCode(tx, competence.agencyCode);
  if (!agency?.centreId) throw new Error(`the competent body ${competence.agencyCode} has no centre`);
  return { agency, centre: await readAgency(tx, agency.centreId) };
}

/**
 * The commune of an administrative code on a day, with its centre. A commune that
 * is no more is refused with those that took it over: the person says which, the
 * system never guesses (E11).
 */
export async function communePlace(tx: Transaction, { communeCode, onDate }: { communeCode: string; onDate: string }): Promise<Place> {
  const agency = await findAgencyByAdminCode(tx, { adminCode: communeCode, kind: 'commune', onDate });
  const successors = agency ? [] : await successorsOfCommune(tx, communeCode, onDate);
  const fault = { path: 'body.communeCode', message: 'Chọn xã, phường hiện nay.', messageEn: 'Choose a commune or ward of today.' };
  refuseUnless(agency?.centreId, 'invalid-input', { faults: [fault], successors });
  return { agency, centre: await readAgency(tx, agency.centreId) };
}

/** The commune whose centre this is. */
export async function placeOfCentre(tx: Transaction, centreId: number): Promise<Place> {
  const centre = await readAgency(tx, centreId);
  if (centre.parentId === null) throw new Error(`the centre ${centre.code} belongs to no commune`);
  return { centre, agency: await readAgency(tx, centre.parentId) };
}

async function successorsOfCommune(tx: Transaction, communeCode: string, onDate: string) {
  const former = await findFormerCommune(tx, communeCode, onDate);
  if (!former) return [];
  return (await successorsOf(tx, former.id)).map(({ adminCode, name, part }) => ({ communeCode: adminCode, name, part }));
}
