import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import sharp from 'sharp';
import { readRegisteredImage } from '../../server/documents/appearance';
import { embedSignature } from '../../server/documents/embed-signature';
import { BASELINE_ROOM, pdfDate, prepareSignature } from '../../server/documents/prepare-signature';
import { sealBox } from '../../server/documents/signature-fields';
import { checkUpdate } from '../../server/signing/verify/check-update';
import { createOffice, type Office } from '../support/certificates';
import { AGENCY_FIELD } from '../../server/documents/signature-fields';
import { createResult, DATE, image, leaderRequest, NUMBER, sealRequest, signResult } from '../support/result-document';
import { run, testWith } from '../support/tools';

let office: Office;
let base: Buffer;
let signed: Buffer;
const folder = mkdtempSync(join(tmpdir(), 'fields-'));

beforeAll(async () => {
  office = await createOffice();
  base = await createResult();
  signed = await signResult(base, leaderRequest, office.leader);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

const sealWith = (so: string) => prepareSignature(signed, { ...sealRequest, fill: { so, ngay: DATE } });

test('the base file certifies nothing and asks no viewer to draw its fields', () => {
  const text = base.toString('latin1');
  for (const entry of ['/DocMDP', '/Perms', '/NeedAppearances', '/XRef', '/ObjStm']) expect(text).not.toContain(entry);
  expect(text.match(/\/FT \/Sig/g)).toHaveLength(2);
});

test('a number that its field would cut off is refused before anything is signed', async () => {
  await expect(sealWith('12345/QĐ-UBND-VX-NC-KT-TH')).rejects.toThrow('value-not-printable');
  await expect(sealWith('12345/QĐ-UBND')).resolves.toBeDefined();
});

test('a letter that the font does not hold is refused', async () => {
  await expect(sealWith('123/日本')).rejects.toThrow('value-not-printable');
});

test('letters typed as base and accent are written as one', async () => {
  const decomposed = { so: NUMBER, ngay: DATE.normalize('NFD') };
  expect(decomposed.ngay).not.toBe(DATE);
  const [one, other] = [await sealWith(NUMBER), await prepareSignature(signed, { ...sealRequest, fill: decomposed })];
  expect(other.bytes.equals(one.bytes)).toBe(true);
});

test('a document is numbered once and signed once', async () => {
  const sealed = await signResult(signed, sealRequest, office.agency);
  await expect(prepareSignature(sealed, sealRequest)).rejects.toThrow('already-numbered');
  await expect(prepareSignature(signed, leaderRequest)).rejects.toThrow('document-changed');
  await expect(prepareSignature(signed, { ...sealRequest, field: 'nowhere' })).rejects.toThrow('no field nowhere');
});

test('a document under a password is refused', async () => {
  const doc = await PDFDocument.create();
  doc.addPage();
  doc.encrypt({ userPassword: 'x', ownerPassword: 'y' });
  await expect(prepareSignature(await doc.save(), leaderRequest)).rejects.toThrow('file-encrypted');
});

test('a signature larger than the room that was left is a fault', async () => {
  const prepared = await prepareSignature(base, { ...leaderRequest, room: 100 });
  expect(() => embedSignature(prepared, Buffer.alloc(101))).toThrow('room was left');
  expect(embedSignature(prepared, Buffer.alloc(100)).length).toBe(prepared.bytes.length);
});

test('a letter is sealed by two lines instead of an image, and checked by them', async () => {
  const lines = ['Trung tâm Phục vụ', '20/11/2026'];
  const file = await signResult(base, { ...leaderRequest, field: AGENCY_FIELD, appearance: { lines } }, office.agency);
  const rules = { fields: {}, signature: AGENCY_FIELD };
  expect(checkUpdate(file, base, { ...rules, shows: { lines } }).values).toEqual({});
  expect(() => checkUpdate(file, base, { ...rules, shows: { lines: ['Trung tâm Phục vụ', '21/11/2026'] } })).toThrow(/not the value/);
});

test('the seal covers the left third of the hand signature, at its height', () => {
  const [left, bottom, right, top] = sealBox([360, 400, 480, 450], 100);
  expect([left, right]).toEqual([300, 400]);
  expect([bottom, top]).toEqual([375, 475]);
});

test('the time is written as it is in Việt Nam', () => {
  expect(pdfDate(new Date('2026-12-31T17:30:05Z'))).toBe("D:20270101003005+07'00'");
});

test('a registered image is a PNG with transparent background', async () => {
  const { width, height, fingerprint } = await readRegisteredImage(image('seal-province'));
  expect([width, height]).toEqual([420, 420]);
  expect(fingerprint).toMatch(/^[0-9a-f]{64}$/);
  const recompressed = await sharp(image('seal-province')).png({ compressionLevel: 1 }).toBuffer();
  expect((await readRegisteredImage(recompressed)).fingerprint).toBe(fingerprint);
  const opaque = await sharp(image('seal-province')).flatten({ background: 'white' }).png().toBuffer();
  await expect(readRegisteredImage(opaque)).rejects.toThrow('file-damaged');
  await expect(readRegisteredImage(Buffer.from('GIF89a'))).rejects.toThrow('file-type-refused');
  await expect(readRegisteredImage(image('seal-province').subarray(0, 2000))).rejects.toThrow('file-damaged');
});

testWith('pdftoppm')(
  'number and date appear in their places, the seal red over the blue hand signature, and nothing else changes',
  async () => {
    const sealed = await signResult(signed, sealRequest, office.agency);
    const [before, after] = await Promise.all([picture('signed', signed), picture('sealed', sealed)]);
    const places: [string, number, number, number, number][] = [
      ['number', 93, 724, 230, 742],
      ['date', 368, 724, 520, 742],
      ['seal', ...(sealBox([360, 400, 475, 448], 100.8) as [number, number, number, number])],
    ];
    const changed = new Map<string, number>();
    for (let at = 0; at < before.data.length; at += 3) {
      if (before.data.subarray(at, at + 3).equals(after.data.subarray(at, at + 3))) continue;
      const [x, y] = [(((at / 3) % before.info.width) * 72) / 100, 841.89 - (Math.floor(at / 3 / before.info.width) * 72) / 100];
      const place = places.find(([, left, bottom, right, top]) => x >= left - 1 && x <= right + 1 && y >= bottom - 1 && y <= top + 1);
      changed.set(place?.[0] ?? 'elsewhere', (changed.get(place?.[0] ?? 'elsewhere') ?? 0) + 1);
    }
    expect(changed.get('elsewhere')).toBeUndefined();
    expect(changed.get('number')).toBeGreaterThan(200);
    expect(changed.get('date')).toBeGreaterThan(200);
    expect(changed.get('seal')).toBeGreaterThan(2000);
    const colours = { red: 0, blue: 0 };
    for (let at = 0; at < after.data.length; at += 3) {
      const [red, , blue] = after.data.subarray(at, at + 3) as unknown as [number, number, number];
      if (red > blue + 80) colours.red++;
      if (blue > red + 80) colours.blue++;
    }
    expect(colours.red).toBeGreaterThan(2000);
    expect(colours.blue).toBeGreaterThan(300);
  },
);

async function picture(name: string, file: Buffer) {
  writeFileSync(join(folder, `${name}.pdf`), file);
  run('pdftoppm', '-r', '100', '-png', '-singlefile', join(folder, `${name}.pdf`), join(folder, name));
  return sharp(readFileSync(join(folder, `${name}.png`)))
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
}

test('twenty documents are numbered and sealed one after another, each with its own number', async () => {
  for (let number = 1; number <= 20; number++) {
    const prepared = await sealWith(`${number}/QĐ-UBND`);
    expect(prepared.bytes.subarray(0, signed.length).equals(signed)).toBe(true);
    expect(prepared.contents.to - prepared.contents.from).toBe(BASELINE_ROOM * 2 + 2);
  }
});
