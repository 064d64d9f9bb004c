import { createHash } from 'node:crypto';
import { readJournal } from '../../../server/store/journal';
import { readResult } from '../../../server/store/results';
import { type Client } from '../../support/client';
import { EXTRACT, EXTRACT_FACTS } from '../../support/modelled-procedures';
import { plainPdf } from '../../support/plain-pdf';
import { useOffice } from '../../support/server';
import { equipForSigning, type SigningOffice } from '../../support/signing-office';
import { deskOf, WARD } from './desk';

jest.setTimeout(120_000);
const office = useOffice();
let signing: SigningOffice;
const ward = deskOf(office, () => signing, WARD);
const keeper = () => office.as('book-keeper');
const ORIGINAL = { originals: 2, blankNumbers: 'A 000123–000124' };

beforeAll(async () => {
  signing = await equipForSigning(office);
  await signing.giveCertificate(await office.staff('leader'));
}, 60_000);

test('R35: a result is printed, signed and sealed by hand, scanned back and returned, and each hand is on record', async () => {
  const id = await drafted();
  const { id: resultId } = await ward.resultOf(id);
  const print = await ward.officer().get(`/api/results/${resultId}/print`);
  expect(print.status).toBe(200);
  const { baseSha256 } = await office.sequelize.transaction((tx) => readResult(tx, resultId));
  expect(await ward.act(ward.officer(), id, '/original', ORIGINAL)).toMatchObject({ status: 200 });
  const signed = await ward.act(ward.leader(), id, '/original/signature', { ...ORIGINAL, decision: 'signed', spoiled: 1 });
  expect(signed).toMatchObject({ status: 200 });
  expect(await ward.act(ward.clerical(), id, '/original/seal', { ...ORIGINAL, decision: 'sealed' })).toMatchObject({ status: 200 });
  const [result] = (await ward.officer().get(`/api/dossiers/${id}/results`)).body.results;
  expect(result).toMatchObject({ kind: 'paper', state: 'sealed', number: expect.stringMatching(/^\d+\/TLHT-BS$/) as string });
  expect(result.onPaper).toMatchObject({ ...ORIGINAL, spoiled: 1, authorityText: 'Giám đốc', scannedAt: null });
  expect((await ward.officer().get(`/api/results/${resultId}/file`)).status).toBe(409);

  const scan = plainPdf({ 1: '<</Type/Catalog/Pages 2 0 R>>', 2: '<</Type/Pages/Kids[3 0 R]/Count 1>>', 3: '<</Type/Page/Parent 2 0 R>>' });
  const fileId = await upload(ward.officer(), id, scan);
  expect(await ward.act(ward.officer(), id, '/original/scan', { fileId })).toMatchObject({ status: 200 });
  expect(await ward.act(keeper(), id, '/book-entry')).toMatchObject({ status: 200 });
  expect(await ward.act(ward.clerk(), id, '/result-confirmation')).toMatchObject({ status: 200 });
  const recipient = { name: 'Công dân', paper: 'Căn cước', number: (await office.citizen()).citizenNumber, relation: 'submitter' };
  expect(await ward.act(ward.clerk(), id, '/counter-return', { recipient })).toMatchObject({ body: { dossier: { status: 10 } } });

  const read = await office.asCitizen().get(`/api/results/${resultId}/file`);
  expect([read.status, read.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  expect(read.body).toEqual(scan);
  const journal = await office.sequelize.transaction((tx) => readJournal(tx, id));
  const details = Object.fromEntries(journal.map(({ act, facts }) => [act, facts.detail]));
  expect(details['print-original']).toMatchObject({ document: baseSha256, ...ORIGINAL });
  expect(details['record-wet-signature']).toMatchObject({ authority: 'Giám đốc', spoiled: 1 });
  expect(details['record-wet-seal']).toMatchObject({ number: result.number });
  expect(details['scan-back']).toMatchObject({ document: hashOf(scan), kind: 'application/pdf', pages: 1 });
});

test('what the leader does not sign is drafted anew, and what the clerical officer voids uses no number', async () => {
  const first = await drafted();
  await ward.act(ward.officer(), first, '/original', ORIGINAL);
  const back = { ...ORIGINAL, decision: 'back' };
  expect(await ward.act(ward.leader(), first, '/original/signature', back)).toMatchObject({
    status: 422,
    body: { code: 'reason-missing' },
  });
  expect(await ward.act(ward.leader(), first, '/original/signature', { ...back, reason: 'Sai ngày sinh' })).toMatchObject({ status: 200 });
  expect(await ward.resultOf(first)).toMatchObject({ state: 'void' });
  expect((await ward.dossier(first)).status).toBe(4);

  const second = await drafted();
  await ward.act(ward.officer(), second, '/original', ORIGINAL);
  await ward.act(ward.leader(), second, '/original/signature', { ...ORIGINAL, decision: 'signed' });
  const voided = { ...ORIGINAL, decision: 'void', reason: 'Dấu nhoè' };
  expect(await ward.act(ward.clerical(), second, '/original/seal', voided)).toMatchObject({ status: 200 });
  expect(await ward.resultOf(second)).toMatchObject({ state: 'void', number: null });
  expect((await ward.dossier(second)).status).toBe(4);

  const numbers = [];
  for (const id of [await drafted(), await drafted()]) {
    await ward.act(ward.officer(), id, '/original', ORIGINAL);
    await ward.act(ward.leader(), id, '/original/signature', { ...ORIGINAL, decision: 'signed' });
    await ward.act(ward.clerical(), id, '/original/seal', { ...ORIGINAL, decision: 'sealed' });
    numbers.push(Number.parseInt((await ward.resultOf(id)).number!, 10));
  }
  expect(numbers[1]).toBe(numbers[0]! + 1);
});

test('R32, R46: nobody signs without the pen or over another’s name, and signer and sealer are two', async () => {
  const id = await drafted();
  expect(await ward.act(ward.clerical(), id, '/original', ORIGINAL)).toMatchObject({ status: 403 });
  await ward.act(ward.officer(), id, '/original', ORIGINAL);
  const deputy = office.as('leader', { who: 'deputy' });
  const sign = { ...ORIGINAL, decision: 'signed' };
  expect(await ward.act(deputy, id, '/original/signature', sign)).toMatchObject({ body: { code: 'authority-missing' } });
  const both = await office.staff(['leader', 'clerical-officer'], { who: 'both' });
  await signing.giveCertificate(both);
  const twoDuties = office.as(['leader', 'clerical-officer'], { who: 'both' });
  expect(await ward.act(twoDuties, id, '/original/signature', sign)).toMatchObject({ body: { code: 'other-signer' } });
  const own = await drafted(both.staffId);
  await ward.act(ward.officer(), own, '/original', ORIGINAL);
  expect(await ward.act(twoDuties, own, '/original/signature', sign)).toMatchObject({ status: 200 });
  const seal = { ...ORIGINAL, decision: 'sealed' };
  expect(await ward.act(twoDuties, own, '/original/seal', seal)).toMatchObject({ body: { code: 'same-person-signs-and-seals' } });
});

test('only the officer brings the scan, only a whole PDF is one, and only what was looked at goes on record', async () => {
  const id = await drafted();
  const announced = { name: 'scan.pdf', size: 5, sha256: hashOf(Buffer.from('hello')) };
  const begin = (who: Client) => who.post(`/api/dossiers/${id}/original/scans`, announced);
  expect(await begin(ward.officer())).toMatchObject({ status: 409, body: { code: 'step-not-open' } });
  await ward.act(ward.officer(), id, '/original', ORIGINAL);
  await ward.act(ward.leader(), id, '/original/signature', { ...ORIGINAL, decision: 'signed' });
  await ward.act(ward.clerical(), id, '/original/seal', { ...ORIGINAL, decision: 'sealed' });
  expect((await begin(ward.leader())).status).toBe(403);
  expect((await begin(office.as('officer', { place: 'other-commune' }))).status).toBe(404);
  expect(await ward.act(ward.officer(), id, '/original/scan', { fileId: id })).toMatchObject({ body: { code: 'document-not-ready' } });
  const { body } = await begin(ward.officer());
  const path = `/api/uploads/${body.upload.id as string}`;
  await ward.officer().put(`${path}/parts/0`, null, { headers: BYTES, raw: Buffer.from('hello') });
  expect(await ward.officer().post(`${path}/completion`)).toMatchObject({ body: { code: 'file-type-refused' } });
  expect(await ward.act(ward.officer(), id, '/original/scan', { fileId: id })).toMatchObject({ body: { code: 'document-not-ready' } });
});

test('a paper does not go online: neither is it drafted so, nor is its way changed to that', async () => {
  const online = await signing.dossierAt('draft-result', { procedure: EXTRACT, returnWay: 'online' });
  const paper = { outcome: 'grant', kind: 'paper', resultFacts: EXTRACT_FACTS };
  expect(await ward.act(ward.officer(), online.id, '/proposals', paper)).toMatchObject({ body: { code: 'delivery-way-closed' } });
  const id = await drafted();
  const { version: expectedVersion } = await ward.dossier(id);
  const change = await office.asCitizen().put(`/api/dossiers/${id}/return-way`, { expectedVersion, way: 'online' });
  expect(change).toMatchObject({ body: { code: 'delivery-way-closed' } });
});

/** A result on paper, drawn, that the applicant has agreed to. */
async function drafted(signerId: string | null = null): Promise<string> {
  const { id } = await signing.dossierAt('draft-result', { procedure: EXTRACT, returnWay: 'counter' });
  const proposal = { outcome: 'grant', kind: 'paper', signerId, resultFacts: EXTRACT_FACTS };
  expect(await ward.act(ward.officer(), id, '/proposals', proposal)).toMatchObject({ status: 200 });
  expect(await signing.deliver()).toEqual([]);
  expect(await ward.act(office.asCitizen(), id, '/draft-answer', { isAgreed: true })).toMatchObject({ status: 200 });
  return id;
}

const BYTES = { 'Content-Type': 'application/octet-stream' };

async function upload(who: Client, id: string, content: Buffer): Promise<string> {
  const announced = { name: 'Trích lục đã ký.pdf', size: content.length, sha256: hashOf(content) };
  const begun = await who.post(`/api/dossiers/${id}/original/scans`, announced);
  expect(begun.status).toBe(201);
  const path = `/api/uploads/${begun.body.upload.id as string}`;
  await who.put(`${path}/parts/0`, null, { headers: BYTES, raw: content });
  const finished = await who.post(`${path}/completion`);
  expect(finished).toMatchObject({ status: 200, body: { upload: { isFinished: true } } });
  return finished.body.upload.fileId as string;
}

function hashOf(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}
