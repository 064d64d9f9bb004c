import { answerCompletion, type AnswerCompletion } from '../../../server/commands/intake/answer-completion';
import { recordNoCompletion } from '../../../server/commands/intake/record-no-completion';
import { removeDossierFile } from '../../../server/commands/intake/remove-dossier-file';
import { type Actor } from '../../../server/policies/actor';
import { componentsOf } from '../../../server/store/components';
import { outboxOf } from '../../../server/store/outbox';
import { findRegisterEntry } from '../../../server/store/books';
import { supplementsOf } from '../../../server/store/supplements';
import { copiesAnswers } from '../../forms/right-answers';
import { fileOnline, handIn, ownAnswers } from '../../support/filing';
import { accept, askFor, versionOf } from '../../support/intake';
import { MORNING, refusalOf, useOneStop } from '../../support/one-stop';

const town = useOneStop();
const system: Actor = { kind: 'system', name: 'test' };
beforeEach(() => town.clock.set(MORNING));

async function filed() {
  const [citizen, clerk] = [await town.citizen(), await town.staff(['clerk'])];
  const { isAuthorised, relation, subjectName } = copiesAnswers;
  const answers = { ...ownAnswers(citizen), isAuthorised, relation, subjectName };
  const dossierId = await fileOnline(town, citizen, { caseKey: 'authorised', answers, papers: ['authorisation'] });
  return { citizen, clerk, dossierId };
}

async function answer(actor: Actor, dossierId: string, given: Partial<AnswerCompletion> = {}) {
  const expectedVersion = await versionOf(town, dossierId);
  await town.act(actor, (context) =>
    answerCompletion(context, { dossierId, expectedVersion, answers: {}, papers: [], note: '', ...given }),
  );
}
const requests = (dossierId: string) => town.act(system, ({ tx }) => supplementsOf(tx, dossierId));

test('R06: a request for completion keeps national status 1: no register, no clock, no pause; the letter and the notice go out', async () => {
  const { clerk, dossierId } = await filed();
  await askFor(
    town,
    clerk,
    dossierId,
    ['authorisation', 'copies'].map((key) => (key === 'authorisation' ? 'residence-proof' : key)),
  );
  expect(await town.dossier(dossierId)).toMatchObject({
    status: 1,
    subStatus: 'awaiting-completion',
    acceptedAt: null,
    dueAt: null,
    answerDueAt: null,
  });
  expect(await town.openActs(dossierId)).toEqual(['answer-completion', 'completionOver', 'consent-to-withdrawal', 'record-no-completion']);
  expect(await requests(dossierId)).toMatchObject([{ phase: 'intake', number: 1, state: 'issued', answerUntilOn: null }]);
  expect(await town.act(system, ({ tx }) => findRegisterEntry(tx, dossierId))).toBeUndefined();
  const outbox = await town.act(system, ({ tx }) => outboxOf(tx, dossierId));
  expect(outbox.map(({ topic, payload }) => `${topic} ${String(payload['kind'] ?? payload['form'])}`).sort()).toEqual([
    'letter form-02',
    'notice completion-asked',
    'notice submitted',
  ]);
  await town.expectFoldsBack(dossierId);
});

test('only what was named is open: other questions, papers and files are refused, and wrong corrections too', async () => {
  const { citizen, clerk, dossierId } = await filed();
  await askFor(town, clerk, dossierId, ['copies', 'residence-proof']);
  const refusedFor = async (given: Partial<AnswerCompletion>) => (await refusalOf(answer(citizen, dossierId, given))).code;
  expect(await refusedFor({ answers: { subjectName: 'Người Khác' } })).toBe('item-not-open');
  expect(await refusedFor({ answers: { copies: '0' } })).toBe('answer-invalid');
  expect(await refusedFor({ answers: { copies: { many: 3 } } })).toBe('invalid-input');
  expect(await refusedFor({})).toBe('component-missing');
  expect(await refusedFor({ papers: [{ componentKey: 'residence-proof', originals: 1, certifiedCopies: 0, photocopies: 0 }] })).toBe(
    'not-permitted',
  );
  expect((await refusalOf(handIn(town, citizen, { dossierId, componentKey: 'authorisation' }))).code).toBe('item-not-open');
});

