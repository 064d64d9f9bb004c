import { type SignatureRole, type SigningKind } from '../domain/signing-kind';
import { checkNumberAndSeal, checkSign } from '../domain/guards/signing';
import { localDateOf } from '../domain/local-time';
import { Refusal, refuseUnless } from '../domain/refusal';
import { type StaffActor } from '../policies/actor';
import { judgeReading } from '../policies/reading';
import { findAuthority } from '../store/authorities';
import { readDossier } from '../store/dossiers';
import { type AuthorityRow } from '../store/models/authority';
import { type CertificateRow } from '../store/models/certificate';
import { type DossierRow } from '../store/models/dossier';
import { type ResultRow } from '../store/models/result';
import { signaturesOf } from '../store/signatures';
import { readStaffMember } from '../store/staff';
import { type Context } from './context';
import { openStep } from './open-step';

export const ROLES: Readonly<Record<SigningKind, SignatureRole>> = { sign: 'leader', seal: 'agency' };
const ACTS: Readonly<Record<SigningKind, string>> = { sign: 'sign-result', seal: 'number-and-seal' };

/** A document that this person may sign or seal now, and what it is. */
export type Signable = { dossier: DossierRow; authority: AuthorityRow | null };
export type Wanted = { kind: SigningKind; result: ResultRow; expectedSha256: string };

/**
 * Judges one document for its signature or its seal: the step is open to this
 * person, the file is the one that was looked at, the authority is the person's
 * own today, signer and sealer are two people. Judged when it is asked for and
 * again when it is recorded, each document for itself (R34).
 */
export async function judgeSigning(
  context: Context,
  actor: StaffActor,
  certificate: Pick<CertificateRow, 'agencyId'>,
  { kind, result, expectedSha256 }: Wanted,
): Promise<Signable> {
  const dossier = await readDossier(context.tx, result.dossierId);
  judgeReading(actor, dossier);
  refuseUnless(result.state !== 'void', 'document-changed');
  await judgeRoles(context, actor, { kind, result });
  await openStep({ tx: context.tx, actor }, dossier, ACTS[kind]);
  refuseUnless(fileOf(kind, result) === expectedSha256, 'document-changed');
  if (kind === 'sign') return { dossier, authority: await judgeSigner(context, actor, { result, dossier }) };
  refuseUnless(certificate.agencyId === dossier.agencyId, 'not-permitted');
  return { dossier, authority: null };
}

function fileOf(kind: SigningKind, { baseSha256, signedSha256 }: ResultRow): string {
  if (kind === 'seal') return signedSha256 ?? refuse('not-signed');
  return baseSha256 ?? refuse('document-not-ready');
}

async function judgeRoles({ tx }: Context, actor: StaffActor, { kind, result }: { kind: SigningKind; result: ResultRow }): Promise<void> {
  const signedBy = (await signaturesOf(tx, result.id)).find(({ role }) => role === 'leader')?.staffId ?? null;
  const document = { signedBy, numberedAt: result.number === null ? null : result.draftedAt };
  if (kind === 'sign') checkSign(document);
  else checkNumberAndSeal(document, actor.staffId);
}

/** A deputy inherits the inbox, never the pen (R46); and nobody signs over another's name, nor a refusal of one's own drafting. */
export async function judgeSigner(
  { tx, now }: Context,
  { staffId }: StaffActor,
  { result, dossier }: { result: ResultRow; dossier: DossierRow },
): Promise<AuthorityRow> {
  const onDate = localDateOf(now);
  const { agencyId, procedureCode } = dossier;
  const authority = await findAuthority(tx, { staffId, agencyId, scope: procedureCode, onDate });
  refuseUnless(authority, 'authority-missing', { documentKind: procedureCode, on: onDate });
  if (result.signerId !== staffId) {
    const name = result.signerId ? (await readStaffMember(tx, result.signerId)).fullName : '';
    throw new Refusal('other-signer', { name });
  }
  refuseUnless(result.outcome === 'grant' || result.draftedBy !== staffId, 'forbidden-pair', {
    first: 'propose-refusal',
    second: 'sign-result',
  });
  return authority;
}

function refuse(code: 'not-signed' | 'document-not-ready'): never {
  throw new Refusal(code);
}
