import { type Context } from '../../casework/context';
import { judgeSigning } from '../../casework/judge-signing';
import { judgeCertificate } from '../../casework/signing-certificate';
import { foreseeNumber, type ForeseenNumber } from '../../casework/take-number';
import { letterDate } from '../../domain/words/dates';
import { parsePlainDate } from '../../domain/plain-date';
import { refuseUnless } from '../../domain/refusal';
import { AGENCY_FIELD, DATE_FIELD, LEADER_FIELD, NUMBER_FIELD, type RecordedSignature } from '../../domain/signing-record';
import { asStaff } from '../../policies/actor';
import { readAgency } from '../../store/agencies';
import { listTrustAnchors, readCertificate } from '../../store/certificates';
import { type DossierRow } from '../../store/models/dossier';
import { type ResultRow } from '../../store/models/result';
import { readPinnedVersion } from '../../store/pinned-versions';
import { readResult } from '../../store/results';
import { recordedSignatures } from '../../store/signatures';
import { readRequest } from '../../store/signing-requests';

/** All that the work on one document needs, so that it can be done without the database. */
export type SigningWork = {
  dossierId: string;
  /** SHA-256 of the file as it was looked at. */
  before: string;
  field: string;
  fills: Readonly<Record<string, string>>;
  certificate: Buffer;
  imageSha256: string | null;
  signedBy: string;
  reason: string;
  at: Date;
  numbering: ForeseenNumber | null;
  earlier: readonly RecordedSignature[];
  anchors: readonly Buffer[];
};

/** Looks at one document before the slow work on it: what is refused now costs nothing. Nothing is held while the work is done. */
export async function prepareSigning(context: Context, requestId: string): Promise<SigningWork> {
  const { tx, now } = context;
  const actor = asStaff(context.actor);
  const request = await readRequest(tx, requestId);
  refuseUnless(request.state === 'working', 'document-changed');
  const certificate = await readCertificate(tx, request.certificateId);
  await judgeCertificate(context, actor, certificate);
  const result = await readResult(tx, request.resultId);
  const kind = request.role === 'leader' ? 'sign' : 'seal';
  const { dossier } = await judgeSigning(context, actor, certificate, { kind, result, expectedSha256: request.documentSha256 });
  const own = kind === 'sign' ? { ...SIGN, signedBy: actor.name } : await sealOf(context, dossier, result);
  return {
    ...own,
    dossierId: dossier.id,
    before: request.documentSha256,
    certificate: certificate.certificate,
    imageSha256: certificate.imageSha256,
    at: wholeSecond(now),
    earlier: await recordedSignatures(tx, result.id, null),
    anchors: (await listTrustAnchors(tx)).map((anchor) => anchor.certificate),
  };
}

const SIGN = { field: LEADER_FIELD, fills: {}, reason: 'Ký ban hành văn bản', numbering: null };

async function sealOf(context: Context, { agencyId, procedureVersionId }: DossierRow, { outcome }: ResultRow) {
  const { content } = await readPinnedVersion(context.tx, procedureVersionId);
  const { key } = outcome === 'grant' ? content.resultBook : content.refusalBook;
  const numbering = await foreseeNumber(context, { agencyId, key });
  const { name } = await readAgency(context.tx, agencyId);
  const dateText = letterDate(parsePlainDate(numbering.issuedOn), 'vi');
  const fills = { [NUMBER_FIELD]: numbering.numberText, [DATE_FIELD]: dateText };
  return { field: AGENCY_FIELD, fills, reason: 'Cấp số, ngày và đóng dấu', numbering, signedBy: name };
}

/** A signature says its time to the second. */
function wholeSecond(at: Date): Date {
  return new Date(Math.floor(at.getTime() / 1000) * 1000);
}
