import { createHash, sign, type KeyObject } from 'node:crypto';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import { type IssuedCertificate } from '../../server/signing/demonstration-authority';
import { OID } from '../../server/signing/pki/oids';

export interface CmsVariant {
  readonly digest?: 'sha1' | 'sha256';
  readonly digestOid?: string;
  readonly signatureOid?: string;
  /** Changes the attributes before they are signed. */
  readonly attributes?: (attributes: pkijs.Attribute[]) => pkijs.Attribute[];
  /** Changes the finished structure. */
  readonly structure?: (signed: pkijs.SignedData) => void;
  readonly key?: KeyObject;
}

/** A CMS as somebody else would write it: the same parts as ours, each open to change, and the value always true. */
export function writeCms(
  parts: readonly [Buffer, Buffer],
  { certificate, chain, key }: IssuedCertificate,
  variant: CmsVariant = {},
): Buffer {
  const digest = variant.digest ?? 'sha256';
  const own = pkijs.Certificate.fromBER(buffer(certificate));
  const list = [
    attribute(OID.contentType, new asn1js.ObjectIdentifier({ value: OID.data })),
    attribute(OID.messageDigest, octets(createHash(digest).update(parts[0]).update(parts[1]).digest())),
    signingCertificate(certificate),
  ];
  const attributes = variant.attributes?.(inOrder(list)) ?? inOrder(list);
  const der = Buffer.from(new asn1js.Set({ value: attributes.map((one) => one.toSchema()) }).toBER());
  const algorithm = new pkijs.AlgorithmIdentifier({ algorithmId: variant.digestOid ?? OID.sha256, algorithmParams: new asn1js.Null() });
  const signed = new pkijs.SignedData({
    version: 1,
    digestAlgorithms: [algorithm],
    encapContentInfo: new pkijs.EncapsulatedContentInfo({ eContentType: OID.data }),
    certificates: [certificate, ...chain]
      .sort((one, other) => Buffer.compare(one, other))
      .map((one) => pkijs.Certificate.fromBER(buffer(one))),
    signerInfos: [
      new pkijs.SignerInfo({
        version: 1,
        sid: new pkijs.IssuerAndSerialNumber({ issuer: own.issuer, serialNumber: own.serialNumber }),
        digestAlgorithm: algorithm,
        signatureAlgorithm: new pkijs.AlgorithmIdentifier({
          algorithmId: variant.signatureOid ?? OID.sha256WithRsa,
          algorithmParams: new asn1js.Null(),
        }),
        signedAttrs: new pkijs.SignedAndUnsignedAttributes({ type: 0, attributes }),
        signature: octets(sign(digest, der, variant.key ?? key)),
      }),
    ],
  });
  variant.structure?.(signed);
  const content = new pkijs.ContentInfo({ contentType: OID.signedData, content: signed.toSchema(true) });
  return Buffer.from(content.toSchema().toBER());
}

export function signingCertificate(certificate: Buffer): pkijs.Attribute {
  const hash = octets(createHash('sha256').update(certificate).digest());
  return attribute(OID.signingCertificateV2, sequence(sequence(sequence(hash))));
}

export function attribute(type: string, value: asn1js.BaseBlock): pkijs.Attribute {
  return new pkijs.Attribute({ type, values: [value] });
}

export function octets(bytes: Uint8Array): asn1js.OctetString {
  return new asn1js.OctetString({ valueHex: buffer(bytes) });
}

function inOrder(attributes: pkijs.Attribute[]): pkijs.Attribute[] {
  const encoded = (one: pkijs.Attribute) => Buffer.from(one.toSchema().toBER());
  return [...attributes].sort((one, other) => Buffer.compare(encoded(one), encoded(other)));
}

function sequence(...value: asn1js.BaseBlock[]): asn1js.Sequence {
  return new asn1js.Sequence({ value: value });
}

function buffer(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}
