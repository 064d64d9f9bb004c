import { createPrivateKey, createPublicKey, X509Certificate, type KeyObject } from 'node:crypto';
import forge from 'node-forge';
import { Refusal, refuseUnless } from '../../domain/refusal';

/** A key with its certificate (DER) and the certificates between it and the root, which stays outside. */
export interface OpenedKey {
  readonly key: KeyObject;
  readonly certificate: Buffer;
  readonly chain: readonly Buffer[];
}

/**
 * Opens a PKCS#12 container with its PIN. Names are never decoded here: the
 * certificates come out as the bytes that went in, since node-forge would
 * mangle Vietnamese letters and every signature made so would be invalid.
 *
 * Refuses `pin-wrong`, or `certificate-unusable` for a container that is
 * damaged or holds other than one key with its certificate.
 */
export function openPkcs12(container: Uint8Array, pin: string): OpenedKey {
  const bags = readBags(container, pin);
  const keys = bags.filter((bag) => bag.type === forge.pki.oids['pkcs8ShroudedKeyBag'] || bag.type === forge.pki.oids['keyBag']);
  refuseUnless(keys.length === 1, 'certificate-unusable', { why: 'PKCS#12' });
  const key = createPrivateKey({ key: keyDer(keys[0]!), format: 'der', type: 'pkcs8' });
  const certificates = bags.filter((bag) => bag.type === forge.pki.oids['certBag']).map(certificateDer);
  const own = certificates.find((der) => isSameKey(new X509Certificate(der).publicKey, createPublicKey(key)));
  refuseUnless(own, 'certificate-unusable', { why: 'PKCS#12' });
  return { key, certificate: own, chain: certificates.filter((der) => der !== own && !isRoot(der)) };
}

function readBags(container: Uint8Array, pin: string): forge.pkcs12.Bag[] {
  try {
    const asn1 = forge.asn1.fromDer(forge.util.createBuffer(Buffer.from(container).toString('binary')));
    return forge.pkcs12.pkcs12FromAsn1(asn1, true, pin).safeContents.flatMap((content) => content.safeBags);
  } catch (error) {
    if (error instanceof Error && /password/i.test(error.message)) throw new Refusal('pin-wrong');
    throw new Refusal('certificate-unusable', { why: 'PKCS#12' });
  }
}

function keyDer(bag: forge.pkcs12.Bag): Buffer {
  // An EC key has no forge form; its PKCS#8 bytes are in the bag as they are.
  return toDer(bag.key ? forge.pki.wrapRsaPrivateKey(forge.pki.privateKeyToAsn1(bag.key)) : bag.asn1);
}

function certificateDer(bag: forge.pkcs12.Bag): Buffer {
  // Of an RSA certificate forge keeps no bytes, but writes the object just read back unchanged.
  return toDer(bag.cert ? forge.pki.certificateToAsn1(bag.cert) : bag.asn1);
}

function toDer(asn1: forge.asn1.Asn1): Buffer {
  return Buffer.from(forge.asn1.toDer(asn1).getBytes(), 'binary');
}

function isSameKey(one: KeyObject, other: KeyObject): boolean {
  return one.equals(other);
}

function isRoot(der: Buffer): boolean {
  const { issuer, subject } = new X509Certificate(der);
  return issuer === subject;
}

/** Puts an RSA key and its certificates into a container that only the PIN opens. The certificates go in byte for byte. */
export function writePkcs12({ key, certificate, chain }: OpenedKey, pin: string): Buffer {
  const forgeKey = forge.pki.privateKeyFromPem(key.export({ type: 'pkcs1', format: 'pem' }).toString());
  const certificates = [certificate, ...chain].map(readVerbatim);
  return toDer(forge.pkcs12.toPkcs12Asn1(forgeKey, certificates, pin, { algorithm: 'aes256', count: PIN_ROUNDS }));
}

function readVerbatim(der: Buffer): forge.pki.Certificate {
  const certificate = forge.pki.certificateFromAsn1(forge.asn1.fromDer(forge.util.createBuffer(der.toString('binary'))));
  if (!toDer(forge.pki.certificateToAsn1(certificate)).equals(der)) throw new Error('the container would change a certificate');
  return certificate;
}

/** Slows guessing of a PIN down a little (0.1 s); the container itself belongs where outsiders cannot read. */
const PIN_ROUNDS = 2048;