test('a correction that names a commune nobody knows is refused, one of today is taken', async () => {
  const { citizen, clerk, dossierId } = await filed();
  await askFor(town, clerk, dossierId, ['requesterAddress']);
  const corrected = (unit: string) => answer(citizen, dossierId, { answers: { requesterAddress: { line: 'Số 2', unit } } });
  const { code, facts } = await refusalOf(corrected('00000'));
  expect([code, facts['faults']]).toMatchObject(['answer-invalid', [{ path: 'body.answers.requesterAddress' }]]);
  await corrected('18100');
  expect((await town.dossier(dossierId)).answers).toMatchObject({ requesterAddress: { unit: '18100' } });
});

test('the answer is back in the inbox with its corrections; received is when it was whole', async () => {
  const { citizen, clerk, dossierId } = await filed();
  await askFor(town, clerk, dossierId, ['copies', 'residence-proof']);
  town.clock.set('2026-11-27T03:00:00Z');
  await handIn(town, citizen, { dossierId, componentKey: 'residence-proof' });
  await answer(citizen, dossierId, { answers: { copies: '5' }, note: 'Đã sửa' });
  const dossier = await town.dossier(dossierId);
  expect(dossier).toMatchObject({ status: 1, subStatus: null, answers: { copies: 5, subjectName: 'Trần Minh Khôi' } });
  expect(dossier.answerDueAt).toEqual(new Date('2026-11-30T03:00:00Z'));
  expect(await requests(dossierId)).toMatchObject([
    { state: 'answered', answer: { answers: { copies: '5' }, files: [expect.any(String)], note: 'Đã sửa' } },
  ]);
  town.clock.set('2026-11-27T04:00:00Z');
  await accept(town, clerk, dossierId);
  expect((await town.dossier(dossierId)).receivedAt).toEqual(new Date('2026-11-27T03:00:00Z'));
  expect(await requests(dossierId)).toMatchObject([{ state: 'complete' }]);
  await town.expectFoldsBack(dossierId);
});

test('E19: half an answer reopens the same request, papers at the counter join it, and no second request is counted', async () => {
  const { citizen, clerk, dossierId } = await filed();
  await askFor(town, clerk, dossierId, ['copies', 'residence-proof']);
  await answer(citizen, dossierId, { answers: { copies: '5' } });
  await askFor(town, clerk, dossierId, ['residence-proof']);
  expect(await requests(dossierId)).toMatchObject([{ number: 1, state: 'issued', items: [{ key: 'residence-proof' }] }]);
  town.clock.set('2026-11-26T02:00:00Z');
  await answer(clerk, dossierId, {
    papers: [{ componentKey: 'residence-proof', originals: 1, certifiedCopies: 0, photocopies: 0 }],
    note: 'Nộp tại quầy',
  });
  const papers = [{ componentKey: 'residence-proof', originals: 1, certifiedCopies: 0, photocopies: 0 }];
  expect(await requests(dossierId)).toMatchObject([
    { state: 'answered', answer: { answers: { copies: '5' }, papers, note: 'Nộp tại quầy' } },
  ]);
  const component = (await town.act(system, ({ tx }) => componentsOf(tx, { dossierId }))).find(({ key }) => key === 'residence-proof');
  expect(component).toMatchObject({ originals: 1, checkState: 'unchecked' });
});

