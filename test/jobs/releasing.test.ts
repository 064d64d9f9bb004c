import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readDossier } from '../../server/store/dossiers';
import { listOpenIncidents } from '../../server/store/incidents';
import { findLiveResult } from '../../server/store/results';
import { useOffice } from '../support/server';
import { equipForSigning, type SigningOffice } from '../support/signing-office';
import { deskOf } from '../commands/results/desk';

jest.setTimeout(120_000);
const office = useOffice();
let signing: SigningOffice;
const desk = deskOf(office, () => signing);
const { leader, clerical, officer, clerk } = desk;

beforeAll(async () => {
  signing = await equipForSigning(office);
  await signing.giveCertificate(await office.staff('leader', { place: 'department' }));
}, 60_000);

async function sealed() {
  const id = await desk.submitted();
  await desk.done(leader(), 'sign', [id]);
  await desk.done(clerical(), 'seal', [id]);
  return { id, result: (await office.sequelize.transaction((tx) => findLiveResult(tx, id)))! };
}

/** A dossier whose sealed result is about to be released online. */
async function ready(): Promise<{ id: string; resultId: string; path: string }> {
  const { id, result } = await sealed();
  await desk.act(officer(), id, '/result-delivery');
  await desk.act(clerk(), id, '/result-confirmation');
  const sha256 = result.sealedSha256!;
  return { id, resultId: result.id, path: join(office.folder, 'files', sha256.slice(0, 2), sha256) };
}

test('a result whose stored file was tampered with is neither released nor handed to anybody, and an administrator is told', async () => {
  const { id, resultId, path } = await ready();
  const whole = await readFile(path);
  const tampered = Buffer.from(whole);
  tampered.write('9', whole.indexOf('/Type'), 'latin1');
  await writeFile(path, tampered);
  expect(await signing.deliver()).toMatchObject([{ code: 'signature-invalid' }]);
  const dossier = await office.sequelize.transaction((tx) => readDossier(tx, id));
  expect(dossier.status).toBe(9);
  expect(await officer().get(`/api/results/${resultId}/file`)).toMatchObject({ status: 409, body: { code: 'signature-invalid' } });
  const incidents = await office.sequelize.transaction((tx) => listOpenIncidents(tx, 10));
  expect(incidents).toMatchObject([{ dossierId: id, kind: 'result-damaged', facts: { why: 'not-the-recorded-file' } }]);

  await writeFile(path, whole);
  office.clock.step({ minutes: 1 });
  expect(await signing.deliver()).toEqual([]);
  expect((await office.sequelize.transaction((tx) => readDossier(tx, id))).status).toBe(10);
  expect((await office.asCitizen().get(`/api/results/${resultId}/file`)).body).toEqual(whole);
});

test('a file under another hash than the one on record is refused by what is on record about its signatures', async () => {
  const other = await sealed();
  const { id, resultId } = await ready();
  await office.sequelize.query(
    `update results r set sealed_sha256 = o.sealed_sha256, sealed_length = o.sealed_length from results o where r.id = :id and o.id = :other`,
    { replacements: { id: resultId, other: other.result.id } },
  );
  const failed = await signing.deliver();
  expect(failed).toMatchObject([{ code: 'signature-invalid' }]);
  expect((await office.sequelize.transaction((tx) => readDossier(tx, id))).status).toBe(9);
});
