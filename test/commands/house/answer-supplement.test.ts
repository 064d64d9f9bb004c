import { answerSupplement, type AnswerSupplement } from '../../../server/commands/house/answer-supplement';
import { approveSupplement } from '../../../server/commands/house/approve-supplement';
import { checkSupplement } from '../../../server/commands/house/check-supplement';
import { examineDossier } from '../../../server/commands/house/examine-dossier';
import { issueSupplement } from '../../../server/commands/house/issue-supplement';
import { proposeSupplement, type ProposeSupplement } from '../../../server/commands/house/propose-supplement';
import { type Actor } from '../../../server/policies/actor';
import { findLastSupplement } from '../../../server/store/supplements';
import { atOfficer } from '../../support/at-officer';
import { handIn } from '../../support/filing';
import { versionOf } from '../../support/intake';
import { MORNING, refusalOf, useOneStop } from '../../support/one-stop';

const town = useOneStop();
const system: Actor = { kind: 'system', name: 'test' };
beforeEach(() => town.clock.set(MORNING));

const ITEMS = [
  { kind: 'component', key: 'employment-contract', what: 'Thiếu trang 3' },
  { kind: 'answer', key: 'employerName', what: 'Không khớp hợp đồng' },
] as const;

/** A dossier of which the officer has proposed to ask for a paper and an answer in the appraisal. */
async function proposed() {
  const { officer, propose, ...wanting } = await wantingPapers();
  await propose();
  return { officer, ...wanting };
}

/** A dossier of which the officer has found that something is missing. */
async function wantingPapers() {
  const { does, ...people } = await atOfficer(town);
  const { clerk, officer } = people;
  const propose = (wish: Partial<ProposeSupplement> = {}) =>
    does(officer, (context, named) => proposeSupplement(context, { ...named, items: ITEMS, reason: 'Chưa rõ', override: null, ...wish }));
  const examine = () =>
    does(officer, (context, named) => examineDossier(context, { ...named, outcome: 'supplement', note: 'Thiếu trang' }));
  await examine();
  const approve = (by: Actor) => does(by, (context, named) => approveSupplement(context, { ...named, isApproved: true, note: '' }));
  const issue = () => does(clerk, (context, named) => issueSupplement(context, named));
  return { ...people, propose, examine, approve, issue };
}

/** The same, approved and issued: the applicant was asked. */
async function asked() {
  const { head, approve, issue, ...people } = await proposed();
  await approve(head);
  await issue();
  return people;
}

test('R44: whoever proposed a supplement does not approve it, though they hold the duty', async () => {
  const { officer, head, approve, issue } = await proposed();
  const both = { ...officer, duties: [...officer.duties, ...head.duties] };
  expect((await refusalOf(approve(both))).code).toBe('forbidden-pair');
  expect((await refusalOf(issue())).code).toBe('supplement-not-open');
  await approve(head);
  await issue();
});

async function answer(actor: Actor, dossierId: string, given: Partial<AnswerSupplement>) {
  const expectedVersion = await versionOf(town, dossierId);
  await town.act(actor, (context) =>
    answerSupplement(context, { dossierId, expectedVersion, answers: {}, papers: [], note: '', ...given }),
  );
}
const request = (dossierId: string) => town.act(system, ({ tx }) => findLastSupplement(tx, dossierId, 'appraisal'));

