import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import { embedSignature } from '../../server/documents/embed-signature';
import { prepareSignature, type PreparedSignature } from '../../server/documents/prepare-signature';
import { OID } from '../../server/signing/pki/oids';
import { verifySignatures } from '../../server/signing/verify/verify-signatures';
import { createOffice, trustIn, VALIDITY, type Office } from '../support/certificates';
import { attribute, octets, signingCertificate, writeCms, type CmsVariant } from '../support/hostile-cms';
import { createResult, leaderRequest, SIGNED_AT } from '../support/result-document';

let office: Office;
let prepared: PreparedSignature;

beforeAll(async () => {
  office = await createOffice();
  prepared = await prepareSignature(await createResult(), leaderRequest);
}, 60_000);

const parts = () => [prepared.bytes.subarray(0, prepared.contents.from), prepared.bytes.subarray(prepared.contents.to)] as const;
const write = (variant?: CmsVariant) => writeCms(parts(), office.leader, variant);
const judged = (cms: Buffer, at = SIGNED_AT) => verifySignatures(embedSignature(prepared, cms), { ...trustIn(office.authority), at });
const codes = (cms: Buffer) => judged(cms).signatures.flatMap(({ findings }) => findings.map(({ code }) => code));

test('a CMS of another writer with the same parts passes', () => {
  expect(judged(write())).toMatchObject({ indication: 'TOTAL-PASSED', sub: null });
  expect(codes(write({ signatureOid: OID.rsaEncryption }))).toEqual([]);
});

const sha1 = '1.3.14.3.2.26';
const refused: [string, string, () => CmsVariant][] = [
  ['two signers', 'cms-malformed', () => ({ structure: (signed) => signed.signerInfos.push(signed.signerInfos[0]!) })],
  ['SHA-1', 'algorithm-weak', () => ({ digest: 'sha1', digestOid: sha1, signatureOid: '1.2.840.113549.1.1.5' })],
  ['SHA-1 under another name', 'algorithm-weak', () => ({ digest: 'sha1', digestOid: sha1 })],
  ['two digests', 'cms-malformed', () => ({ signatureOid: OID.sha512WithRsa })],
  ['the algorithm of another kind of key', 'cms-malformed', () => ({ signatureOid: OID.ecdsaWithSha256 })],
  ['an algorithm that nobody knows', 'format-unknown', () => ({ signatureOid: '1.2.3.4' })],
  [
    'no signing certificate',
    'cms-malformed',
    () => ({ attributes: (list) => list.filter(({ type }) => type !== OID.signingCertificateV2) }),
  ],
  [
    'a signing certificate of somebody else',
    'cms-malformed',
    () => ({
      attributes: (list) =>
        list.map((one) => (one.type === OID.signingCertificateV2 ? signingCertificate(office.agency.certificate) : one)),
    }),
  ],
  ['attributes out of order', 'cms-malformed', () => ({ attributes: (list) => [...list].reverse() })],
  ['an attribute twice', 'cms-malformed', () => ({ attributes: (list) => [list[0]!, ...list] })],
  [
    'the digest of another text',
    'content-changed',
    () => ({
      attributes: (list) =>
        list.map((one) => (one.type === OID.messageDigest ? attribute(OID.messageDigest, octets(Buffer.alloc(32, 7))) : one)),
    }),
  ],
  ['the value of another key', 'value-wrong', () => ({ key: office.agency.key })],
  [
    'content of its own inside',
    'cms-malformed',
    () => ({
      structure: (signed) => {
        signed.encapContentInfo = new pkijs.EncapsulatedContentInfo({ eContentType: OID.data, eContent: octets(Buffer.from('x')) });
      },
    }),
  ],
  [
    'no certificate of the signer',
    'cms-malformed',
    () => ({
      structure: (signed) =>
        signed.certificates!.splice(
          0,
          2,
          signed.certificates!.find((one) => isAuthority(one))!,
        ),
    }),
  ],
  ['no certificate between signer and root', 'chain-untrusted', () => ({ structure: keepOnlySigner })],
];

test.each(refused)('a CMS with %s is refused: %s', (_title, code, variant) => {
  const cms = write(variant());
  expect(codes(cms)).toEqual([code]);
  expect(judged(cms).indication).not.toBe('TOTAL-PASSED');
});

test('a CMS in BER, or with bytes behind it, is refused', () => {
  const der = write();
  const indefinite = Buffer.concat([Buffer.of(0x30, 0x80), der.subarray(4), Buffer.of(0, 0)]);
  const padded = Buffer.concat([der, Buffer.of(0, 0, 1)]);
  const longer = Buffer.concat([Buffer.of(0x30, 0x83, 0x00), der.subarray(2)]);
  for (const cms of [indefinite, padded, longer]) expect(codes(cms)).toEqual(['cms-malformed']);
  expect(codes(Buffer.concat([der, Buffer.alloc(10)]))).toEqual([]);
});

test('a timestamp put in afterwards proves nothing: an ended certificate stays ended', () => {
  const withToken = write({
    structure: (signed) => {
      const token = attribute('1.2.840.113549.1.9.16.2.14', new asn1js.Sequence({ value: [octets(Buffer.from('token'))] }));
      signed.signerInfos[0]!.unsignedAttrs = new pkijs.SignedAndUnsignedAttributes({ type: 1, attributes: [token] });
    },
  });
  const later = new Date(VALIDITY.to.getTime() + 1000);
  expect(judged(withToken, later).signatures[0]).toMatchObject({ indication: 'INDETERMINATE', sub: 'OUT_OF_BOUNDS_NO_POE' });
  expect(judged(write(), later).indication).toBe('INDETERMINATE');
});

function keepOnlySigner(signed: pkijs.SignedData): void {
  signed.certificates = signed.certificates!.filter((one) => !isAuthority(one as pkijs.Certificate));
}

function isAuthority(certificate: unknown): boolean {
  const extensions = (certificate as pkijs.Certificate).extensions!;
  return (extensions.find(({ extnID }) => extnID === OID.basicConstraints)!.parsedValue as pkijs.BasicConstraints).cA;
}
