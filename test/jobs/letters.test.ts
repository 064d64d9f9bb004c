import { readWhole } from '../../server/files/read-whole';
import { verifySignatures } from '../../server/signing/verify/verify-signatures';
import { insertExtension } from '../../server/store/extensions';
import { outboxOf, post } from '../../server/store/outbox';
import { trustIn } from '../support/certificates';
import { readingLetters } from '../support/letters';
import { useOffice } from '../support/server';
import { equipForSigning, type SigningOffice } from '../support/signing-office';
import { testWith } from '../support/tools';
import { deskOf, WARD } from '../commands/results/desk';
import { EXTRACT } from '../support/modelled-procedures';

jest.setTimeout(120_000);
const office = useOffice();
let signing: SigningOffice;
const desk = deskOf(office, () => signing);
const AT = { place: 'department' } as const;

beforeAll(async () => {
  signing = await equipForSigning(office);
  await signing.giveCertificate(await office.staff('leader', AT));
  await office.staff('centre-head', { place: 'provincial-centre' });
}, 60_000);

const { lettersOf, textOf } = readingLetters(office);

const noticesOf = async (dossierId: string) =>
  (await office.sequelize.transaction((tx) => outboxOf(tx, dossierId)))
    .filter(({ topic }) => topic === 'notice')
    .map(({ payload }) => payload.kind);

test('a letter is sealed with the centre’s own server certificate, not the agency’s', async () => {
  const { id } = await signing.dossierAt('issue-receipt');
  await signing.deliver();
  const [receipt] = await lettersOf(id);
  const bytes = await readWhole(office.files.store, receipt!.fileSha256);
  const verdict = verifySignatures(bytes, { ...trustIn(signing.authority), at: office.clock.now() });
  expect(verdict.indication).toBe('TOTAL-PASSED');
  expect(verdict.signatures).toMatchObject([{ field: 'KyTrungTam', signer: { name: office.places['provincial-centre'].name } }]);
});

test('a centre without an image seals with words', async () => {
  const { id } = await signing.dossierAt('issue-receipt', { procedure: EXTRACT });
  expect(await signing.deliver()).toEqual([]);
  expect(await lettersOf(id)).toMatchObject([{ form: 'form-01', isSealed: true }]);
});

testWith('pdftotext')('a supplement request says what is missing, why, and what it does to the time', async () => {
  const { id } = await signing.dossierAt('examine');
  await desk.act(desk.officer(), id, '/examination', { outcome: 'supplement', note: 'thiếu hợp đồng' });
  const items = [{ kind: 'component', key: 'employment-contract', what: 'thiếu trang ký' }];
  await desk.act(desk.officer(), id, '/supplements', { items, reason: 'Bản sao hợp đồng lao động chưa đủ trang.' });
  await desk.act(desk.head(), id, '/supplements/current/approval', { isApproved: true });
  await desk.act(desk.clerk(), id, '/supplements/current/issue');
  expect(await signing.deliver()).toEqual([]);
  const letter = (await lettersOf(id)).find(({ form }) => form === 'form-02');
  const text = await textOf(letter!);
  expect(text).toContain('thiếu trang ký');
  expect(text).toContain('Bản sao hợp đồng lao động chưa đủ trang.');
  expect(text).toContain('được tính lại từ đầu');
  expect(text).not.toContain('chậm nhất');
  expect((await noticesOf(id)).filter((kind) => kind === 'supplement-asked')).toHaveLength(1);
});

