import { Refusal } from '../domain/refusal';
import { openLocalSigner, type Signer } from '../signing/signer';
import { type CertificateRow } from '../store/models/certificate';

/**
 * The server certificates of the centres, opened with the secret of this
 * installation at their first use and kept open: no person's PIN is asked for,
 * since what they seal is the centre's own paper.
 */
export function openCentreSeals(secret: string): (certificate: CertificateRow) => Signer {
  const open = new Map<string, Signer>();
  return ({ id, keyContainer }) => {
    const known = open.get(id);
    if (known) return known;
    if (!keyContainer) throw new Refusal('certificate-unusable', { why: 'khoá không ở hệ thống này (the key is not held here)' });
    const signer = openLocalSigner(keyContainer, secret);
    open.set(id, signer);
    return signer;
  };
}
