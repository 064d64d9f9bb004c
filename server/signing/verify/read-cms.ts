import { createHash } from 'node:crypto';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import { readCertificate, type CertificateFacts } from '../pki/certificate';
import { DIGESTS, OID, SIGNATURES } from '../pki/oids';
import { checkStrictDer, derLength } from '../pki/strict-der';
import { Found } from './verdict';

/** What the CMS of a detached signature says, read from exactly one well-formed signer (RFC 5652, ETSI EN 319 142-1). */
export interface CmsSignature {
  readonly digest: 'sha256' | 'sha384' | 'sha512';
  readonly messageDigest: Buffer;
  /** The bytes the value is over. */
  readonly attributes: Buffer;
  readonly value: Buffer;
  readonly signer: CertificateFacts;
  readonly others: readonly CertificateFacts[];
}

const MOST_CERTIFICATES = 10;

/**
 * Reads the content of a signature's room: one DER value, then nothing but
 * zeros.
 *
 * @throws Found `cms-malformed` or `algorithm-weak`; Error for what breaks on the way.
 */
export function readCms(room: Buffer): CmsSignature {
  const der = room.subarray(0, derLength(room));
  if (room.subarray(der.length).some((byte) => byte !== 0)) throw new Found('cms-malformed', 'bytes behind the value');
  checkStrictDer(der);
  const content = pkijs.ContentInfo.fromBER(buffer(der));
  demand(content.contentType === OID.signedData, 'not signed data');
  const signed = new pkijs.SignedData({ schema: content.content as asn1js.Sequence });
  const [info, another] = signed.signerInfos;
  if (!info || another) throw new Found('cms-malformed', `${signed.signerInfos.length} signers`);
  demand(signed.version === 1 && info.version === 1, 'version');
  demand(signed.encapContentInfo.eContentType === OID.data && !signed.encapContentInfo.eContent, 'content inside');
  const digest = readAlgorithms(signed, info);
  const certificates = readCertificates(content.content as asn1js.Sequence);
  const signer = certificates.find((one) => isNamed(info, one)) ?? missing('the certificate of the signer');
  const attributes = new AttributeReader(info);
  demand(identifier(attributes.value(OID.contentType)) === OID.data, 'content type');
  readSigningCertificate(attributes, signer);
  const keyed = SIGNATURES[info.signatureAlgorithm.algorithmId];
  const key = signer.publicKey.asymmetricKeyType;
  if (keyed ? keyed.key !== key : !isKeyName(info.signatureAlgorithm.algorithmId, key)) throw new Found('cms-malformed', 'key');
  return {
    digest,
    messageDigest: octets(attributes.value(OID.messageDigest)),
    attributes: Buffer.from(info.signedAttrs!.encodedValue),
    value: Buffer.from(info.signature.valueBlock.valueHexView),
    signer,
    others: certificates.filter((one) => one !== signer),
  };
}

/** One digest for all: of the document, of the attributes, and inside the signature algorithm. */
function readAlgorithms(signed: pkijs.SignedData, info: pkijs.SignerInfo): CmsSignature['digest'] {
  const named = info.digestAlgorithm.algorithmId;
  const digest = DIGESTS[named] ?? unusable(named);
  demand(signed.digestAlgorithms.length === 1 && signed.digestAlgorithms[0]!.algorithmId === named, 'two digests');
  const algorithm = info.signatureAlgorithm.algorithmId;
  const keyed = SIGNATURES[algorithm];
  if (keyed) demand(keyed.digest === digest, 'two digests');
  else if (!isKeyName(algorithm, 'rsa') && !isKeyName(algorithm, 'ec')) unusable(algorithm);
  return digest;
}

/** MD5 and SHA-1, alone and with RSA or ECDSA: broken. Anything else is merely not known here. */
const BROKEN = ['1.2.840.113549.2.5', '1.3.14.3.2.26', '1.2.840.113549.1.1.4', '1.2.840.113549.1.1.5', '1.2.840.10045.4.1'];

function unusable(algorithm: string): never {
  throw new Found(BROKEN.includes(algorithm) ? 'algorithm-weak' : 'format-unknown', algorithm);
}

/** Some writers name only the kind of key; then the digest is the one named beside it. */
function isKeyName(algorithm: string, key: string | undefined): boolean {
  return algorithm === (key === 'rsa' ? OID.rsaEncryption : key === 'ec' ? OID.ecPublicKey : undefined);
}

/** Certificates as their own bytes: the set that stands behind the content info. */
function readCertificates(signedData: asn1js.Sequence): CertificateFacts[] {
  const set = signedData.valueBlock.value.find((one) => one.idBlock.tagClass === 3 && one.idBlock.tagNumber === 0);
  const members = (set as asn1js.Constructed | undefined)?.valueBlock.value ?? [];
  demand(members.length > 0 && members.length <= MOST_CERTIFICATES, `${members.length} certificates`);
  return members.map((one) => readCertificate(one.valueBeforeDecodeView));
}

function isNamed(info: pkijs.SignerInfo, { issuer, serial }: CertificateFacts): boolean {
  if (!(info.sid instanceof pkijs.IssuerAndSerialNumber)) return false;
  const named = Buffer.from(info.sid.issuer.valueBeforeDecode);
  return named.equals(issuer) && Buffer.from(info.sid.serialNumber.valueBlock.valueHexView).toString('hex') === serial;
}

class AttributeReader {
  private readonly attributes: readonly pkijs.Attribute[];

  constructor(info: pkijs.SignerInfo) {
    this.attributes = info.signedAttrs?.attributes ?? missing('the signed attributes');
    const types = new Set(this.attributes.map(({ type }) => type));
    demand(types.size === this.attributes.length, 'an attribute stands twice');
    // As a set of its own, in which form it is signed, it must be in order.
    checkStrictDer(Buffer.from(info.signedAttrs!.encodedValue));
  }

  value(type: string): asn1js.BaseBlock {
    const values = (this.attributes.find((one) => one.type === type)?.values ?? []) as asn1js.BaseBlock[];
    demand(values.length === 1, `attribute ${type}`);
    return values[0]!;
  }
}

/** RFC 5035: the certificate is named inside what is signed, so that no other one with the same key can take its place. */
function readSigningCertificate(attributes: AttributeReader, signer: CertificateFacts): void {
  const [list] = members(attributes.value(OID.signingCertificateV2));
  const [first] = members(list);
  const parts = members(first);
  const hasAlgorithm = parts[0] instanceof asn1js.Sequence;
  const algorithm = hasAlgorithm ? members(parts[0])[0] : undefined;
  const digest = algorithm ? (DIGESTS[identifier(algorithm)] ?? unusable(identifier(algorithm))) : 'sha256';
  const hash = octets(parts[hasAlgorithm ? 1 : 0]);
  demand(hash.equals(createHash(digest).update(signer.der).digest()), 'the signing certificate is another one');
}

function members(value: asn1js.BaseBlock | undefined): asn1js.BaseBlock[] {
  return value instanceof asn1js.Sequence ? value.valueBlock.value : missing('a sequence');
}

function identifier(value: asn1js.BaseBlock): string {
  return value instanceof asn1js.ObjectIdentifier ? value.getValue() : missing('an identifier');
}

function octets(value: asn1js.BaseBlock | undefined): Buffer {
  return value instanceof asn1js.OctetString ? Buffer.from(value.valueBlock.valueHexView) : missing('an octet string');
}

function demand(condition: boolean, detail: string): void {
  if (!condition) throw new Found('cms-malformed', detail);
}

function missing(what: string): never {
  throw new Found('cms-malformed', `${what} is missing`);
}

function buffer(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}
