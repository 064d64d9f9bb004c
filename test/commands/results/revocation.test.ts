import { certificatesOf, findCertificateOf, findSealOf } from '../../../server/store/certificates';
import { incidentsOf } from '../../../server/store/incidents';
import { useOffice } from '../../support/server';
import { equipForSigning, type SigningOffice } from '../../support/signing-office';
import { deskOf } from './desk';

jest.setTimeout(120_000);
const AT = { place: 'department' } as const;
const office = useOffice();
let signing: SigningOffice;
const desk = deskOf(office, () => signing);
const administrator = () => office.as('administrator');

beforeAll(async () => {
  signing = await equipForSigning(office);
  await signing.giveCertificate(await office.staff('leader', AT));
}, 60_000);

/** A leader with an own certificate, a document that waits for the signature, and the PIN given for it. */
async function asked(who: string) {
  const person = await office.staff('leader', { ...AT, who });
  const client = office.as('leader', { ...AT, who });
  await signing.giveCertificate(person);
  const id = await desk.submitted({ outcome: 'grant', signerId: person.staffId });
  const { body } = await desk.request(client, 'sign', [id]);
  return { person, id, client, batchId: body.batch.id as string };
}

async function outcomeOf(batchId: string) {
  await signing.sign();
  const [rows] = await office.sequelize.query(`select state, refusal, facts from signature_requests where batch_id = '${batchId}'`);
  return rows;
}

const certificateOf = async (staffId: string) =>
  (await office.sequelize.transaction((tx) => findCertificateOf(tx, staffId, office.clock.now())))!.id;

test('R34: a certificate that is revoked after the PIN was given signs nothing, and the refusal says so', async () => {
  const { person, batchId, client } = await asked('revoked');
  const revocation = `/api/certificates/${await certificateOf(person.staffId)}/revocation`;
  expect((await administrator().post(revocation, { reason: 'Mất thiết bị lưu khoá' })).status).toBe(204);
  expect(await outcomeOf(batchId)).toMatchObject([{ state: 'failed', refusal: 'certificate-unusable' }]);
  expect((await desk.batchOf(client, batchId)).items[0].refusal).toEqual({
    code: 'certificate-unusable',
    detail: 'Chứng thư số không dùng được: chứng thư đã bị thu hồi.',
    detailEn: 'The certificate cannot be used: it is revoked.',
  });
  const later = await desk.submitted({ outcome: 'grant', signerId: person.staffId });
  expect(await desk.request(client, 'sign', [later])).toMatchObject({ status: 409, body: { code: 'certificate-unusable' } });
});

test('R45: the PIN that was given before helps nobody whose post has ended', async () => {
  const { person, batchId } = await asked('moved');
  expect((await administrator().put(`/api/posts/${person.postId}/end`, { validToOn: '2026-11-25' })).status).toBe(204);
  expect(await outcomeOf(batchId)).toMatchObject([
    { refusal: 'certificate-unusable', facts: { why: { vi: 'người giữ đã thôi vị trí công tác này' } } },
  ]);
});

test('R45: with the account the certificates of its holder end, and the open batch signs nothing', async () => {
  const { person, batchId } = await asked('left');
  expect((await administrator().post(`/api/staff/${person.staffId}/closing`, { reason: 'Nghỉ hưu' })).status).toBe(204);
  expect(await outcomeOf(batchId)).toMatchObject([{ state: 'failed', refusal: 'certificate-unusable' }]);
  expect(await office.sequelize.transaction((tx) => certificatesOf(tx, person.staffId))).toEqual([]);
});

test('what was signed before a revocation stands; what was signed while the key was in other hands leaves the office no more', async () => {
  const before = await sealed();
  office.clock.step({ minutes: 1 });
  const stolenAt = office.clock.now().toISOString();
  office.clock.step({ minutes: 1 });
  const after = await sealed();
  const seal = await office.sequelize.transaction((tx) => findSealOf(tx, office.places.department.id, office.clock.now()));
  const revocation = { reason: 'Con dấu số bị sao chép', untrustedSince: stolenAt };
  expect((await administrator().post(`/api/certificates/${seal!.id}/revocation`, revocation)).status).toBe(204);
  const fileOf = async (id: string) => desk.clerk().get(`/api/results/${(await desk.resultOf(id)).id}/file`);
  expect((await fileOf(before)).status).toBe(200);
  const refused = await fileOf(after);
  expect(refused).toMatchObject({ body: { code: 'signature-invalid' } });
  const incidents = async (id: string) => (await office.sequelize.transaction((tx) => incidentsOf(tx, id))).map(({ kind }) => kind);
  expect([await incidents(before), await incidents(after)]).toEqual([[], ['signed-by-revoked-key']]);
  const id = await desk.submitted();
  await desk.done(desk.leader(), 'sign', [id]);
  expect(await desk.request(desk.clerical(), 'seal', [id])).toMatchObject({ status: 409, body: { code: 'certificate-unusable' } });
});

async function sealed(): Promise<string> {
  const id = await desk.submitted();
  await desk.done(desk.leader(), 'sign', [id]);
  await desk.done(desk.clerical(), 'seal', [id]);
  return id;
}
