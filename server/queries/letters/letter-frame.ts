import { letterheadOf } from '../../domain/letterhead';
import { localDateOf } from '../../domain/local-time';
import { type ProcedureVersionContent } from '../../domain/procedure';
import { ancestorsOf, readAgency } from '../../store/agencies';
import { type AgencyRow } from '../../store/models/agency';
import { type DossierRow } from '../../store/models/dossier';
import { readDossier } from '../../store/dossiers';
import { readProcedureVersion } from '../../store/procedures';
import { findSetting } from '../../store/settings';
import { readStaffMember } from '../../store/staff';
import { type Reader } from '../reader';

/** The dossier that a letter is about, with what every letter says. */
export type LetterSubject = { dossier: DossierRow; procedure: ProcedureVersionContent; centre: AgencyRow; onDate: string };
export type Guide = { name: string; phone: string };

/** Printed where the office has no line to name: nobody is left without an answer to where to ask. */
export const UNKNOWN_PHONE = '(hỏi tại quầy)';

export async function readLetterSubject({ tx, now }: Reader, dossierId: string): Promise<LetterSubject> {
  const dossier = await readDossier(tx, dossierId);
  const { content: procedure } = await readProcedureVersion(tx, dossier.procedureVersionId);
  return { dossier, procedure, centre: await readAgency(tx, dossier.centreId), onDate: localDateOf(now) };
}

/** The head of a letter, its day, and what it is about: the same on all five. */
export async function letterFrame({ tx }: Reader, { dossier, procedure, onDate }: LetterSubject) {
  const [self, ...above] = await ancestorsOf(tx, dossier.centreId);
  if (!self) throw new Error(`centre ${dossier.centreId} is missing`);
  return {
    issuer: { ...letterheadOf([self, ...above]), ...(await readLines({ tx })) },
    issuedOn: onDate,
    reprint: false,
    dossierCode: dossier.code ?? '',
    procedure: { code: procedure.code, name: procedure.name.vi },
  };
}

/** Who explains the letter by telephone: the one who wrote it, else the centre's own line. */
export async function readGuide({ tx }: Reader, { centre }: LetterSubject, staffId: string | null): Promise<Guide> {
  const member = staffId === null ? undefined : await readStaffMember(tx, staffId);
  const { hotline } = await readLines({ tx });
  return { name: member?.fullName ?? centre.name, phone: member?.phone ?? centre.phone ?? hotline ?? UNKNOWN_PHONE };
}

/** The site and the telephone line that the province prints on its letters, where it has decided on them (setting `letters`). */
async function readLines({ tx }: Pick<Reader, 'tx'>): Promise<{ site?: string; hotline?: string }> {
  const { site, hotline } = ((await findSetting(tx, 'letters'))?.value ?? {}) as { site?: unknown; hotline?: unknown };
  return { ...(typeof site === 'string' ? { site } : {}), ...(typeof hotline === 'string' ? { hotline } : {}) };
}
