import { endAuthority, authoritiesOf } from '../../../server/store/authorities';
import { signItems } from '../../../server/jobs/sign-items';
import { KEY_LIFE_MS } from '../../../server/domain/signing-kind';
import { KeyRing } from '../../../server/signing/key-ring';
import { signaturesOf } from '../../../server/store/signatures';
import { readResult } from '../../../server/store/results';
import { rows } from '../../../server/store/rows';
import { PIN } from '../../support/certificates';
import { outboxOf } from '../../../server/store/outbox';
import { useOffice } from '../../support/server';
import { equipForSigning, type SigningOffice } from '../../support/signing-office';
import { deskOf } from './desk';

jest.setTimeout(60_000);
const office = useOffice();
let signing: SigningOffice;
const desk = deskOf(office, () => signing);
const { leader, clerical, officer } = desk;
const AT = { place: 'department' } as const;

beforeAll(async () => {
  signing = await equipForSigning(office);
  await signing.giveCertificate(await office.staff('leader', AT), { image: 'signature-1' });
}, 60_000);

test('between signature and seal the signature can be voided: the void draft stays on record, and the document is signed again', async () => {
  const id = await desk.submitted();
  await desk.done(leader(), 'sign', [id]);
  const [signed] = await desk.resultsOf(id);
  expect(await desk.act(clerical(), id, '/signature-void', { reason: '' })).toMatchObject({ status: 422 });
  await desk.act(clerical(), id, '/signature-void', { reason: 'Sai địa chỉ nơi làm việc' });
  const [again, kept] = await desk.resultsOf(id);
  expect(kept).toMatchObject({ id: signed!.id, state: 'void', voidReason: 'Sai địa chỉ nơi làm việc', number: null });
  expect(again).toMatchObject({ state: 'submitted', number: null });
  const record = await office.sequelize.transaction((tx) => readResult(tx, kept!.id));
  expect(record.signedSha256).toBe(signed!.nextSha256);
  expect(await office.sequelize.transaction((tx) => signaturesOf(tx, kept!.id))).toEqual([]);
  expect((await desk.done(leader(), 'sign', [id])).items).toMatchObject([{ state: 'done' }]);
  expect((await desk.done(clerical(), 'seal', [id])).items).toMatchObject([{ state: 'done' }]);
  expect(await desk.act(clerical(), id, '/signature-void', { reason: 'Muộn' })).toMatchObject({ body: { code: 'already-numbered' } });
});

test('a draft that the leader sends back is drafted anew, and what waited for its signature is dropped', async () => {
  const id = await desk.submitted();
  const asked = await desk.request(leader(), 'sign', [id]);
  await desk.act(leader(), id, '/signature-return', { reason: 'Bổ sung căn cứ' });
  await signing.sign();
  expect((await desk.batchOf(leader(), asked.body.batch.id)).items).toMatchObject([
    { state: 'failed', refusal: { code: 'step-not-open' } },
  ]);
  expect(await desk.resultsOf(id)).toMatchObject([{ state: 'void', voidReason: 'Bổ sung căn cứ' }]);
  expect(await desk.act(officer(), id, '/proposals', { outcome: 'grant' })).toMatchObject({ status: 200 });
});

test('a withdrawal that is agreed to first wins over the signature, and leaves nothing signed', async () => {
  const id = await desk.submitted();
  const asked = await desk.request(leader(), 'sign', [id]);
  await desk.act(office.asCitizen(), id, '/withdrawal', { reason: 'Không còn nhu cầu' });
  expect(await desk.act(leader(), id, '/withdrawal/decision', { isConsented: true, note: '' })).toMatchObject({ status: 200 });
  await signing.sign();
  expect((await desk.batchOf(leader(), asked.body.batch.id)).items).toMatchObject([{ state: 'failed' }]);
  expect(await desk.resultsOf(id)).toMatchObject([{ state: 'void' }]);
});