testWith('pdftotext')('a letter of apology has its own number, the next one in the book of the centre', async () => {
  const ids = [];
  for (const reason of ['Chờ kết quả xác minh.', 'Cán bộ thụ lý nghỉ ốm.']) {
    const { id } = await signing.dossierAt('examine');
    ids.push(id);
    const signer = await office.staff('leader', AT);
    await office.sequelize.transaction(async (tx) => {
      const extension = await insertExtension(tx, {
        dossierId: id,
        kind: 'apology',
        state: 'delivered',
        reason,
        oldDueAt: new Date('2026-11-24T10:00:00Z'),
        newDueAt: new Date('2026-11-30T10:00:00Z'),
        addedLimit: '',
        draftedBy: signer.staffId,
        draftedAt: office.clock.now(),
        signedBy: signer.staffId,
        signedAt: office.clock.now(),
        deliveredAt: office.clock.now(),
      });
      const payload = { form: 'form-04', extensionId: extension.id };
      await post(tx, { dossierId: id, executionId: null, topic: 'letter', payload }, office.clock.now());
    });
  }
  expect(await signing.deliver()).toEqual([]);
  const letters = (await Promise.all(ids.map(lettersOf))).flat().filter(({ form }) => form === 'form-04');
  expect(letters.map(({ number }) => number).sort()).toEqual(['01/PXL-TTHCC', '02/PXL-TTHCC']);
  const text = await textOf(letters[0]!);
  expect(text).toContain(`Số: ${letters[0]!.number}`);
  expect(text).toContain('Chờ kết quả xác minh.');
  expect(text).toMatch(/ngày 30 tháng 11 năm 2026/);
  expect((await noticesOf(ids[0]!)).filter((kind) => kind === 'extended')).toEqual([]);
});

testWith('pdftotext')('of a stop the applicant has the leader’s decision, and the centre’s form 05 that quotes it', async () => {
  const id = await desk.submitted({ outcome: 'stop', reason: 'Không bổ sung hợp đồng lao động.', ground: 'no-bar' });
  await desk.done(desk.leader(), 'sign', [id]);
  await desk.done(desk.clerical(), 'seal', [id]);
  const { number } = await desk.resultOf(id);
  expect(number).toBe('01/STP-BTTP');
  const { id: resultId } = await desk.resultOf(id);
  const readByApplicant = () => office.asCitizen().get(`/api/results/${resultId}/file`);
  expect(await readByApplicant()).toMatchObject({ status: 409, body: { code: 'result-not-ready' } });
  await desk.act(desk.officer(), id, '/result-delivery');
  await desk.act(desk.clerk(), id, '/result-confirmation');
  expect(await signing.deliver()).toEqual([]);
  const letters = await lettersOf(id);
  const stop = letters.find(({ form }) => form === 'form-05');
  const text = await textOf(stop!);
  expect(text).toContain('Số: 01/TB-TTHCC');
  expect(text).toContain('Không bổ sung hợp đồng lao động. Theo văn bản số 01/STP-BTTP.');
  expect(text).toContain('Luật Luật sư 65/2006/QH11, Điều 11');
  const slip = letters.find(({ form }) => form === 'result-hand-over');
  expect(slip).toMatchObject({ isSealed: false, number: '01/PBG-STP' });
  expect(await textOf(slip!)).toMatch(/Bên giao: Sở Tư pháp Bên nhận: Trung tâm Phục vụ hành chính công tỉnh/);
  expect(slip!.facts).toMatchObject({ entries: [{ address: expect.stringContaining('Phan Đình Phùng') as string }] });
  expect(await textOf(slip!)).not.toContain('theo hồ sơ');
  const { body } = await desk.clerk().get(`/api/dossiers/${id}`);
  expect(body.dossier?.status ?? body.status).toBe(8);
  expect(await readByApplicant()).toMatchObject({ status: 200 });
});

test('of a stop at the commune, which no hand-over follows, the applicant is told once, and form 05 is there', async () => {
  const ward = deskOf(office, () => signing, WARD);
  await signing.giveCertificate(await office.staff('leader'));
  await office.staff('centre-head');
  const { id } = await signing.dossierAt('draft-result', { procedure: EXTRACT });
  const stop = { outcome: 'stop', reason: 'Người nộp không bổ sung giấy tờ.', ground: 'not-found' };
  expect(await ward.act(ward.officer(), id, '/proposals', stop)).toMatchObject({ status: 200 });
  expect(await signing.deliver()).toEqual([]);
  await ward.done(ward.leader(), 'sign', [id]);
  await ward.done(ward.clerical(), 'seal', [id]);
  expect(await signing.deliver()).toEqual([]);
  expect(await desk.dossier(id)).toMatchObject({ status: 8 });
  expect((await lettersOf(id)).map(({ form }) => form)).toContain('form-05');
  expect((await noticesOf(id)).sort()).toEqual(['stopped', 'submitted']);
});

