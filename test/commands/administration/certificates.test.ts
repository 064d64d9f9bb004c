import { readFileSync } from 'node:fs';
import { centrePinOf } from '../../../server/house-keys';
import { openLocalSigner } from '../../../server/signing/signer';
import { findCertificateOf, findServerCertificateOf, listTrustAnchors, readCertificate } from '../../../server/store/certificates';
import { createDemonstrationAuthority, type DemonstrationAuthority } from '../../../server/signing/demonstration-authority';
import { PIN, VALIDITY } from '../../support/certificates';
import { useOffice } from '../../support/server';

jest.setTimeout(60_000);

const office = useOffice();
const administrator = () => office.as('administrator');
const image = readFileSync('templates/demonstration/signature-1.png').toString('base64');
let authority: DemonstrationAuthority;
let container: string;
beforeAll(async () => {
  authority = await createDemonstrationAuthority('Cơ quan chứng thực của bài thử', VALIDITY, 2048);
  container = (await authority.issue({ name: 'Nguyễn Thị Ánh Tuyết', validity: VALIDITY })).container(PIN).toString('base64');
});

test('nobody’s certificate counts before its authority is trusted, and an authority is trusted once', async () => {
  const { staffId } = await office.staff('leader');
  const wish = { holding: { kind: 'person', staffId }, container, pin: PIN };
  expect(await administrator().post('/api/certificates', wish)).toMatchObject({ status: 409, body: { code: 'certificate-unusable' } });
  const trust = () => administrator().post('/api/trust-anchors', { certificate: authority.root.toString('base64') });
  expect((await trust()).status).toBe(201);
  const roots = await office.sequelize.transaction((tx) => listTrustAnchors(tx));
  expect(roots.map(({ certificate }) => certificate)).toEqual([authority.root]);
  expect(await trust()).toMatchObject({ status: 409, body: { code: 'already-exists' } });
  const signers = openLocalSigner(Buffer.from(container, 'base64'), PIN).certificate.toString('base64');
  for (const certificate of [signers, Buffer.from('no certificate').toString('base64')])
    expect(await administrator().post('/api/trust-anchors', { certificate })).toMatchObject({ status: 409 });
});

test('a leader’s certificate is registered closed, with the picture of the hand, until it is revoked', async () => {
  const { staffId } = await office.staff('leader');
  const wish = { holding: { kind: 'person', staffId }, container, pin: PIN, image };
  const { status, body } = await administrator().post('/api/certificates', wish);
  expect(status).toBe(201);
  const { certificateId } = body as { certificateId: string };
  const kept = await office.sequelize.transaction((tx) => readCertificate(tx, certificateId));
  expect(kept).toMatchObject({ staffId, subject: 'Nguyễn Thị Ánh Tuyết', demonstration: false });
  expect(kept.keyContainer!.toString('base64')).toBe(container);
  expect(await office.files.store.find(kept.imageSha256!)).toBeDefined();
  const revoke = (why: object) => administrator().post(`/api/certificates/${certificateId}/revocation`, why);
  expect((await revoke({})).status).toBe(422);
  const early = { reason: 'Mất thiết bị', untrustedSince: '2020-01-01T00:00:00.000Z' };
  expect(await revoke(early)).toMatchObject({ status: 422, body: { code: 'date-impossible' } });
  expect((await revoke({ reason: 'Mất thiết bị' })).status).toBe(204);
  expect(await revoke({ reason: 'lần nữa' })).toMatchObject({ status: 409, body: { code: 'step-not-open' } });
  expect(await office.sequelize.transaction((tx) => readCertificate(tx, certificateId))).toMatchObject({
    revokedBy: (await office.staff('administrator')).staffId,
    revokeReason: 'Mất thiết bị',
  });
  office.clock.step({ seconds: 1 });
  expect(await office.sequelize.transaction((tx) => findCertificateOf(tx, staffId, office.clock.now()))).toBeUndefined();
});

test('a wrong PIN, a damaged container and a picture that is none are refused, and nothing is kept', async () => {
  const { staffId } = await office.staff('leader', { who: 'unlucky' });
  const wish = { holding: { kind: 'person', staffId }, container, pin: PIN };
  const refused = async (change: object) =>
    (await administrator().post('/api/certificates', { ...wish, ...change })).body as { code: string };
  expect((await refused({ pin: '000000' })).code).toBe('pin-wrong');
  expect((await refused({ container: Buffer.from('no container').toString('base64') })).code).toBe('certificate-unusable');
  expect((await refused({ image: Buffer.from('no picture at all').toString('base64') })).code).toBe('file-damaged');
  expect((await refused({ holding: { kind: 'agency', agencyCode: 'H99' } })).code).toBe('not-found');
  expect((await refused({ holding: { kind: 'centre-server', agencyCode: office.places.commune.code } })).code).toBe('not-found');
  expect(await office.sequelize.transaction((tx) => findCertificateOf(tx, staffId, office.clock.now()))).toBeUndefined();
});

test('a centre’s certificate is closed anew for the server, which opens it without a person', async () => {
  const centre = office.places['commune-centre'];
  const wish = { holding: { kind: 'centre-server', agencyCode: centre.code }, container, pin: PIN };
  expect((await administrator().post('/api/certificates', wish)).status).toBe(201);
  const kept = await office.sequelize.transaction((tx) => findServerCertificateOf(tx, centre.id, office.clock.now()));
  expect(openLocalSigner(kept!.keyContainer!, centrePinOf(office.keys)).certificate).toEqual(kept!.certificate);
  expect(() => openLocalSigner(kept!.keyContainer!, PIN)).toThrow('pin-wrong');
});

test('a book is opened once for a year', async () => {
  const book = { key: 'outgoing', name: 'Sổ văn bản đi', pattern: '{number}/UBND', keeper: 'clerical-officer' };
  const wish = { agencyCode: office.places.commune.code, kind: 'letter', book, year: 2026, openedOn: '2026-01-01' };
  for (let time = 1; time <= 2; time++) expect((await administrator().post('/api/books', wish)).status).toBe(204);
  expect((await administrator().post('/api/books', { ...wish, book: { ...book, pattern: 'UBND' } })).status).toBe(422);
  const [rows] = await office.sequelize.query(`select year, pattern from books`);
  expect(rows).toEqual([{ year: 2026, pattern: '{number}/UBND' }]);
});