test('after the seal a withdrawal comes too late', async () => {
  const id = await desk.submitted();
  await desk.act(office.asCitizen(), id, '/withdrawal', { reason: 'Không còn nhu cầu' });
  await desk.done(leader(), 'sign', [id]);
  await desk.done(clerical(), 'seal', [id]);
  const decided = await desk.act(leader(), id, '/withdrawal/decision', { isConsented: true, note: '' });
  expect(decided).toMatchObject({ status: 409, body: { code: 'withdrawal-too-late' } });
  // the result has not reached the applicant, yet nothing is offered that would be refused
  expect((await office.asCitizen().get(`/api/dossiers/${id}`)).body).toMatchObject({ results: [], outsideActs: [] });
  const [asked] = await office.sequelize.query(`select state from withdrawals where dossier_id = '${id}'`);
  expect(asked).toEqual([{ state: 'refused' }]);
  const told = await office.sequelize.transaction((tx) => outboxOf(tx, id));
  expect(told.filter(({ payload }) => payload['kind'] === 'withdrawal-refused')).toHaveLength(1);
});

test('R44: whoever has signed a document neither numbers nor seals it', async () => {
  const both = await office.staff(['leader', 'clerical-officer'], AT);
  await signing.giveCertificate(both, { authority: 'KT.' });
  const id = await desk.submitted({ outcome: 'grant', signerId: both.staffId });
  const client = office.as(['leader', 'clerical-officer'], AT);
  expect((await desk.done(client, 'sign', [id])).items).toMatchObject([{ state: 'done' }]);
  expect((await desk.done(client, 'seal', [id])).items).toMatchObject([
    { state: 'failed', refusal: { code: 'same-person-signs-and-seals' } },
  ]);
  expect(await desk.resultOf(id)).toMatchObject({ state: 'signed', number: null });
});

test('a leader signs no document that is made out for another, until it is made out anew', async () => {
  const deputy = await office.staff('leader', { ...AT, who: 'deputy' });
  await signing.giveCertificate(deputy, { authority: 'KT.' });
  const client = office.as('leader', { ...AT, who: 'deputy' });
  const id = await desk.submitted();
  const first = await desk.resultOf(id);
  expect((await desk.request(client, 'sign', [id])).body.batch.items).toMatchObject([{ refusal: { code: 'other-signer' } }]);
  expect(await desk.act(officer(), id, '/result-signer', { staffId: deputy.staffId })).toMatchObject({ status: 200 });
  expect((await desk.resultOf(id)).nextSha256).toBeNull();
  await signing.deliver();
  expect((await desk.resultOf(id)).nextSha256).not.toBe(first.nextSha256);
  expect((await desk.done(client, 'sign', [id])).items).toMatchObject([{ state: 'done' }]);
});

test('R46: whoever has no authority on the day signs nothing, and nobody is printed under a document without one', async () => {
  const stranger = await office.staff('leader', { ...AT, who: 'stranger' });
  const id = await desk.submitted();
  expect(await desk.act(officer(), id, '/result-signer', { staffId: stranger.staffId })).toMatchObject({
    body: { code: 'authority-missing' },
  });
  const asked = await desk.request(office.as('leader', { ...AT, who: 'stranger' }), 'sign', [id]);
  expect(asked).toMatchObject({ status: 409, body: { code: 'certificate-unusable' } });
});

test('a batch goes on past a document whose signer’s authority or certificate ends in its middle', async () => {
  const soon = await office.staff('leader', { ...AT, who: 'soon' });
  const client = office.as('leader', { ...AT, who: 'soon' });
  await signing.giveCertificate(soon, { to: new Date(office.clock.now().getTime() + 240_000) });
  const ids = [];
  for (let one = 0; one < 3; one += 1) ids.push(await desk.submitted({ outcome: 'grant', signerId: soon.staffId }));
  const asked = await desk.request(client, 'sign', ids);
  // two are signed in time; then four minutes pass
  let signed = 0;
  const room = {
    perform: office.perform,
    keys: office.signingKeys,
    desk: signing.desk,
    reportFault: (fault: unknown) => void office.faults.push(fault),
  };
  const clock = { now: () => office.clock.now() };
  const paper = {
    ...signing.desk.paper,
    prepare: async (input: Parameters<SigningOffice['desk']['paper']['prepare']>[0]) => {
      if (++signed === 3) office.clock.step({ minutes: 4 });
      return signing.desk.paper.prepare(input);
    },
  };
  await signItems({ ...room, clock, desk: { ...signing.desk, paper } });
  const batch = await desk.batchOf(client, asked.body.batch.id);
  const states = batch.items.map(({ state }: { state: string }) => state).sort();
  expect(states).toEqual(['done', 'done', 'failed']);
  const refused = batch.items.find(({ state }: { state: string }) => state === 'failed');
  expect(refused.refusal).toMatchObject({ code: 'certificate-unusable' });

  const ended = await desk.submitted();
  const again = await desk.request(leader(), 'sign', [ended]);
  await office.sequelize.transaction(async (tx) => {
    const [authority] = await authoritiesOf(tx, (await office.staff('leader', AT)).staffId, '2026-11-25');
    await endAuthority(tx, authority!.id, '2026-11-25');
  });
  await signing.sign();
  expect((await desk.batchOf(leader(), again.body.batch.id)).items).toMatchObject([{ refusal: { code: 'authority-missing' } }]);
});

