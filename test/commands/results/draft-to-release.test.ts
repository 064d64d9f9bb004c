import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readDossier } from '../../../server/store/dossiers';
import { hashesInUse } from '../../../server/store/files';
import { verifySignatures } from '../../../server/signing/verify/verify-signatures';
import { PIN, trustIn } from '../../support/certificates';
import { type Answer } from '../../support/client';
import { useOffice } from '../../support/server';
import { EXTRACT, EXTRACT_FACTS } from '../../support/modelled-procedures';
import { equipForSigning, type SigningOffice } from '../../support/signing-office';
import { run, testWith } from '../../support/tools';

jest.setTimeout(60_000);
const office = useOffice();
let signing: SigningOffice;
const folder = mkdtempSync(join(tmpdir(), 'results-'));
afterAll(() => rmSync(folder, { recursive: true }));
const AT_DEPARTMENT = { place: 'department' } as const;

beforeAll(async () => {
  signing = await equipForSigning(office);
  await signing.giveCertificate(await office.staff('leader', AT_DEPARTMENT), { image: 'signature-1' });
  await signing.giveCertificate(await office.staff('leader'), { image: 'signature-2' });
}, 60_000);

const officer = () => office.as('officer', AT_DEPARTMENT);
const head = () => office.as('division-head', AT_DEPARTMENT);
const leader = () => office.as('leader', AT_DEPARTMENT);
const clerical = () => office.as('clerical-officer', AT_DEPARTMENT);
const clerk = () => office.as('clerk', { place: 'provincial-centre' });

const now = async (id: string) => (await office.sequelize.transaction((tx) => readDossier(tx, id))).version;
const act = async (who: ReturnType<typeof officer>, id: string, path: string, body: object = {}): Promise<Answer> =>
  who.post(`/api/dossiers/${id}${path}`, { ...body, expectedVersion: await now(id) });
const resultOf = async (id: string) => (await officer().get(`/api/dossiers/${id}/results`)).body.results[0];
const batchOf = (who: ReturnType<typeof officer>, id: string): Promise<Answer> => who.get(`/api/signature-batches/${id}`);

async function request(who: ReturnType<typeof officer>, kind: 'sign' | 'seal', result: { id: string; nextSha256: string }, pin = PIN) {
  return who.post('/api/signature-batches', { kind, pin, items: [{ resultId: result.id, expectedSha256: result.nextSha256 }] });
}