testWith('pdftotext')('a refusal at intake names its reason, its clause and who refused', async () => {
  const { id } = await signing.dossierAt('check-submission');
  const body = { reason: 'Không thuộc thẩm quyền giải quyết.', ground: 'Luật Luật sư, Điều 49' };
  expect(await desk.act(desk.clerk(), id, '/intake-refusal', body)).toMatchObject({ status: 200 });
  expect(await signing.deliver()).toEqual([]);
  const [letter] = (await lettersOf(id)).filter(({ form }) => form === 'form-03');
  const text = await textOf(letter!);
  expect(text).toContain('Không thuộc thẩm quyền giải quyết.');
  expect(text).toContain('Luật Luật sư, Điều 49');
  expect(text).toContain((await office.staff('clerk', { place: 'provincial-centre' })).name);
});

testWith('pdftotext')('what is handed to the post goes with its slip and the record that both sides sign', async () => {
  const { id } = await signing.dossierAt('draft-result', { returnWay: 'post' });
  await desk.act(desk.officer(), id, '/proposals', { outcome: 'grant' });
  await desk.act(desk.head(), id, '/proposals/current/review', { isAgreed: true });
  await signing.deliver();
  await desk.done(desk.leader(), 'sign', [id]);
  await desk.done(desk.clerical(), 'seal', [id]);
  await desk.act(desk.officer(), id, '/result-delivery');
  await desk.act(desk.clerk(), id, '/result-confirmation');
  const address = { street: 'Số 12 đường Phan Đình Phùng', province: 'tỉnh Hà Tĩnh', receiver: 'Lê Thị Ánh Nguyệt', phone: '0912345678' };
  const contents = [{ name: 'Giấy đăng ký hành nghề', originals: 1, copies: 2 }];
  expect(await desk.act(desk.clerk(), id, '/postal-hand-over', { contents, address })).toMatchObject({ status: 200 });
  expect(await signing.deliver()).toEqual([]);
  const letters = await lettersOf(id);
  const slip = await textOf(letters.find(({ form }) => form === 'postal-slip')!);
  expect(slip).toContain('Số 12 đường Phan Đình Phùng');
  expect(slip).toContain('Giấy đăng ký hành nghề');
  const record = letters.find(({ form }) => form === 'hand-over-record')!;
  expect(record).toMatchObject({ number: '01/BBGN-TTHCC', isSealed: false });
  expect(record.facts).toMatchObject({ entries: [{ papers: 'Giấy đăng ký hành nghề: 1 bản chính, 2 bản sao' }] });
  expect(await textOf(record)).toContain('Bưu điện tỉnh');
});

testWith('pdftotext')('a reprint says what the first print said, that it is one, and nothing else happens', async () => {
  const { id } = await signing.dossierAt('issue-receipt');
  await signing.deliver();
  const [first] = await lettersOf(id);
  const before = await desk.dossier(id);
  expect(await desk.officer().post(`/api/letters/${first!.id}/reprints`)).toMatchObject({ status: 403 });
  expect(await desk.clerk().post(`/api/letters/${first!.id}/reprints`)).toMatchObject({ status: 202 });
  expect(await signing.deliver()).toEqual([]);
  const again = (await lettersOf(id)).find(({ reprintOfId }) => reprintOfId === first!.id);
  expect(await textOf(again!)).toContain('(in lại)');
  expect(again!.facts).toEqual({ ...first!.facts, reprint: true });
  const after = await desk.dossier(id);
  expect({ ...after, version: before.version }).toEqual(before);
});

test('a letter whose dossier has gone on without it is not issued', async () => {
  const { id } = await signing.dossierAt('issue-receipt');
  await signing.step(id, { act: 'issue-receipt' });
  expect(await signing.deliver()).toEqual([]);
  expect(await lettersOf(id)).toEqual([]);
});