test('after a restart the documents wait for the PIN, and go on when it is given again', async () => {
  const steady = await office.staff('leader', { ...AT, who: 'steady' });
  const client = office.as('leader', { ...AT, who: 'steady' });
  await signing.giveCertificate(steady);
  const ids = [
    await desk.submitted({ outcome: 'grant', signerId: steady.staffId }),
    await desk.submitted({ outcome: 'grant', signerId: steady.staffId }),
  ];
  const { body } = await desk.request(client, 'sign', ids);
  const batchId = body.batch.id as string;
  office.signingKeys.drop(batchId);
  await signing.sign();
  expect(await desk.batchOf(client, batchId)).toMatchObject({ needsPin: false, items: [{ state: 'waiting' }, { state: 'waiting' }] });
  office.clock.step({ minutes: 2 });
  await signing.sign();
  expect(await desk.batchOf(client, batchId)).toMatchObject({ needsPin: true, isFinished: false });
  expect(await client.post(`/api/signature-batches/${batchId}/resumption`, { pin: '000000' })).toMatchObject({
    body: { code: 'pin-wrong' },
  });
  expect(await leader().post(`/api/signature-batches/${batchId}/resumption`, { pin: PIN })).toMatchObject({ status: 404 });
  expect(await client.post(`/api/signature-batches/${batchId}/resumption`, { pin: PIN })).toMatchObject({ status: 202 });
  await signing.sign();
  expect(await desk.batchOf(client, batchId)).toMatchObject({ isFinished: true, items: [{ state: 'done' }, { state: 'done' }] });
});

test('a key that lies unused is dropped', () => {
  const ring = new KeyRing<string>(KEY_LIFE_MS);
  const signer = { certificate: Buffer.alloc(0), chain: [], sign: () => Promise.reject(new Error()) };
  const at = new Date('2026-11-25T02:00:00Z');
  ring.keep('batch', { signer, holder: 'leader' }, at);
  const used = new Date(at.getTime() + KEY_LIFE_MS);
  expect(ring.use('batch', used)?.holder).toBe('leader');
  expect(ring.batches(new Date(used.getTime() + KEY_LIFE_MS + 1))).toEqual([]);
  expect(ring.use('batch', used)).toBeUndefined();
});

test('the PIN is written down nowhere', async () => {
  const steady = await office.staff('leader', { ...AT, who: 'steady' });
  const id = await desk.submitted({ outcome: 'grant', signerId: steady.staffId });
  const { body } = await desk.request(office.as('leader', { ...AT, who: 'steady' }), 'sign', [id]);
  expect(JSON.stringify(body)).not.toContain(PIN);
  for (const table of ['requests', 'signature_batches', 'signature_requests', 'journal', 'outbox', 'attempts', 'incidents']) {
    const found = await office.sequelize.transaction((tx) => rows(tx, `select 1 from ${table} t where t::text like $1`, [`%${PIN}%`]));
    expect([table, found]).toEqual([table, []]);
  }
});

test('too many wrong PINs lock the key of that account, for the right one too', async () => {
  const hasty = await office.staff('leader', { ...AT, who: 'hasty' });
  const client = office.as('leader', { ...AT, who: 'hasty' });
  await signing.giveCertificate(hasty);
  const id = await desk.submitted({ outcome: 'grant', signerId: hasty.staffId });
  const items = await desk.itemsOf([id]);
  for (let tried = 0; tried < 5; tried += 1)
    expect(await desk.request(client, 'sign', [id], '999999')).toMatchObject({ body: { code: 'pin-wrong' } });
  expect(await desk.request(client, 'sign', [id])).toMatchObject({ status: 429, body: { code: 'locked-out' } });
  office.clock.step({ minutes: 16 });
  const later = office.signIn(hasty);
  expect(await later.post('/api/signature-batches', { kind: 'sign', pin: PIN, items })).toMatchObject({ status: 202 });
});
