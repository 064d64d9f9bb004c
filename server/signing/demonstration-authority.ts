import 'reflect-metadata';
import { KeyObject, randomBytes, webcrypto } from 'node:crypto';
import * as x509 from '@peculiar/x509';
import { readCertificate } from './pki/certificate';
import { OID } from './pki/oids';
import { writePkcs12 } from './pki/pkcs12';

export interface Validity {
  readonly from: Date;
  readonly to: Date;
}

/** A person or an agency as its certificate names it; names keep their Vietnamese letters. */
export interface CertificateHolder {
  readonly name: string;
  /** The agency a person works for, or the one above an agency. */
  readonly organisation?: string;
  readonly validity: Validity;
  /** By default signing of documents and of mail. */
  readonly extendedKeyUsage?: readonly string[];
}

export interface IssuedCertificate {
  readonly certificate: Buffer;
  /** Without the root. */
  readonly chain: readonly Buffer[];
  /** A container that the PIN opens. */
  container(pin: string): Buffer;
  readonly key: KeyObject;
}

export interface DemonstrationAuthority {
  /** What verification trusts, DER. */
  readonly root: Buffer;
  issue(holder: CertificateHolder): Promise<IssuedCertificate>;
  /** The lists of revoked certificates of the issuing authority and of the root, DER. */
  listRevoked(revoked: readonly Revoked[], validity: Validity): Promise<Buffer[]>;
}

export interface Revoked {
  readonly certificate: Buffer;
  readonly at: Date;
}

/** Bits of an RSA key. 3072 is the measure of today; 2048 is made five times faster and serves demonstrations and tests. */
export type KeyBits = 2048 | 3072;

/**
 * An authority of its own, for demonstrations only: a root that signs nothing
 * but one issuing authority, and that one issues to people and agencies. Both
 * authority keys live in memory and end with the process, so nobody can issue
 * in its name afterwards. Real offices use certificates of Ban Cơ yếu.
 */
export async function createDemonstrationAuthority(name: string, validity: Validity, bits: KeyBits): Promise<DemonstrationAuthority> {
  x509.cryptoProvider.set(webcrypto as Crypto);
  const rootKeys = await generateKeys(bits);
  const rootName = subject(`${name} – gốc`);
  const root = await x509.X509CertificateGenerator.createSelfSigned({
    ...issuance(validity),
    name: rootName,
    keys: rootKeys,
    extensions: [new x509.BasicConstraintsExtension(true, 1, true), ...(await authorityExtensions(rootKeys.publicKey))],
  });
  const issuingKeys = await generateKeys(bits);
  const issuing = await x509.X509CertificateGenerator.create({
    ...issuance(validity),
    subject: subject(name),
    issuer: root.subjectName,
    publicKey: issuingKeys.publicKey,
    signingKey: rootKeys.privateKey,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      ...(await authorityExtensions(issuingKeys.publicKey)),
      await x509.AuthorityKeyIdentifierExtension.create(rootKeys.publicKey),
    ],
  });
  const authority = { certificate: issuing, keys: issuingKeys, bits };
  const above = { certificate: root, keys: rootKeys, bits };
  return {
    root: Buffer.from(root.rawData),
    issue: (holder) => issue(authority, holder),
    listRevoked: (revoked, period) => Promise.all([listRevoked(authority, revoked, period), listRevoked(above, [], period)]),
  };
}

interface IssuingAuthority {
  readonly certificate: x509.X509Certificate;
  readonly keys: CryptoKeyPair;
  readonly bits: KeyBits;
}

async function issue(authority: IssuingAuthority, holder: CertificateHolder): Promise<IssuedCertificate> {
  const keys = await generateKeys(authority.bits);
  const made = await x509.X509CertificateGenerator.create({
    ...issuance(holder.validity),
    subject: subject(holder.name, holder.organisation),
    issuer: authority.certificate.subjectName,
    publicKey: keys.publicKey,
    signingKey: authority.keys.privateKey,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature | x509.KeyUsageFlags.nonRepudiation, true),
      new x509.ExtendedKeyUsageExtension([...(holder.extendedKeyUsage ?? [OID.documentSigning, OID.emailProtection])]),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
      await x509.AuthorityKeyIdentifierExtension.create(authority.keys.publicKey),
    ],
  });
  const key = KeyObject.from(keys.privateKey);
  const certificate = Buffer.from(made.rawData);
  const chain = [Buffer.from(authority.certificate.rawData)];
  return { certificate, chain, key, container: (pin) => writePkcs12({ key, certificate, chain }, pin) };
}

async function listRevoked(authority: IssuingAuthority, revoked: readonly Revoked[], { from, to }: Validity): Promise<Buffer> {
  const list = await x509.X509CrlGenerator.create({
    issuer: authority.certificate.subjectName,
    thisUpdate: from,
    nextUpdate: to,
    signingAlgorithm: ALGORITHM,
    signingKey: authority.keys.privateKey,
    extensions: [await x509.AuthorityKeyIdentifierExtension.create(authority.keys.publicKey)],
    entries: revoked.map(({ certificate, at }) => ({
      serialNumber: readCertificate(certificate).serial,
      revocationDate: at,
      reason: x509.X509CrlReason.cessationOfOperation,
    })),
  });
  return Buffer.from(list.rawData);
}

const ALGORITHM = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' } as const;

function generateKeys(bits: KeyBits): Promise<CryptoKeyPair> {
  const algorithm = { ...ALGORITHM, modulusLength: bits, publicExponent: new Uint8Array([1, 0, 1]) };
  return webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
}

function issuance({ from, to }: Validity) {
  // A serial is positive and has at most 20 bytes (RFC 5280 section 4.1.2.2).
  const serial = randomBytes(16);
  serial[0] = (serial[0]! & 0x7f) | 0x40;
  return { serialNumber: serial.toString('hex'), notBefore: from, notAfter: to, signingAlgorithm: ALGORITHM };
}

async function authorityExtensions(publicKey: CryptoKey): Promise<x509.Extension[]> {
  return [
    new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
    await x509.SubjectKeyIdentifierExtension.create(publicKey),
  ];
}

function subject(name: string, organisation?: string): x509.Name {
  const text = (value: string) => [{ utf8String: value.normalize('NFC') }];
  const parts = [{ C: [{ printableString: 'VN' }] }, ...(organisation ? [{ O: text(organisation) }] : []), { CN: text(name) }];
  return new x509.Name(parts);
}
