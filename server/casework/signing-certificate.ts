import { refuseUnless } from '../domain/refusal';
import { type SigningKind } from '../domain/signing-kind';
import { type StaffActor } from '../policies/actor';
import { deskScope } from '../policies/scope';
import { findCertificateOf, findSealOf } from '../store/certificates';
import { type CertificateRow } from '../store/models/certificate';
import { type Context } from './context';

export type UsableCertificate = CertificateRow & { keyContainer: Buffer };

/** The certificate with which this person signs, or the seal of the agency they act for; in force now, with its key here. */
export async function readUsableCertificate({ tx, now }: Context, actor: StaffActor, kind: SigningKind): Promise<UsableCertificate> {
  if (kind === 'sign') return usable(await findCertificateOf(tx, actor.staffId, now));
  for (const agencyId of deskScope(actor).agencyIds) {
    const seal = await findSealOf(tx, agencyId, now);
    if (seal) return usable(seal);
  }
  return usable(undefined);
}

function usable(certificate: CertificateRow | undefined): UsableCertificate {
  refuseUnless(certificate, 'certificate-unusable', { why: 'không có chứng thư đang hiệu lực (none in force)' });
  refuseUnless(certificate.keyContainer, 'certificate-unusable', { why: 'khoá không ở hệ thống này (the key is not held here)' });
  return certificate as UsableCertificate;
}

/** Judged for each document: a certificate may end, or be revoked, in the middle of a batch (R34). */
export function judgeCertificate({ validFromAt, validToAt, revokedAt }: CertificateRow, now: Date): void {
  refuseUnless(revokedAt === null || revokedAt > now, 'certificate-unusable', { why: 'đã thu hồi (revoked)' });
  refuseUnless(validFromAt <= now && now < validToAt, 'certificate-unusable', {
    why: `${validFromAt.toISOString().slice(0, 10)} – ${validToAt.toISOString().slice(0, 10)}`,
  });
}
