import { sign, verify } from 'node:crypto';
import { Refusal } from '../domain/refusal';
import { buildCms, signedAttributes } from './pki/cms';
import { readCertificate, type CertificateFacts } from './pki/certificate';
import { openPkcs12 } from './pki/pkcs12';

/**
 * Somebody or something that can sign: a key opened by its PIN, later a token
 * at the person's desk or a remote service. It gets the attributes to sign and
 * gives back a bare signature value; it never sees the document.
 */
export interface Signer {
  /** DER. */
  readonly certificate: Buffer;
  /** The authorities between it and the root, DER; the root stays outside. */
  readonly chain: readonly Buffer[];
  /** Signs the DER of the attributes with SHA-256: RSA PKCS#1 v1.5, or ECDSA as DER or as r||s. */
  sign(attributes: Buffer): Promise<Buffer>;
}

/** Opens a key for as long as the caller keeps the signer. The PIN is not kept. Refuses `pin-wrong`, `certificate-unusable`. */
export function openLocalSigner(container: Uint8Array, pin: string): Signer {
  const { key, certificate, chain } = openPkcs12(container, pin);
  return { certificate, chain, sign: async (attributes) => sign('sha256', attributes, key) };
}

/**
 * Signs the digest of a prepared document; the answer is the CMS to embed. The
 * value is verified against the certificate before it is believed, whoever
 * made it.
 *
 * Refuses `certificate-unusable` when the certificate is not in force at `at`,
 * or the value is not of its key.
 */
export async function signDigest(signer: Signer, digest: Uint8Array, at: Date): Promise<Buffer> {
  const { publicKey } = refuseOutOfForce(signer.certificate, at);
  const attributes = signedAttributes(digest, signer.certificate);
  const key = publicKey.asymmetricKeyType === 'ec' ? 'ec' : 'rsa';
  const given = await signer.sign(attributes);
  const value = key === 'ec' ? derOfEcdsa(given) : given;
  if (!verify('sha256', attributes, publicKey, value)) throw new Refusal('certificate-unusable', { why: 'signature value' });
  return buildCms({ attributes, value, key, certificate: signer.certificate, chain: signer.chain });
}

/** Judged anew for each document: a certificate may end in the middle of a batch (R34). */
export function refuseOutOfForce(certificate: Buffer, at: Date): CertificateFacts {
  const facts = known.get(certificate) ?? readCertificate(certificate);
  known.set(certificate, facts);
  if (!(at >= facts.validFrom && at <= facts.validTo)) {
    throw new Refusal('certificate-unusable', {
      why: `${facts.validFrom.toISOString().slice(0, 10)} – ${facts.validTo.toISOString().slice(0, 10)}`,
    });
  }
  return facts;
}

const known = new WeakMap<Buffer, CertificateFacts>();

/** A token may give r||s; a CMS holds the DER form. */
function derOfEcdsa(value: Buffer): Buffer {
  if (value[0] === 0x30 && value[1] === value.length - 2) return value;
  const half = value.length / 2;
  const numbers = [value.subarray(0, half), value.subarray(half)].map((number) => {
    const first = number.findIndex((byte) => byte !== 0);
    const digits = number.subarray(first < 0 ? number.length - 1 : first);
    const padded = digits[0]! >= 0x80 ? Buffer.concat([Buffer.of(0), digits]) : digits;
    return Buffer.concat([Buffer.of(2, padded.length), padded]);
  });
  const body = Buffer.concat(numbers);
  return Buffer.concat([Buffer.of(0x30, body.length), body]);
}
