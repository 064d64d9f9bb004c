import { PDFHexString, PDFName } from 'pdf-lib';
import { openForUpdate } from '../../server/documents/prepare-signature';
import { checkUpdate, type UpdateRules } from '../../server/signing/verify/check-update';
import { type SigningStep, verifyReleased } from '../../server/signing/verify/verify-released';
import { verifySignatures } from '../../server/signing/verify/verify-signatures';
import { createOffice, trustIn, type Office } from '../support/certificates';
import { fieldOf, hostileUpdates } from '../support/hostile-updates';
import {
  createSealedResult,
  image,
  NUMBER,
  recordedSteps,
  SEALED_AT,
  sealRequest,
  sealRules,
  signResult,
  type SignedResult,
} from '../support/result-document';

let office: Office;
let result: SignedResult;
let rules: UpdateRules;
let steps: SigningStep[];

beforeAll(async () => {
  office = await createOffice();
  result = await createSealedResult(office);
  rules = await sealRules();
  steps = await recordedSteps(result, office);
}, 60_000);

/** Both signatures are intact by themselves: only the strict check can see what was done. */
function expectIntact(file: Buffer): void {
  const { signatures } = verifySignatures(file, { ...trustIn(office.authority), at: SEALED_AT });
  const broken = signatures.flatMap(({ findings }) => findings).filter(({ code }) => !/changed-later$/.test(code));
  expect([signatures.length, broken]).toEqual([2, []]);
}

test('the seal’s own update passes', () => {
  expectIntact(result.sealed);
  expect(checkUpdate(result.sealed, result.signed, rules).values['so']).toBe(NUMBER);
  expect(verifyReleased(result.sealed, steps, trustIn(office.authority)).isReleasable).toBe(true);
});

test.each(hostileUpdates)('a seal that $title is refused', async ({ meddle, refusal }) => {
  const file = await signResult(result.signed, sealRequest, office.agency, meddle);
  expectIntact(file);
  expect(() => checkUpdate(file, result.signed, rules)).toThrow(refusal);
  const verdict = verifyReleased(file, steps, trustIn(office.authority));
  expect(verdict.isReleasable).toBe(false);
  expect(verdict.findings.map(({ code }) => code)).toContain('update-not-allowed');
});

test.each([
  ['that is no number', { so: '12a/QĐ-UBND', ngay: sealRequest.fill!['ngay']! }, /breaks its rule/],
  ['without a date', { so: NUMBER }, /ngay did not change/],
])('a seal with a number %s is refused', async (_title, fill, refusal) => {
  const file = await signResult(result.signed, { ...sealRequest, fill: fill }, office.agency);
  expectIntact(file);
  expect(() => checkUpdate(file, result.signed, rules)).toThrow(refusal);
});

test('a seal with another agency’s image is refused', async () => {
  const file = await signResult(result.signed, { ...sealRequest, appearance: { image: image('seal-any-agency') } }, office.agency);
  expectIntact(file);
  expect(() => checkUpdate(file, result.signed, rules)).toThrow(/not registered/);
});

test('a seal made with the leader’s key is refused', async () => {
  const file = await signResult(result.signed, sealRequest, office.leader);
  expect(checkUpdate(file, result.signed, rules).values['so']).toBe(NUMBER);
  const verdict = verifyReleased(file, steps, trustIn(office.authority));
  expect(verdict.findings.map(({ code }) => code)).toEqual(['wrong-signer']);
});

test('a number changed behind the seal, or a second seal, is refused', async () => {
  const doc = await openForUpdate(result.sealed);
  fieldOf(doc, 'so').set(PDFName.of('V'), PDFHexString.fromText('999/QĐ-UBND'));
  const changed = Buffer.from(await doc.save({ useObjectStreams: false }));
  expectIntact(changed);
  const repeated = Buffer.concat([result.sealed, result.sealed.subarray(result.signed.length)]);
  for (const file of [changed, repeated]) {
    expect(() => checkUpdate(file, result.signed, rules)).toThrow(/behind the update/);
    expect(verifyReleased(file, steps, trustIn(office.authority)).isReleasable).toBe(false);
  }
});

const tail = (file: Buffer) => file.subarray(result.signed.length).toString('latin1');
const rebuilt = (change: (text: string) => string) => Buffer.concat([result.signed, Buffer.from(change(tail(result.sealed)), 'latin1')]);

test.each([
  ['bytes behind the end', (text: string) => `${text}\n% more`, /behind the update/],
  ['a comment between two objects', (text: string) => text.replace('endobj\n\n', 'endobj\n\n%x\n'), /./],
  ['an entry that leads elsewhere', (text: string) => text.replace(/(\d{10}) 00000 n/, '0000000015 00000 n'), /do not agree/],
  ['an object that stands twice', (text: string) => `\n${/\d+ 0 obj[^]*?endobj\n/.exec(text)![0]}${text}`, /stands twice/],
  ['another root in the trailer', (text: string) => text.replace(/\/Root \d+ 0 R/, '/Root 3 0 R'), /trailer differs/],
  ['a key that stands twice', (text: string) => text.replace('/Type /Sig\n', '/Type /Sig\n/Type /Sig\n'), /stands twice/],
  ['an escaped name', (text: string) => text.replace('/Type /Sig\n', '/Type /S#69g\n'), /unusual name/],
  ['an object of another generation', (text: string) => text.replace(/ 0 obj/, ' 1 obj'), /unusual object head/],
])('a tail with %s is refused', (_title, change, refusal) => {
  const unchanged = rebuilt((text) => text);
  expect(checkUpdate(unchanged, result.signed, rules).values['so']).toBe(NUMBER);
  const file = rebuilt(change);
  expect(file.equals(unchanged)).toBe(false);
  expect(() => checkUpdate(file, result.signed, rules)).toThrow(refusal);
});

test('a file that does not begin with the recorded revision is refused', () => {
  const file = Buffer.from(result.sealed);
  file[200]! ^= 1;
  const { isReleasable, findings } = verifyReleased(file, steps, trustIn(office.authority));
  expect(isReleasable).toBe(false);
  expect(findings.map(({ code }) => code)).toContain('not-the-recorded-file');
});

test('a result without its seal, or judged by no record, is not released', () => {
  expect(verifyReleased(result.signed, steps, trustIn(office.authority)).isReleasable).toBe(false);
  expect(verifyReleased(result.sealed, [], trustIn(office.authority)).isReleasable).toBe(false);
});
