import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDict, PDFDocument, PDFName, type PDFString } from 'pdf-lib';
import { type TemplateKey } from '../../server/documents/facts';
import { renderDocument } from '../../server/documents/render';
import { renderForSigning } from '../../server/documents/render-for-signing';
import { readShippedTemplate } from '../../server/documents/shipped-templates';
import { verifyReleased } from '../../server/signing/verify/verify-released';
import { createOffice, trustIn, type Office } from '../support/certificates';
import { DATE, leaderRequest, recordedSteps, sealRequest, signResult } from '../support/result-document';
import { testWith } from '../support/tools';
import { samples } from './samples';

const results = ['civil-status-extract', 'lawyer-registration-certificate', 'refusal-decision', 'stop-decision', 'general-result'] as const;
const letters = ['form-01', 'form-02', 'form-03', 'form-04', 'form-05'] as const;

test.each(results)('%s is saved with its number, its date and two signatures still empty', async (key) => {
  const { bytes, pages, anchors } = await forSigning(key);
  const fields = await fieldsOf(bytes);
  expect(fields.map(({ name }) => name)).toEqual(['so', 'ngay', 'KyLanhDao', 'KyCoQuan']);
  for (const { dict } of fields) expect(dict.has(PDFName.of('V'))).toBe(false);
  expect(anchors.every((anchor) => anchor.page < pages)).toBe(true);
  expect(Buffer.from(bytes).includes('/NeedAppearances')).toBe(false);
  expect(Buffer.from(bytes).includes('/ObjStm')).toBe(false);
});

test.each(letters)('%s has one place for the seal of the centre', async (key) => {
  expect((await fieldsOf((await forSigning(key)).bytes)).map(({ name }) => name)).toEqual(['KyTrungTam']);
});

test('the seal of a result lies on its page, over the left third of the leader’s place', async () => {
  const { anchors } = await forSigning('refusal-decision');
  const [leader, agency] = ['leader', 'agency'].map((name) => anchors.find((anchor) => anchor.name === name)!.rect);
  expect(agency![2]).toBeCloseTo(leader![0] + (leader![2] - leader![0]) / 3, 3);
  expect(agency![0]).toBeGreaterThan(0);
});

test('the same facts make the same file, other facts another', async () => {
  const [one, two] = [await forSigning('refusal-decision'), await forSigning('refusal-decision')];
  expect(Buffer.from(one.bytes).equals(Buffer.from(two.bytes))).toBe(true);
  const template = readShippedTemplate('templates', 'refusal-decision');
  const other = await renderForSigning(template, { ...samples['refusal-decision'], dossierCode: 'H27.15-261119-0006' });
  expect(idOf(other.bytes)).not.toBe(idOf(one.bytes));
});

describe('a drawn result', () => {
  let office: Office;
  beforeAll(async () => {
    office = await createOffice();
  }, 60_000);

  test.each(results)('%s is signed, numbered, dated and sealed, and passes the check before release', async (key) => {
    const base = Buffer.from((await forSigning(key)).bytes);
    const signed = await signResult(base, leaderRequest, office.leader);
    const sealed = await signResult(signed, { ...sealRequest, fill: { so: '1234/QĐ-UBND', ngay: DATE } }, office.agency);
    const verdict = verifyReleased(sealed, await recordedSteps({ base, signed, sealed }, office), trustIn(office.authority));
    expect(verdict).toMatchObject({ isReleasable: true, findings: [], values: { so: '1234/QĐ-UBND', ngay: DATE } });
  });
});

test('a document that is only printed has no fields', async () => {
  const { bytes } = await renderDocument(readShippedTemplate('templates', 'form-06'), samples['form-06']);
  expect((await PDFDocument.load(bytes)).catalog.getAcroForm()).toBeUndefined();
});

testWith('qpdf').each([...results, ...letters])('%s is a sound file', async (key) => {
  const folder = mkdtempSync(join(tmpdir(), 'mot-cua-sound-'));
  writeFileSync(join(folder, 'file.pdf'), (await forSigning(key)).bytes);
  const { status, stdout, stderr } = spawnSync('qpdf', ['--check', join(folder, 'file.pdf')], { encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toContain('No syntax or stream encoding errors found');
});

async function forSigning(key: TemplateKey) {
  return renderForSigning(readShippedTemplate('templates', key), samples[key]);
}

async function fieldsOf(bytes: Uint8Array): Promise<{ name: string; dict: PDFDict }[]> {
  const doc = await PDFDocument.load(bytes, { updateMetadata: false });
  const fields = doc.catalog.getAcroForm()?.Fields()?.asArray() ?? [];
  return fields.map((field) => {
    const dict = doc.context.lookup(field, PDFDict);
    return { name: (dict.lookup(PDFName.of('T')) as PDFString).asString(), dict };
  });
}

function idOf(bytes: Uint8Array): string | undefined {
  return /\/ID \[ ?<([0-9a-f]{32})>/i.exec(Buffer.from(bytes).toString('latin1'))?.[1];
}
