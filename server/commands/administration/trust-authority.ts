import { type Context } from '../../casework/context';
import { Refusal, refuseUnless } from '../../domain/refusal';
import { type CertificateFacts, readCertificate } from '../../signing/pki/certificate';
import { insertTrustAnchor, listTrustAnchors } from '../../store/certificates';

/**
 * Lets signatures count whose certificates lead up to this root. Refuses
 * `certificate-unusable` for bytes that are no certificate of an authority, and
 * `already-exists`.
 */
export async function trustAuthority(
  { tx }: Context,
  { certificate, isDemonstration }: { certificate: Uint8Array; isDemonstration: boolean },
): Promise<{ id: string }> {
  const facts = readFacts(certificate);
  refuseUnless(facts.isAuthority, 'certificate-unusable', { why: facts.name });
  const known = await listTrustAnchors(tx);
  refuseUnless(!known.some((anchor) => anchor.certificate.equals(facts.der)), 'already-exists', { what: facts.name });
  const { id } = await insertTrustAnchor(tx, {
    subject: facts.name,
    certificate: facts.der,
    purpose: 'sign',
    validFromAt: facts.validFrom,
    validToAt: facts.validTo,
    demonstration: isDemonstration,
  });
  return { id };
}

/** Whatever cannot be read is no certificate. */
function readFacts(certificate: Uint8Array): CertificateFacts {
  try {
    return readCertificate(certificate);
  } catch {
    throw new Refusal('certificate-unusable', { why: 'X.509' });
  }
}
