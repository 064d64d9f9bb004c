import { createHash } from 'node:crypto';
import { PDFArray, PDFDocument, PDFName, PDFRawStream, PDFString, type PDFRef } from 'pdf-lib';
import { embedSignature } from '../../server/documents/embed-signature';
import { openForUpdate, prepareSignature } from '../../server/documents/prepare-signature';
import { verifySignatures, type FileVerdict } from '../../server/signing/verify/verify-signatures';
import { createOffice, trustIn, type Office } from '../support/certificates';
import { writeCms } from '../support/hostile-cms';
import { dictionary, fieldOf, pageOf, replace } from '../support/hostile-updates';
import { appendObjects, startOf } from '../support/plain-pdf';
import { createResult, leaderRequest, signResult, SIGNED_AT, type OpenUpdate } from '../support/result-document';

let office: Office;
let base: Buffer;
let signed: Buffer;

beforeAll(async () => {
  office = await createOffice();
  base = await createResult();
  signed = await signResult(base, leaderRequest, office.leader);
}, 60_000);

function judge(file: Buffer): FileVerdict & { codes: string[] } {
  const verdict = verifySignatures(file, { ...trustIn(office.authority), at: SIGNED_AT });
  return { ...verdict, codes: [verdict, ...verdict.signatures].flatMap(({ findings }) => findings.map(({ code }) => code)) };
}

async function update(change: (doc: OpenUpdate) => unknown, file = signed): Promise<Buffer> {
  const doc = await openForUpdate(file);
  await change(doc);
  return Buffer.from(await doc.save({ useObjectStreams: false }));
}

test('the signed file passes, and an unsigned one is no signed one', () => {
  expect(judge(signed)).toMatchObject({ indication: 'TOTAL-PASSED', codes: [] });
  expect(judge(base)).toMatchObject({ indication: 'INDETERMINATE', codes: ['no-signature'] });
});

test('a byte changed anywhere in the signed range is found', () => {
  const gap = { from: signed.indexOf('/Contents <') + 10, to: signed.indexOf('>', signed.indexOf('/Contents <')) };
  const passed: number[] = [];
  for (let at = 0; at < signed.length; at += at > gap.from && at < gap.to ? gap.to - at : 211) {
    const file = Buffer.from(signed);
    file[at]! ^= 1 << (at % 8);
    if (judge(file).indication === 'TOTAL-PASSED') passed.push(at);
  }
  expect(passed).toEqual([]);
});

test('another reason written into the signature is found', () => {
  const reason = signed.indexOf('/Reason <FEFF') + '/Reason <FEFF'.length;
  const file = Buffer.from(signed);
  file.write('0041', reason, 'latin1');
  expect(judge(file)).toMatchObject({ indication: 'TOTAL-FAILED', codes: ['content-changed'] });
});

const contentsOf = (doc: OpenUpdate) => {
  const contents = pageOf(doc).get(PDFName.of('Contents'));
  return (contents instanceof PDFArray ? contents.get(0) : contents) as PDFRef;
};
const stream = (doc: OpenUpdate, content: string) => PDFRawStream.of(dictionary(doc, { Length: content.length }), Buffer.from(content));

test.each<[string, string, (doc: OpenUpdate) => unknown]>([
  ['replaces what the page says', 'pages-changed-later', (doc) => replace(doc, contentsOf(doc), stream(doc, 'q Q'))],
  ['draws over the page', 'pages-changed-later', (doc) => doc.getPage(0).drawText('khac', { x: 85, y: 640 })],
  ['adds a page', 'pages-changed-later', (doc) => doc.addPage()],
  [
    'adds an act at opening',
    'pages-changed-later',
    (doc) => doc.catalog.set(PDFName.of('OpenAction'), dictionary(doc, { S: 'Named', N: 'Print' })),
  ],
  [
    'lays a note over the page',
    'form-changed-later',
    (doc) => {
      const note = { Type: 'Annot', Subtype: 'FreeText', Rect: [85, 600, 300, 660], Contents: PDFString.of('x') };
      (pageOf(doc).lookup(PDFName.of('Annots')) as PDFArray).push(doc.context.register(dictionary(doc, note)));
    },
  ],
  ['fills a field', 'form-changed-later', (doc) => fieldOf(doc, 'so').set(PDFName.of('V'), PDFString.of('9'))],
])('an update that %s is found', async (_title, code, change) => {
  const { indication, codes } = judge(await update(change));
  expect(codes).toEqual([code]);
  expect(indication).not.toBe('TOTAL-PASSED');
});

