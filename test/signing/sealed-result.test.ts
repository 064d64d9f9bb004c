import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCoverage, findSignedFields } from '../../server/signing/verify/find-signatures';
import { openSource } from '../../server/signing/verify/pdf-objects';
import { lastStart, readSections, Revision } from '../../server/signing/verify/pdf-revisions';
import { derLength } from '../../server/signing/pki/strict-der';
import { verifyReleased } from '../../server/signing/verify/verify-released';
import { verifySignatures } from '../../server/signing/verify/verify-signatures';
import { createOffice, trustIn, type Office } from '../support/certificates';
import { createSealedResult, DATE, NUMBER, recordedSteps, sealRules, SEALED_AT, type SignedResult } from '../support/result-document';
import { run, testWith } from '../support/tools';

let office: Office;
let result: SignedResult;
const folder = mkdtempSync(join(tmpdir(), 'signing-'));
const path = (name: string) => join(folder, name);

beforeAll(async () => {
  office = await createOffice();
  result = await createSealedResult(office);
  for (const [name, bytes] of Object.entries(result)) writeFileSync(path(`${name}.pdf`), bytes as Buffer);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

test('a signed, numbered and sealed result may be released, and says its number and date', async () => {
  const verdict = verifyReleased(result.sealed, await recordedSteps(result, office), trustIn(office.authority));
  expect(verdict).toMatchObject({ isReleasable: true, findings: [], values: { so: NUMBER, ngay: DATE } });
  expect(verdict.signatures.map(({ field, coverage }) => [field, coverage])).toEqual([
    ['KyLanhDao', 'whole file'],
    ['KyCoQuan', 'whole file'],
  ]);
});

test('the verdict names both signers with all their Vietnamese letters, and the chain up to the root', async () => {
  const policy = { ...trustIn(office.authority), at: SEALED_AT, allowedUpdate: await sealRules() };
  const { indication, signatures } = verifySignatures(result.sealed, policy);
  expect(indication).toBe('TOTAL-PASSED');
  const [leader, agency] = signatures;
  expect(leader).toMatchObject({
    field: 'KyLanhDao',
    signer: {
      name: 'Nguyễn Thị Ánh Tuyết',
      organisation: 'Ủy ban nhân dân tỉnh Hà Tĩnh',
      issuer: 'Cơ quan chứng thực minh họa tỉnh Hà Tĩnh',
    },
    claimed: { at: "D:20261120151500+07'00'", name: 'Nguyễn Thị Ánh Tuyết', reason: 'Ký ban hành văn bản' },
    coverage: 'earlier revision',
    modifications: ['number, date and seal'],
  });
  expect(agency).toMatchObject({ signer: { name: 'Ủy ban nhân dân tỉnh Hà Tĩnh' }, coverage: 'whole file', modifications: [] });
  expect(leader!.chain).toEqual([
    'Nguyễn Thị Ánh Tuyết',
    'Cơ quan chứng thực minh họa tỉnh Hà Tĩnh',
    'Cơ quan chứng thực minh họa tỉnh Hà Tĩnh – gốc',
  ]);
});

test('sealing leaves every byte that the leader signed, and so did signing', () => {
  expect(result.sealed.subarray(0, result.signed.length).equals(result.signed)).toBe(true);
  expect(result.signed.subarray(0, result.base.length).equals(result.base)).toBe(true);
});

test('without a rule for the seal, its update is left to a person', () => {
  const { indication, signatures } = verifySignatures(result.sealed, { ...trustIn(office.authority), at: SEALED_AT });
  expect(indication).toBe('INDETERMINATE');
  expect(signatures.map(({ findings }) => findings.map(({ code }) => code))).toEqual([['form-changed-later'], []]);
});

testWith('pdfsig')('pdfsig finds both signatures valid, the second over the whole document', () => {
  const said = run('pdfsig', '-nocert', path('sealed.pdf'));
  expect(said.match(/Signature is Valid/g)).toHaveLength(2);
  expect(said.match(/ETSI\.CAdES\.detached/g)).toHaveLength(2);
  expect(said.match(/Not total document signed/g)).toHaveLength(1);
  expect(said.match(/ {2}- Total document signed/g)).toHaveLength(1);
  expect(said).toContain('Nguyễn Thị Ánh Tuyết');
});

testWith('openssl')('openssl verifies both signatures as CAdES up to the root', () => {
  writeFileSync(path('root.pem'), pem(office.authority.root));
  const source = openSource(result.sealed, () => undefined);
  const now = new Revision(source, readSections(source, lastStart(result.sealed)));
  const fields = findSignedFields(now);
  expect(fields).toHaveLength(2);
  for (const field of fields) {
    const { parts, room } = readCoverage(source, now, field);
    writeFileSync(path('content'), Buffer.concat(parts));
    writeFileSync(path('signature.der'), room.subarray(0, derLength(room)));
    const files = ['-in', path('signature.der'), '-content', path('content'), '-CAfile', path('root.pem'), '-out', path('out')];
    const at = ['-attime', String(SEALED_AT.getTime() / 1000)];
    expect(run('openssl', 'cms', '-verify', '-cades', '-binary', '-inform', 'DER', ...files, ...at)).toContain(
      'CAdES Verification successful',
    );
    expect(readFileSync(path('out')).equals(Buffer.concat(parts))).toBe(true);
  }
});

testWith('qpdf')('qpdf finds no fault in any revision', () => {
  for (const name of ['base', 'signed', 'sealed'])
    expect(run('qpdf', '--check', path(`${name}.pdf`))).toContain('No syntax or stream encoding errors');
});

testWith('pdftotext')('number and date stand on the page, and can be copied from it', () => {
  const before = run('pdftotext', '-layout', path('signed.pdf'), '-');
  const after = run('pdftotext', '-layout', path('sealed.pdf'), '-');
  expect(before).not.toContain(NUMBER);
  expect(after).toMatch(new RegExp(`Số: +${NUMBER} +Hà Tĩnh, *${DATE}`));
  expect(after.replace(NUMBER, '').replace(DATE, '').replace(/\s+/g, ' ')).toBe(before.replace(/\s+/g, ' '));
});

function pem(der: Buffer): string {
  return `-----BEGIN CERTIFICATE-----\n${der.toString('base64').replace(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`;
}