describe('a licence that is granted', () => {
  let id: string;
  let file: Buffer;

  test('is drafted by the officer from what the applicant declared', async () => {
    ({ id } = await signing.dossierAt('draft-result'));
    expect(await act(officer(), id, '/proposals', { outcome: 'grant' })).toMatchObject({ status: 200 });
    expect(await resultOf(id)).toMatchObject({ outcome: 'grant', state: 'draft', nextSha256: null, number: null });
  });

  testWith('pdftotext')('can be looked at as a draft, and every page says that it is one', async () => {
    const answer = await officer().get(`/api/results/${(await resultOf(id)).id}/preview`);
    writeFileSync(join(folder, 'draft.pdf'), answer.body as Buffer);
    const text = run('pdftotext', '-raw', join(folder, 'draft.pdf'), '-').replace(/\s/g, '');
    expect(text).toContain('LÊTHỊÁNHNGUYỆT');
    expect(text).toMatch(/DỰTHẢO|OẢHTỰD/);
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment/);
  });

  test('goes to the leader when the head of the division agrees, and is signed only once its file is drawn', async () => {
    expect(await act(head(), id, '/proposals/current/review', { isAgreed: true })).toMatchObject({ status: 200 });
    const draft = await resultOf(id);
    expect(draft).toMatchObject({ state: 'submitted', nextSha256: null });
    const early = await request(leader(), 'sign', { id: draft.id, nextSha256: '0'.repeat(64) });
    expect(early.body.batch.items[0]).toMatchObject({ state: 'failed', refusal: { code: 'document-not-ready' } });
    expect(await signing.deliver()).toEqual([]);
    expect((await resultOf(id)).nextSha256).toMatch(/^[0-9a-f]{64}$/);
  });

  test('is not signed with a wrong PIN, nor when it is not the file that was looked at', async () => {
    const draft = await resultOf(id);
    expect(await request(leader(), 'sign', draft, '000000')).toMatchObject({ status: 403, body: { code: 'pin-wrong' } });
    const other = await request(leader(), 'sign', { ...draft, nextSha256: 'a'.repeat(64) });
    expect(other).toMatchObject({ status: 202 });
    expect(other.body.batch.items[0]).toMatchObject({ state: 'failed', refusal: { code: 'document-changed' } });
    const named = await office.sequelize.transaction((tx) => hashesInUse(tx, ['a'.repeat(64), draft.nextSha256!]));
    expect([...named]).toEqual([draft.nextSha256]);
  });

  test('is signed by the leader, and by no other leader', async () => {
    const draft = await resultOf(id);
    const asked = await request(leader(), 'sign', draft);
    expect(asked.body.batch).toMatchObject({ isFinished: false, items: [{ state: 'waiting' }] });
    const twice = await request(leader(), 'sign', draft);
    expect(twice.body.batch.items[0]).toMatchObject({ state: 'failed', refusal: { code: 'signature-under-way' } });
    await signing.sign();
    expect((await batchOf(leader(), asked.body.batch.id)).body.batch).toMatchObject({ isFinished: true, items: [{ state: 'done' }] });
    expect(await resultOf(id)).toMatchObject({ state: 'signed', number: null });
    expect(await batchOf(office.as('leader'), asked.body.batch.id)).toMatchObject({ status: 404 });
  });

  test('is numbered, dated and sealed in one act by the clerical officer', async () => {
    const asked = await request(clerical(), 'seal', await resultOf(id));
    await signing.sign();
    const { batch } = (await batchOf(clerical(), asked.body.batch.id)).body;
    expect(batch.items).toMatchObject([{ state: 'done', number: '01/STP-ĐKHN', refusal: null }]);
    expect(await resultOf(id)).toMatchObject({ state: 'sealed', number: '01/STP-ĐKHN', issuedOn: '2026-11-25', nextSha256: null });
  });

  test('reaches the centre by a confirmed hand-over, and is ready there', async () => {
    expect(await act(officer(), id, '/result-delivery')).toMatchObject({ status: 200 });
    const back = await act(clerk(), id, '/result-confirmation', { outcome: 'returned', reason: 'Thiếu bản giấy' });
    expect(back.body.dossier.status).toBe(4);
    await act(officer(), id, '/result-delivery');
    expect((await act(clerk(), id, '/result-confirmation')).body.dossier.status).toBe(9);
  });

  test('is not in the hands of the applicant before it is released', async () => {
    const { id: resultId } = await resultOf(id);
    expect(await office.asCitizen().get(`/api/results/${resultId}/file`)).toMatchObject({
      status: 409,
      body: { code: 'result-not-ready' },
    });
    expect((await office.asCitizen().get(`/api/dossiers/${id}/results`)).body.results).toEqual([]);
    expect(await office.asCitizen('b').get(`/api/results/${resultId}/file`)).toMatchObject({ status: 404 });
  });

  test('has nobody know what is on record about it before that, and anybody whom its signatures lead up to', async () => {
    const { id: resultId } = await resultOf(id);
    const path = `/api/results/${resultId}/signing-record`;
    expect(await office.asCitizen().get(path)).toMatchObject({ status: 409, body: { code: 'result-not-ready' } });
    expect((await office.asCitizen('b').get(path)).status).toBe(404);
    const { body } = await officer().get(path);
    expect(body.signatures).toMatchObject([
      { field: 'KyLanhDao', fills: {} },
      { field: 'KyCoQuan', fills: { so: '01/STP-ĐKHN', ngay: 'ngày 25 tháng 11 năm 2026' } },
    ]);
    const { items } = (await office.asCitizen().get('/api/trust-anchors')).body;
    expect(items).toMatchObject([{ subject: 'Gốc minh họa', certificate: signing.authority.root.toString('base64') }]);
  });

  test('is released online, and what the applicant gets is byte for byte what was sealed', async () => {
    expect(await signing.deliver()).toEqual([]);
    const answer = await office.asCitizen().get(`/api/results/${(await resultOf(id)).id}/file`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment/);
    file = answer.body as Buffer;
    const staffCopy = await officer().get(`/api/results/${(await resultOf(id)).id}/file`);
    expect(file.equals(staffCopy.body as Buffer)).toBe(true);
    const { body } = await office.asCitizen().get(`/api/dossiers/${id}/results`);
    expect(body.results).toMatchObject([{ state: 'sealed', number: '01/STP-ĐKHN', nextSha256: null }]);
    expect((await office.sequelize.transaction((tx) => readDossier(tx, id))).status).toBe(10);
  });

  test('bears two valid signatures, the leader’s and the agency’s', () => {
    const { signatures } = verifySignatures(file, { ...trustIn(signing.authority), at: office.clock.now() });
    expect(signatures.map(({ field, signer }) => [field, signer?.name])).toEqual([
      ['KyLanhDao', expect.stringContaining('Cán bộ leader')],
      ['KyCoQuan', 'Sở Tư pháp tỉnh Hà Tĩnh'],
    ]);
  });

  testWith('pdftotext')('says its number and date, and who has signed', () => {
    writeFileSync(join(folder, 'sealed.pdf'), file);
    const text = run('pdftotext', '-layout', join(folder, 'sealed.pdf'), '-');
    expect(text).toMatch(/Số: +01\/STP-ĐKHN/);
    expect(text).toMatch(/ngày 25 tháng 11 năm 2026/);
    expect(text).toMatch(/GIÁM ĐỐC/);
    expect(text).toContain('15432/TP/LS-CCHN');
  });

  testWith('pdfsig')('is accepted by a foreign verifier', () => {
    expect(run('pdfsig', '-nocert', join(folder, 'sealed.pdf')).match(/Signature is Valid/g)).toHaveLength(2);
  });
});