test('a page that was prepared in secret and shown after the signature is found', async () => {
  const doc = await PDFDocument.load(base, { updateMetadata: false });
  const hidden = doc.context.register(stream(doc, 'BT (khac) Tj ET'));
  const prepared = Buffer.from(await doc.save({ useObjectStreams: false, updateFieldAppearances: false }));
  const shadow = await signResult(prepared, leaderRequest, office.leader);
  expect(judge(shadow).indication).toBe('TOTAL-PASSED');
  const shown = await update((later) => pageOf(later).set(PDFName.of('Contents'), hidden), shadow);
  expect(judge(shown)).toMatchObject({ indication: 'TOTAL-FAILED', codes: ['pages-changed-later'] });
});

test('a signature moved to another place in the file is found', () => {
  const text = signed.toString('latin1');
  const [head, number] = /\n(\d+) 0 obj\n(?=<<\n\/Type \/Sig\n)/.exec(text)!;
  const from = text.indexOf(head) + head.length;
  const moved = text.slice(from, text.indexOf('\nendobj', from));
  const trailer = /trailer\n<<([^]*?)>>\s*startxref/.exec(text.slice(text.lastIndexOf('trailer')))![1]!;
  const rest = trailer.replace(/\/(Size|Prev) \d+\n?/g, '');
  const wrapped = appendObjects(signed, { [number!]: moved }, `${rest} /Prev ${startOf(signed)}`);
  expect(judge(wrapped)).toMatchObject({ indication: 'TOTAL-FAILED', codes: ['range-wrong'] });
});

test.each<[string, (from: number, to: number, length: number) => [number, number, number]]>([
  ['leaves a wider gap', (from, to, length) => [from - 40, to, length - to]],
  ['leaves a gap behind the signature', (from, to, length) => [from, to + 6, length - to - 6]],
  ['covers part of the signature', (from, to, length) => [from + 1, to, length - to]],
  ['ends before the end', (from, to, length) => [from, to, length - to - 7]],
])('a byte range that %s is found, though the value is true', async (_title, range) => {
  const prepared = await prepareSignature(base, leaderRequest);
  const { from, to } = prepared.contents;
  const [first, second, rest] = range(from, to, prepared.bytes.length);
  const place = prepared.bytes.indexOf('/ByteRange [', base.length);
  const written = `/ByteRange [ 0 ${first} ${second} ${rest} ]`;
  prepared.bytes.write(written.padEnd(prepared.bytes.indexOf('/Contents', place) - place - 1), place, 'latin1');
  const parts = [prepared.bytes.subarray(0, first), prepared.bytes.subarray(second, second + rest)] as const;
  const file = embedSignature(prepared, writeCms(parts, office.leader));
  expect(judge(file)).toMatchObject({ indication: 'TOTAL-FAILED', codes: ['range-wrong'] });
});

test('bytes behind the signed range are found', () => {
  for (const more of ['\n', ' ', '\n%%EOF']) {
    expect(judge(Buffer.concat([signed, Buffer.from(more)]))).toMatchObject({ indication: 'TOTAL-FAILED' });
  }
});

test('a signature of another format is left to a person', async () => {
  const prepared = await prepareSignature(base, leaderRequest);
  prepared.bytes.write(
    '/adbe.pkcs7.detached '.padEnd('/ETSI.CAdES.detached'.length).slice(0, 20),
    prepared.bytes.indexOf('/ETSI.CAdES'),
    'latin1',
  );
  const parts = [prepared.bytes.subarray(0, prepared.contents.from), prepared.bytes.subarray(prepared.contents.to)] as const;
  expect(createHash('sha256').update(parts[0]).update(parts[1]).digest().equals(prepared.digest)).toBe(false);
  expect(judge(embedSignature(prepared, writeCms(parts, office.leader))).codes).toEqual(['format-unknown']);
});

test('a file written with object streams before its first signature is read as well', async () => {
  const doc = await PDFDocument.load(base, { updateMetadata: false });
  const packed = Buffer.from(await doc.save({ useObjectStreams: true, updateFieldAppearances: false }));
  const file = await signResult(packed, leaderRequest, office.leader);
  expect(file.includes('/ObjStm')).toBe(true);
  expect(judge(file)).toMatchObject({ indication: 'TOTAL-PASSED', codes: [] });
  const changed = await update((later) => replace(later, contentsOf(later), stream(later, 'q Q')), file);
  expect(judge(changed)).toMatchObject({ indication: 'TOTAL-FAILED', codes: ['pages-changed-later'] });
});