test('R29: only the named items are open; the clock stands until the clerk finds the answer whole, and counts from its sending', async () => {
  const { citizen, clerk, dossierId } = await asked();
  expect(await town.dossier(dossierId)).toMatchObject({ status: 5, dueAt: null });
  expect(await request(dossierId)).toMatchObject({ state: 'issued', answerUntilOn: null, answerClause: null });
  expect((await refusalOf(answer(citizen, dossierId, { answers: { lawyerName: 'Người Khác' } }))).code).toBe('item-not-open');
  expect((await refusalOf(answer(citizen, dossierId, {}))).code).toBe('component-missing');
  expect((await refusalOf(answer(await town.citizen(), dossierId, { answers: { employerName: 'x' } }))).code).toBe('not-found');
  town.clock.set('2026-11-26T03:00:00Z');
  await handIn(town, citizen, { dossierId, componentKey: 'employment-contract' });
  await answer(citizen, dossierId, { answers: { employerName: 'Công ty cổ phần Hồng Lĩnh 2' }, note: 'Đã bổ sung' });
  const dossier = await town.dossier(dossierId);
  expect(dossier).toMatchObject({ dueAt: null, answers: { employerName: 'Công ty cổ phần Hồng Lĩnh 2', lawyerName: 'Phan Đức Anh' } });
  expect(await request(dossierId)).toMatchObject({ state: 'answered', answeredAt: new Date('2026-11-26T03:00:00Z') });
  town.clock.set('2026-11-27T03:00:00Z');
  const expectedVersion = await versionOf(town, dossierId);
  await town.act(clerk, (context) => checkSupplement(context, { dossierId, expectedVersion, isComplete: true, note: '' }));
  expect((await town.dossier(dossierId)).dueAt).toEqual(new Date('2026-12-03T10:00:00Z'));
  await town.expectFoldsBack(dossierId);
});

test('E19: an incomplete answer reopens the same request; what comes on paper joins what came online', async () => {
  const { citizen, clerk, dossierId } = await asked();
  await answer(citizen, dossierId, { answers: { employerName: 'Công ty Hồng Lĩnh' } });
  const expectedVersion = await versionOf(town, dossierId);
  await town.act(clerk, (context) =>
    checkSupplement(context, { dossierId, expectedVersion, isComplete: false, note: 'Còn thiếu hợp đồng' }),
  );
  const papers = [{ componentKey: 'employment-contract', originals: 0, certifiedCopies: 0, photocopies: 1 }];
  await answer(clerk, dossierId, { papers });
  expect(await request(dossierId)).toMatchObject({
    number: 1,
    state: 'answered',
    answer: { answers: { employerName: 'Công ty Hồng Lĩnh' }, papers },
  });
  expect((await refusalOf(answer(citizen, dossierId, { answers: { employerName: 'muộn' } }))).code).toBe('supplement-not-open');
});

test('what the form does not ask and the procedure does not name is not asked for: nobody could answer it', async () => {
  const { propose, dossierId } = await wantingPapers();
  for (const item of [
    { kind: 'answer', key: 'noSuchQuestion', what: 'Không rõ' },
    { kind: 'component', key: 'no-such-paper', what: 'Không rõ' },
  ] as const)
    expect((await refusalOf(propose({ items: [...ITEMS, item] }))).code).toBe('component-unknown');
  expect(await request(dossierId)).toBeUndefined();
});

test('R05: a further request in the appraisal has its ground and the consent of the head of the centre, not of the division or the author', async () => {
  const { citizen, clerk, head, officer, dossierId, propose, examine, approve, issue } = await wantingPapers();
  await propose();
  await approve(head);
  await issue();
  await handIn(town, citizen, { dossierId, componentKey: 'employment-contract' });
  await answer(citizen, dossierId, { answers: { employerName: 'Công ty Hồng Lĩnh' } });
  const expectedVersion = await versionOf(town, dossierId);
  await town.act(clerk, (context) => checkSupplement(context, { dossierId, expectedVersion, isComplete: true, note: '' }));
  await examine();
  const centreHead = await town.staff(['centre-head'], 'H27.TTPVHCC');
  const ground = 'Tài liệu mới phát hiện mâu thuẫn';
  expect((await refusalOf(propose())).code).toBe('supplement-already-asked');
  expect((await refusalOf(propose({ override: { ground: '', approverId: centreHead.staffId } }))).code).toBe('ground-missing');
  for (const nobody of [officer.staffId, head.staffId, dossierId])
    expect((await refusalOf(propose({ override: { ground, approverId: nobody } }))).code).toBe('approver-needed');
  await propose({ override: { ground, approverId: centreHead.staffId } });
  expect(await request(dossierId)).toMatchObject({ number: 2, state: 'proposed', ground });
});
