import { ringTimers } from '../../../server/jobs/ring-timers';
import { namedLimits } from '../../../server/casework/opened-tasks';
import { insertKin } from '../../../server/store/kin';
import { readJournal } from '../../../server/store/journal';
import { useOffice } from '../../support/server';
import { EXTRACT, EXTRACT_FACTS } from '../../support/modelled-procedures';
import { equipForSigning, type SigningOffice } from '../../support/signing-office';
import { deskOf } from './desk';

jest.setTimeout(60_000);
const office = useOffice();
let signing: SigningOffice;
const desk = deskOf(office, () => signing);
const { officer, head, leader } = desk;
const AT = { place: 'department' } as const;

beforeAll(async () => {
  signing = await equipForSigning(office);
  await signing.giveCertificate(await office.staff('leader', AT));
  await signing.giveCertificate(await office.staff('leader'));
}, 60_000);

const propose = async (id: string, body: object) => desk.act(officer(), id, '/proposals', body);

describe('a proposal', () => {
  let id: string;
  beforeAll(async () => {
    ({ id } = await signing.dossierAt('draft-result'));
  });

  test.each([
    ['a refusal without a reason', { outcome: 'refuse', ground: 'no-bar' }, 'reason-missing'],
    [
      'a refusal on a ground that the procedure does not know',
      { outcome: 'refuse', reason: 'Không đủ', ground: 'other' },
      'ground-missing',
    ],
    ['a stop without a ground', { outcome: 'stop', reason: 'Không bổ sung' }, 'ground-missing'],
    ['a fact that is on record already', { outcome: 'grant', resultFacts: { lawyer: { name: 'Người khác' } } }, 'invalid-input'],
    ['a fact that the document does not know', { outcome: 'grant', resultFacts: { bonus: 'x' } }, 'document-incomplete'],
    ['a letter that cannot be printed', { outcome: 'refuse', reason: 'Thiếu giấy tờ 中', ground: 'no-bar' }, 'invalid-input'],
    ['paper where the procedure gives none', { outcome: 'grant', kind: 'paper' }, 'invalid-input'],
  ])('is refused for %s, and nothing of it is kept', async (_why, body, code) => {
    const { version } = await desk.dossier(id);
    expect(await propose(id, body)).toMatchObject({ body: { code } });
    expect(await desk.resultsOf(id)).toEqual([]);
    expect((await desk.dossier(id)).version).toBe(version);
  });

  test('is refused to whoever looked at an older state, with what happened since', async () => {
    const stale = await officer().post(`/api/dossiers/${id}/proposals`, { outcome: 'grant', expectedVersion: 1 });
    expect(stale).toMatchObject({ status: 409, body: { code: 'stale' } });
  });

  test('is unknown to an officer of another agency', async () => {
    const other = office.as('officer', { place: 'other-department' });
    expect(await desk.act(other, id, '/proposals', { outcome: 'grant' })).toMatchObject({ status: 404 });
  });

  test('that refuses prints the reason and the clause, and is signed by another than its author', async () => {
    expect(await propose(id, { outcome: 'refuse', reason: 'Làm việc cho văn phòng luật sư.', ground: 'law-practice' })).toMatchObject({
      status: 200,
    });
    expect(await desk.act(head(), id, '/proposals/current/review', { isAgreed: false, note: '' })).toMatchObject({
      body: { code: 'reason-missing' },
    });
    await desk.act(head(), id, '/proposals/current/review', { isAgreed: false, note: 'Nêu rõ điều khoản' });
    await propose(id, { outcome: 'refuse', reason: 'Làm việc cho văn phòng luật sư.', ground: 'law-practice' });
    await desk.act(head(), id, '/proposals/current/review', { isAgreed: true });
    await signing.deliver();
    expect((await desk.done(leader(), 'sign', [id])).items).toMatchObject([{ state: 'done' }]);
    expect(await desk.resultsOf(id)).toMatchObject([
      { state: 'signed', outcome: 'refuse' },
      { state: 'void', outcome: 'refuse' },
    ]);
  });
});

test('R09, R44: whoever drafts a proposal does not agree to it, nor sign a refusal of their own drafting', async () => {
  const both = await office.staff(['officer', 'division-head', 'leader'], AT);
  await signing.giveCertificate(both, { authority: 'KT.' });
  const client = office.as(['officer', 'division-head', 'leader'], AT);
  const { id } = await signing.dossierAt('draft-result', { officer: both });
  await desk.act(client, id, '/proposals', { outcome: 'refuse', reason: 'Không đủ', ground: 'no-bar', signerId: both.staffId });
  expect(await desk.act(client, id, '/proposals/current/review', { isAgreed: true })).toMatchObject({ body: { code: 'forbidden-pair' } });
  await desk.act(head(), id, '/proposals/current/review', { isAgreed: true });
  await signing.deliver();
  expect((await desk.done(client, 'sign', [id])).items).toMatchObject([{ refusal: { code: 'forbidden-pair' } }]);
});

test('R44: nobody signs the matter of their own kin', async () => {
  const near = await office.staff('leader', { ...AT, who: 'near' });
  await signing.giveCertificate(near);
  const citizen = await office.citizen();
  await office.sequelize.transaction((tx) => insertKin(tx, { staffId: near.staffId, personId: citizen.personId, relation: 'anh ruột' }));
  const id = await desk.submitted({ outcome: 'grant', signerId: near.staffId });
  const batch = await desk.done(office.as('leader', { ...AT, who: 'near' }), 'sign', [id]);
  expect(batch.items).toMatchObject([{ state: 'failed', refusal: { code: 'own-case' } }]);
});

test('how long a draft is shown is what the version says', () => {
  const clause = { text: 'NQ thử', isSure: false };
  const shownFor = (limit: string | null) =>
    namedLimits({ limits: {}, draftConfirmation: limit === null ? null : { limit, clause } })['draft-confirmation'];
  expect(shownFor('2 working-days')).toMatchObject({ count: 2, unit: 'working-days' });
  expect(shownFor(null)).toBeNull();
});

test('a draft that the applicant does not answer within a day counts as agreed, and is marked so', async () => {
  const { id } = await signing.dossierAt('draft-result', { procedure: EXTRACT });
  await desk.act(office.as('officer'), id, '/proposals', { outcome: 'grant', resultFacts: EXTRACT_FACTS });
  await signing.deliver();
  office.clock.step({ days: 2 });
  await ringTimers({ perform: office.perform, reportFault: (fault) => void office.faults.push(fault) });
  expect(await signing.deliver()).toEqual([]);
  const journal = await office.sequelize.transaction((tx) => readJournal(tx, id));
  const marked = journal.find(({ act }) => act === 'mark-silence');
  expect(marked?.facts).toMatchObject({ detail: { silence: 'coi như đồng ý', clause: expect.stringContaining('163/QĐ-BTP') } });
  const client = office.signIn(await office.staff('officer'));
  expect((await client.get(`/api/dossiers/${id}/results`)).body.results).toMatchObject([{ state: 'submitted' }]);
});
