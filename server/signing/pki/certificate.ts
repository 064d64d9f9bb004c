import { createHash, X509Certificate, type KeyObject } from 'node:crypto';
import type * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import { OID } from './oids';

/** What is read of a certificate (RFC 5280). Names are for people; identity is compared by bytes. */
export interface CertificateFacts {
  readonly der: Buffer;
  /** SHA-256 of the whole certificate, hex: how a person's or an agency's certificate is known here. */
  readonly fingerprint: string;
  readonly name: string;
  readonly organisation: string | null;
  readonly issuerName: string;
  /** Hex. */
  readonly serial: string;
  readonly validFrom: Date;
  readonly validTo: Date;
  readonly subject: Buffer;
  readonly issuer: Buffer;
  readonly publicKey: KeyObject;
  readonly signatureAlgorithm: string;
  readonly isAuthority: boolean;
  readonly pathLength: number | null;
  /** null: the certificate says nothing about it. */
  readonly keyUsage: ReadonlySet<KeyUsage> | null;
  readonly extendedKeyUsage: readonly string[] | null;
  readonly subjectKey: string | null;
  readonly authorityKey: string | null;
  /** Critical extensions that nothing here understands: such a certificate may not be relied on. */
  readonly unknownCritical: readonly string[];
}

export type KeyUsage = 'digitalSignature' | 'nonRepudiation' | 'keyCertSign' | 'cRLSign';
const USAGE_BITS: Readonly<Record<KeyUsage, number>> = { digitalSignature: 0, nonRepudiation: 1, keyCertSign: 5, cRLSign: 6 };

const UNDERSTOOD: readonly string[] = [
  OID.subjectKeyIdentifier,
  OID.keyUsage,
  OID.subjectAltName,
  OID.basicConstraints,
  OID.crlDistributionPoints,
  OID.certificatePolicies,
  OID.authorityKeyIdentifier,
  OID.extendedKeyUsage,
  OID.authorityInfoAccess,
];

/** @throws Error when the bytes are no certificate. */
export function readCertificate(der: Uint8Array): CertificateFacts {
  const bytes = Buffer.from(der);
  const certificate = pkijs.Certificate.fromBER(new Uint8Array(bytes).buffer);
  const x509 = new X509Certificate(bytes);
  const extensions = certificate.extensions ?? [];
  if (new Set(extensions.map((one) => one.extnID)).size !== extensions.length) throw new Error('an extension appears twice');
  const read = <Shape>(id: string) => extensions.find((one) => one.extnID === id)?.parsedValue as Shape | undefined;
  const constraints = read<pkijs.BasicConstraints>(OID.basicConstraints);
  const pathLength = constraints?.pathLenConstraint;
  return {
    der: bytes,
    fingerprint: createHash('sha256').update(bytes).digest('hex'),
    name: nameOf(certificate.subject),
    organisation: partOf(certificate.subject, '2.5.4.10'),
    issuerName: nameOf(certificate.issuer),
    serial: Buffer.from(certificate.serialNumber.valueBlock.valueHexView).toString('hex'),
    validFrom: instant(certificate.notBefore.value),
    validTo: instant(certificate.notAfter.value),
    subject: Buffer.from(certificate.subject.valueBeforeDecode),
    issuer: Buffer.from(certificate.issuer.valueBeforeDecode),
    publicKey: x509.publicKey,
    signatureAlgorithm: certificate.signatureAlgorithm.algorithmId,
    isAuthority: constraints?.cA === true,
    pathLength: pathLength === undefined ? null : Number(pathLength),
    keyUsage: readUsage(read<asn1js.BitString>(OID.keyUsage)),
    extendedKeyUsage: read<pkijs.ExtKeyUsage>(OID.extendedKeyUsage)?.keyPurposes ?? null,
    subjectKey: hex(read<asn1js.OctetString>(OID.subjectKeyIdentifier)),
    authorityKey: hex(read<pkijs.AuthorityKeyIdentifier>(OID.authorityKeyIdentifier)?.keyIdentifier),
    unknownCritical: extensions.filter((one) => one.critical && !UNDERSTOOD.includes(one.extnID)).map((one) => one.extnID),
  };
}

/** An instant that is none would compare as neither too early nor too late. */
export function instant(value: Date): Date {
  if (Number.isNaN(value.getTime())) throw new Error('a date is damaged');
  return value;
}

function readUsage(bits: asn1js.BitString | undefined): Set<KeyUsage> | null {
  if (!bits) return null;
  const [first = 0] = bits.valueBlock.valueHexView;
  const names = Object.keys(USAGE_BITS) as KeyUsage[];
  return new Set(names.filter((name) => (first & (0x80 >> USAGE_BITS[name])) !== 0));
}

function hex(value: asn1js.OctetString | undefined): string | null {
  return value ? Buffer.from(value.valueBlock.valueHexView).toString('hex') : null;
}

function nameOf(name: pkijs.RelativeDistinguishedNames): string {
  return partOf(name, '2.5.4.3') ?? partOf(name, '2.5.4.10') ?? '?';
}

function partOf(name: pkijs.RelativeDistinguishedNames, type: string): string | null {
  const part = name.typesAndValues.find((one) => one.type === type);
  return part ? String(part.value.valueBlock.value) : null;
}
