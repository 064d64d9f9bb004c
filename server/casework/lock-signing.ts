import { type SigningKind } from '../domain/signing-kind';
import { refuseUnless } from '../domain/refusal';
import { type RecordedFile } from '../domain/signing-record';
import { asStaff, type StaffActor } from '../policies/actor';
import { readCertificate } from '../store/certificates';
import { type AuthorityRow } from '../store/models/authority';
import { type CertificateRow } from '../store/models/certificate';
import { type ResultRow } from '../store/models/result';
import { readResult } from '../store/results';
import { lockRequest } from '../store/signing-requests';
import { type Context } from './context';
import { judgeSigning } from './judge-signing';
import { type Case, lockCase } from './read-case';
import { judgeCertificate } from './signing-certificate';

/** A document that was signed or sealed outside every lock and is about to go on record. */
export type SigningOnHand = { requestId: string; dossierId: string; before: RecordedFile };
export type LockedSigning = {
  actor: StaffActor;
  subject: Case;
  result: ResultRow;
  certificate: CertificateRow;
  authority: AuthorityRow | null;
};

/**
 * Locks dossier and request, in this order, and judges all of it again under the
 * locks: who came first, signature or withdrawal, is decided here (E20).
 */
export async function lockSigning(
  context: Context,
  kind: SigningKind,
  { requestId, dossierId, before }: SigningOnHand,
): Promise<LockedSigning> {
  const { tx } = context;
  const actor = asStaff(context.actor);
  const subject = await lockCase(context, dossierId);
  const request = await lockRequest(tx, requestId);
  refuseUnless(request.state === 'working' && request.documentSha256 === before.sha256, 'document-changed');
  const result = await readResult(tx, request.resultId);
  const certificate = await readCertificate(tx, request.certificateId);
  await judgeCertificate(context, actor, certificate);
  const { authority } = await judgeSigning(context, actor, certificate, { kind, result, expectedSha256: before.sha256 });
  return { actor, subject, result, certificate, authority };
}
