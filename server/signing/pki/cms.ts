import { createHash } from 'node:crypto';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import { OID } from './oids';

/**
 * The attributes that are signed, as DER: content type, digest of the document,
 * and the signing certificate (RFC 5035), in DER order. There is no signing
 * time among them; ETSI EN 319 142-1 leaves that to the document's own entry.
 * Local keys, tokens and remote services all sign exactly these bytes.
 */
export function signedAttributes(digest: Uint8Array, certificate: Uint8Array): Buffer {
  const certificateHash = octets(createHash('sha256').update(certificate).digest());
  const attributes = [
    attribute(OID.contentType, new asn1js.ObjectIdentifier({ value: OID.data })),
    attribute(OID.messageDigest, octets(digest)),
    // SHA-256 is the default of ESSCertIDv2, and DER leaves defaults out.
    attribute(OID.signingCertificateV2, sequence(sequence(sequence(certificateHash)))),
  ];
  const sorted = attributes.map((one) => Buffer.from(one.toSchema().toBER())).sort((one, other) => Buffer.compare(one, other));
  return Buffer.from(new asn1js.Set({ value: sorted.map((der) => asn1js.fromBER(buffer(der)).result) }).toBER());
}

export interface SignatureParts {
  /** As made by `signedAttributes`. */
  readonly attributes: Uint8Array;
  /** Over those bytes, with SHA-256: PKCS#1 v1.5 for RSA, DER for ECDSA. */
  readonly value: Uint8Array;
  readonly key: 'rsa' | 'ec';
  readonly certificate: Buffer;
  /** Without the root. */
  readonly chain: readonly Buffer[];
}

/**
 * Builds the CMS of a CAdES baseline signature (RFC 5652, detached). Issuer,
 * serial and certificates are the certificate's own bytes: a name written anew
 * may differ in its letters and would make the signature worthless.
 */
export function buildCms({ attributes, value, key, certificate, chain }: SignatureParts): Buffer {
  const own = parse(certificate);
  const certificates = [certificate, ...chain].sort((one, other) => Buffer.compare(one, other));
  const signer = new pkijs.SignerInfo({
    version: 1,
    sid: new pkijs.IssuerAndSerialNumber({ issuer: own.issuer, serialNumber: own.serialNumber }),
    digestAlgorithm: algorithm(OID.sha256),
    signatureAlgorithm: key === 'rsa' ? algorithm(OID.sha256WithRsa) : new pkijs.AlgorithmIdentifier({ algorithmId: OID.ecdsaWithSha256 }),
    signedAttrs: new pkijs.SignedAndUnsignedAttributes({ type: 0, attributes: readAttributes(attributes) }),
    signature: octets(value),
  });
  const signed = new pkijs.SignedData({
    version: 1,
    digestAlgorithms: [algorithm(OID.sha256)],
    encapContentInfo: new pkijs.EncapsulatedContentInfo({ eContentType: OID.data }),
    certificates: certificates.map(parse),
    signerInfos: [signer],
  });
  const content = new pkijs.ContentInfo({ contentType: OID.signedData, content: signed.toSchema(true) });
  const cms = Buffer.from(content.toSchema().toBER());
  const isVerbatim = certificates.every((der) => cms.includes(der)) && cms.includes(Buffer.from(attributes.subarray(1)));
  if (!isVerbatim) throw new Error('the signature was written with other bytes than were signed');
  return cms;
}

const parsed = new WeakMap<Buffer, pkijs.Certificate>();

/** A signer's certificates are the same for a whole batch; reading them is most of the work. */
function parse(der: Buffer): pkijs.Certificate {
  const certificate = parsed.get(der) ?? pkijs.Certificate.fromBER(buffer(der));
  parsed.set(der, certificate);
  return certificate;
}

function readAttributes(der: Uint8Array): pkijs.Attribute[] {
  const set = asn1js.fromBER(buffer(der)).result as asn1js.Set;
  return set.valueBlock.value.map((schema) => new pkijs.Attribute({ schema }));
}

function attribute(type: string, value: asn1js.BaseBlock): pkijs.Attribute {
  return new pkijs.Attribute({ type, values: [value] });
}

function algorithm(algorithmId: string): pkijs.AlgorithmIdentifier {
  return new pkijs.AlgorithmIdentifier({ algorithmId, algorithmParams: new asn1js.Null() });
}

function sequence(...value: asn1js.BaseBlock[]): asn1js.Sequence {
  return new asn1js.Sequence({ value: value });
}

function octets(bytes: Uint8Array): asn1js.OctetString {
  return new asn1js.OctetString({ valueHex: buffer(bytes) });
}

function buffer(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}
