import { localDateOf } from '../domain/local-time';
import { refuseUnless } from '../domain/refusal';
import { type SigningKind } from '../domain/signing-kind';
import { type Words } from '../domain/words/words';
import { type StaffActor } from '../policies/actor';
import { deskScope } from '../policies/scope';
import { findCertificateOf, findSealOf } from '../store/certificates';
import { type CertificateRow } from '../store/models/certificate';
import { isInService } from '../store/staff';
import { type Context } from './context';

export type UsableCertificate = CertificateRow & { keyContainer: Buffer };

const NONE: Words = { vi: 'không có chứng thư đang hiệu lực', en: 'none is in force' };
const ELSEWHERE: Words = { vi: 'khoá không ở hệ thống này', en: 'the key is not held here' };
const REVOKED: Words = { vi: 'chứng thư đã bị thu hồi', en: 'it is revoked' };
const LEFT: Words = { vi: 'người giữ đã thôi vị trí công tác này', en: 'its holder has left this post' };

/** The certificate with which this person signs, or the seal of the agency they act for; in force now, with its key here. */
export async function readUsableCertificate({ tx, now }: Context, actor: StaffActor, kind: SigningKind): Promise<UsableCertificate> {
  if (kind === 'sign') return withKey(await findCertificateOf(tx, actor.staffId, now));
  for (const agencyId of deskScope(actor).agencyIds) {
    const seal = await findSealOf(tx, agencyId, now);
    if (seal) return withKey(seal);
  }
  return withKey(undefined);
}

/** Refuses a certificate whose key is not in this house: a token's signs elsewhere. */
export function withKey(certificate: CertificateRow | undefined): UsableCertificate {
  refuseUnless(certificate, 'certificate-unusable', { why: NONE });
  refuseUnless(certificate.keyContainer, 'certificate-unusable', { why: ELSEWHERE });
  return certificate as UsableCertificate;
}

/**
 * Judged for each document: a certificate may end or be revoked in the middle of a
 * batch, and so may the post by which its holder signs or seals (R34, R45). The PIN
 * that was given before helps nobody who has left.
 */
export async function judgeCertificate({ tx, now }: Context, { staffId, postId }: StaffActor, certificate: CertificateRow): Promise<void> {
  const { validFromAt, validToAt, revokedAt } = certificate;
  refuseUnless(revokedAt === null || revokedAt > now, 'certificate-unusable', { why: REVOKED });
  refuseUnless(validFromAt <= now && now < validToAt, 'certificate-unusable', { why: periodOf(certificate) });
  refuseUnless(await isInService(tx, { staffId, postId, onDate: localDateOf(now) }), 'certificate-unusable', { why: LEFT });
}

function periodOf({ validFromAt, validToAt }: CertificateRow): Words {
  const [from, to] = [validFromAt, validToAt].map((at) => at.toISOString().slice(0, 10));
  return { vi: `chỉ có hiệu lực từ ${from} đến ${to}`, en: `it is in force from ${from} to ${to} only` };
}
