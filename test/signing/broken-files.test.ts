import { deflateSync } from 'node:zlib';
import { verifySignatures } from '../../server/signing/verify/verify-signatures';
import { createOffice, trustIn, type Office } from '../support/certificates';
import { plainPdf, startOf } from '../support/plain-pdf';
import { createResult, leaderRequest, signResult, SIGNED_AT } from '../support/result-document';

let office: Office;
let signed: Buffer;

beforeAll(async () => {
  office = await createOffice();
  signed = await signResult(await createResult(), leaderRequest, office.leader);
}, 60_000);

const judge = (file: Buffer) => verifySignatures(file, { ...trustIn(office.authority), at: SIGNED_AT });
const CATALOG = { 1: '<< /Type /Catalog /AcroForm << /Fields [2 0 R] >> >>' };
const field = (value: string) => ({ ...CATALOG, 2: `<< /FT /Sig /T (a) /V 3 0 R >>`, 3: value });

/** A cross-reference stream that claims to be `content`. */
function streamPdf(content: Buffer, entries: string): Buffer {
  const head = Buffer.from('%PDF-1.7\n');
  const packed = deflateSync(content);
  const object = `7 0 obj\n<< /Type /XRef /Root 1 0 R /Filter /FlateDecode /Length ${packed.length} ${entries} >>\nstream\n`;
  return Buffer.concat([head, Buffer.from(object), packed, Buffer.from(`\nendstream\nendobj\nstartxref\n${head.length}\n%%EOF`)]);
}

test('a small file written by hand is read, so that the broken ones below fail for their own reason', () => {
  expect(judge(plainPdf({ 1: '<< /Type /Catalog >>' })).findings[0]).toMatchObject({ code: 'no-signature' });
  const content = Buffer.concat([Buffer.from([1, 0, 20, 0]), Buffer.from([1, 0, 9, 0])]);
  expect(judge(streamPdf(content, '/Size 8 /W [1 2 1] /Index [1 1 7 1]')).findings[0]!.detail).toMatch(/no object at 20/);
});

const broken: [string, () => Buffer, RegExp][] = [
  ['nothing', () => Buffer.alloc(0), /does not end/],
  ['noise', () => Buffer.alloc(5000, 0xa5), /does not end/],
  ['a cut file', () => signed.subarray(0, signed.length - 300), /does not end/],
  ['two million brackets', () => plainPdf({ 1: '['.repeat(2_000_000) }), /nested too deeply/],
  ['dictionaries without end', () => plainPdf({ 1: '<</A'.repeat(500_000) }), /nested too deeply/],
  ['a string without end', () => plainPdf({ 1: '((((' }), /does not end/],
  [
    'a table that names itself',
    () => plainPdf({ 1: '<< >>' }, `/Root 1 0 R /Prev ${startOf(plainPdf({ 1: '<< >>' }, '/Root 1 0 R /Prev 00'))}`),
    /not in order|does not name/,
  ],
  ['a reference that goes round', () => plainPdf({ 1: '2 0 R', 2: '1 0 R' }), /go round/],
  ['fields that are their own children', () => plainPdf({ ...CATALOG, 2: '<< /T (a) /Kids [2 0 R] >>' }), /too many fields/],
  ['a stream of which the length is itself', () => plainPdf({ 1: '<< /Length 1 0 R >>\nstream\nx\nendstream' }), /go round/],
  ['a stream longer than the file', () => plainPdf({ 1: '<< /Length 99999 >>\nstream\nx\nendstream' }), /longer than the file/],
  ['a key twice', () => plainPdf({ 1: '<< /A 1 /A 2 >>' }), /stands twice/],
  ['a root that is missing', () => plainPdf({ 1: '<< >>' }, '/Root 5 0 R'), /no dictionary/],
  ['a bomb of 300 MB', () => streamPdf(Buffer.alloc(300_000_000), '/Size 8 /W [1 2 1]'), /larger than|Cannot create/],
  ['a table of nothing, without end', () => streamPdf(Buffer.alloc(10), '/Size 999999999 /W [0 0 0]'), /damaged/],
  ['a signature without room', () => plainPdf(field('<< /Type /Sig /ByteRange [0 1 2 3] >>')), /no room/],
  ['a signature without range', () => plainPdf(field('<< /Type /Sig /Contents <00> >>')), /four numbers/],
  ['a range beyond the file', () => plainPdf(field('<< /Contents <00> /ByteRange [0 9 9 99999999999999] >>')), /gap|longer/],
  ['an object stream within itself', () => streamPdf(Buffer.from([2, 0, 1, 0]), '/Size 2 /W [1 2 1] /Index [1 1]'), /go round/],
];

test.each(broken)(
  'a file of %s is refused with a reason, not with a crash',
  (_title, build, reason) => {
    const { indication, findings, signatures } = judge(build());
    expect(indication).toBe('TOTAL-FAILED');
    expect([...findings, ...signatures.flatMap((one) => one.findings)][0]!.detail).toMatch(reason);
  },
  20_000,
);

test('an encrypted file is left to a person', () => {
  expect(judge(plainPdf({ 1: '<< /Type /Catalog >>', 2: '<< /Filter /Standard >>' }, '/Root 1 0 R /Encrypt 2 0 R'))).toMatchObject({
    indication: 'INDETERMINATE',
    findings: [{ code: 'file-encrypted' }],
  });
});

test('a file cut off, doubled or stirred anywhere never passes and never crashes', () => {
  let seed = 20_261_120;
  const random = (below: number) => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) % below;
  for (let round = 0; round < 100; round++) {
    const at = random(signed.length);
    const stirred = Buffer.from(signed);
    for (let count = 0; count < 5; count++) stirred[random(signed.length)] = random(256);
    const variants = [
      signed.subarray(0, at),
      Buffer.concat([signed.subarray(0, at), Buffer.of(random(256)), signed.subarray(at)]),
      stirred,
    ];
    for (const file of variants) expect(judge(file).indication).not.toBe('TOTAL-PASSED');
  }
});
