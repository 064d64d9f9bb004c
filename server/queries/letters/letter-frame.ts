import { letterheadOf } from '../../domain/letterhead';
import { localDateOf } from '../../domain/local-time';
import { type ProcedureVersionContent } from '../../domain/procedure';
import { ancestorsOf, contactOf, readAgency } from '../../store/agencies';
import { type AgencyRow } from '../../store/models/agency';
import { type DossierRow } from '../../store/models/dossier';
import { readDossier } from '../../store/dossiers';
import { readPinnedVersion } from '../../store/pinned-versions';
import { readStaffMember } from '../../store/staff';
import { type Transaction } from '../../store/transaction';
import { type Reader } from '../reader';

/** The dossier that a letter is about, with what every letter says. */
export type LetterSubject = { dossier: DossierRow; procedure: ProcedureVersionContent; centre: AgencyRow; onDate: string };
export type Guide = { name: string; phone: string };

/** Printed where no body up to the province has a telephone on record: nobody is left without an answer to where to ask. */
export const UNKNOWN_PHONE = '(hỏi tại quầy)';

export async function readLetterSubject({ tx, now }: Reader, dossierId: string): Promise<LetterSubject> {
  const dossier = await readDossier(tx, dossierId);
  const { content: procedure } = await readPinnedVersion(tx, dossier.procedureVersionId);
  return { dossier, procedure, centre: await readAgency(tx, dossier.centreId), onDate: localDateOf(now) };
}

/** The head of a letter, its day, and what it is about: the same on all five. */
export async function letterFrame({ tx }: Reader, { dossier, procedure, onDate }: LetterSubject) {
  const [self, ...above] = await ancestorsOf(tx, dossier.centreId);
  if (!self) throw new Error(`centre ${dossier.centreId} is missing`);
  return {
    issuer: { ...letterheadOf([self, ...above]), ...(await linesOf(tx, self)) },
    issuedOn: onDate,
    reprint: false,
    dossierCode: dossier.code ?? '',
    procedure: { code: procedure.code, name: procedure.name.vi },
  };
}

/** Who explains the letter by telephone: the one who wrote it, else the centre's own line. */
export async function readGuide({ tx }: Reader, { centre }: LetterSubject, staffId: string | null): Promise<Guide> {
  const member = staffId === null ? undefined : await readStaffMember(tx, staffId);
  const { phone } = await contactOf(tx, centre.id);
  return { name: member?.fullName ?? centre.name, phone: member?.phone ?? phone ?? UNKNOWN_PHONE };
}

/** Where a letter's reader may ask: by telephone, else at the centre's own counter; the site where one is on record. */
async function linesOf(tx: Transaction, { id, name }: AgencyRow): Promise<{ hotline: string; site?: string }> {
  const { phone, website } = await contactOf(tx, id);
  return { hotline: phone ?? `tại quầy ${name}`, ...(website === null ? {} : { site: website }) };
}