test('the guidance comes once: something new in a second request needs its ground and the head’s approval', async () => {
  const { citizen, clerk, dossierId } = await filed();
  const head = await town.staff(['centre-head']);
  await askFor(town, clerk, dossierId, ['copies']);
  await answer(citizen, dossierId, { answers: { copies: '5' } });
  const again = (override: object | null) => askFor(town, clerk, dossierId, ['subjectSex'], { override });
  expect((await refusalOf(again(null))).code).toBe('supplement-already-asked');
  expect((await refusalOf(again({ ground: '', approverId: head.staffId }))).code).toBe('ground-missing');
  expect((await refusalOf(again({ ground: 'Phát hiện mới', approverId: clerk.staffId }))).code).toBe('approver-needed');
  await again({ ground: 'Phát hiện mới', approverId: head.staffId });
  expect(await requests(dossierId)).toMatchObject([
    { number: 1, state: 'answered' },
    { number: 2, state: 'issued', ground: 'Phát hiện mới' },
  ]);
});

test('a file brought for the request may be taken back before it is answered; what was filed first stays', async () => {
  const { citizen, clerk, dossierId } = await filed();
  town.clock.set('2026-11-25T02:10:00Z');
  await askFor(town, clerk, dossierId, ['residence-proof', 'copies']);
  town.clock.set('2026-11-25T02:20:00Z');
  const fileId = await handIn(town, citizen, { dossierId, componentKey: 'residence-proof' });
  const remove = (componentKey: string, id: string) =>
    town.act(citizen, (context) => removeDossierFile(context, { dossierId, componentKey, fileId: id }));
  expect((await refusalOf(remove('authorisation', fileId))).code).toBe('not-found');
  await remove('residence-proof', fileId);
  await answer(citizen, dossierId, { answers: { copies: '5' } });
  expect(await requests(dossierId)).toMatchObject([{ answer: { files: [] } }]);
});

test('only the applicant and a clerk of the centre answer, and only while something is asked for', async () => {
  const { citizen, clerk, dossierId } = await filed();
  expect((await refusalOf(answer(citizen, dossierId, { answers: { copies: '5' } }))).code).toBe('supplement-not-open');
  await askFor(town, clerk, dossierId, ['copies']);
  for (const stranger of [await town.citizen(), await town.staff(['clerk'], 'H27.18100.TT')])
    expect((await refusalOf(answer(stranger, dossierId, { answers: { copies: '5' } }))).code).toBe('not-found');
  expect((await refusalOf(answer(await town.staff(['officer']), dossierId, { answers: { copies: '5' } }))).code).toBe('not-permitted');
});

test('what the procedure does not ask for cannot be asked for', async () => {
  const { clerk, dossierId } = await filed();
  for (const key of ['no-such-paper', 'noSuchQuestion', 'authorisation'])
    expect((await refusalOf(askFor(town, clerk, dossierId, [key]))).code).toBe('component-unknown');
});

test('a completion that will not come is noted by the clerk with the reason, and the refusal is signed by whom the version names', async () => {
  const { clerk, citizen, dossierId } = await filed();
  await askFor(town, clerk, dossierId, ['copies']);
  const abandon = async (actor: Actor, reason = 'Người nộp báo không tìm được giấy tờ') => {
    const expectedVersion = await versionOf(town, dossierId);
    await town.act(actor, (context) => recordNoCompletion(context, { dossierId, expectedVersion, reason }));
  };
  expect((await refusalOf(abandon(clerk, ''))).code).toBe('reason-missing');
  expect((await refusalOf(abandon(await town.staff(['clerk'], 'H27.18100.TT')))).code).toBe('not-found');
  await abandon(clerk);
  expect(await requests(dossierId)).toMatchObject([{ state: 'incomplete' }]);
  expect(await town.openActs(dossierId)).toEqual(['consent-to-withdrawal', 'refuse-intake']);
  expect((await refusalOf(answer(citizen, dossierId, { answers: { copies: '5' } }))).code).toBe('supplement-not-open');
  expect((await refusalOf(abandon(clerk))).code).toBe('step-not-open');
  expect(await town.dossier(dossierId)).toMatchObject({ status: 1, subStatus: 'refusing-intake' });
  expect((await town.journal(dossierId)).at(-1)).toMatchObject({
    act: 'record-no-completion',
    facts: { detail: { reason: 'Người nộp báo không tìm được giấy tờ' } },
  });
  await town.expectFoldsBack(dossierId);
});