test('a copy of an extract goes to the applicant first, who may ask for changes, then agrees', async () => {
  const atCommune = office.as('officer');
  const { id } = await signing.dossierAt('draft-result', { procedure: EXTRACT, isReceiptWanted: false });
  await act(atCommune, id, '/proposals', { outcome: 'grant', resultFacts: EXTRACT_FACTS });
  expect(await signing.deliver()).toEqual([]);
  const [draft] = (await office.asCitizen().get(`/api/dossiers/${id}/results`)).body.results;
  expect(draft).toMatchObject({ state: 'draft' });
  expect(await office.asCitizen().get(`/api/results/${draft.id}/preview`)).toMatchObject({ status: 200 });
  expect(await act(office.asCitizen(), id, '/draft-answer', { isAgreed: false })).toMatchObject({ body: { code: 'reason-missing' } });
  await act(office.asCitizen(), id, '/draft-answer', { isAgreed: false, note: 'Sai năm sinh của mẹ' });
  expect(await office.asCitizen().get(`/api/results/${draft.id}/preview`)).toMatchObject({ status: 404 });
  await act(atCommune, id, '/proposals', { outcome: 'grant', resultFacts: EXTRACT_FACTS });
  await signing.deliver();
  await act(office.asCitizen(), id, '/draft-answer', { isAgreed: true });
  expect((await atCommune.get(`/api/dossiers/${id}/results`)).body.results).toMatchObject([{ state: 'submitted' }, { state: 'void' }]);
});
