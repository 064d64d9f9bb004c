import { decideProvinceRules } from '../../../server/commands/administration/decide-province-rules';
import { adoptVersion } from '../../../server/commands/drafts/adopt-version';
import { submitDraft } from '../../../server/commands/drafts/submit-draft';
import { CIVIL_CODE_LAST_DAY } from '../../../server/domain/working-calendar';
import { type CitizenActor } from '../../../server/policies/actor';
import { readDraft } from '../../../server/store/drafts';
import { outboxOf } from '../../../server/store/outbox';
import { copiesAnswers, lawyerAnswers } from '../../forms/right-answers';
import { draftOf, fileOnline, handIn, ownAnswers, submitted } from '../../support/filing';
import { formOfProcedure, MORNING, procedureOf, refusalOf, useOneStop } from '../../support/one-stop';

const town = useOneStop();
const stage = 'demonstration';
beforeEach(() => town.clock.set(MORNING));

const authorised = (citizen: { name: string }, more = {}) => {
  const { isAuthorised, relation, subjectName } = copiesAnswers;
  return { ...ownAnswers(citizen), isAuthorised, relation, subjectName, ...more };
};

test('a draft becomes a dossier with its code, its fee, and its place in the diagram', async () => {
  const citizen = await town.citizen();
  const dossierId = await fileOnline(town, citizen);
  const dossier = await town.dossier(dossierId);
  expect(dossier).toMatchObject({ status: 1, channel: 'online', isSameDay: true, acceptedAt: null, dueAt: null, version: 2 });
  expect(dossier).toMatchObject({ ownerName: citizen.name, ownerPersonId: citizen.personId, submitterAccountId: citizen.accountId });
  expect(dossier.code).toMatch(/^H27\.18073-261125-\d{4}$/);
  expect(await town.openActs(dossierId)).toEqual(['check-submission', 'consent-to-withdrawal', 'unanswered']);
  const [entry] = await town.journal(dossierId);
  expect(entry).toMatchObject({
    act: 'submit',
    actorKind: 'citizen',
    facts: { fees: [{ key: 'copy', amountDong: 24_000, state: 'due' }] },
  });
  const outbox = await town.act(citizen, ({ tx }) => outboxOf(tx, dossierId));
  expect(outbox.map(({ topic, payload }) => [topic, payload['kind']])).toEqual([['notice', 'submitted']]);
  await town.expectFoldsBack(dossierId);
});

test('a second click gives the same dossier, and a draft becomes one dossier only', async () => {
  const citizen = await town.citizen();
  const draftId = await draftOf(town, citizen);
  const first = await submitted(town, citizen, draftId, 'click-0001');
  expect(
    await town.act(citizen, (context) => submitDraft(context, { draftId, expectedVersion: 1, hasConsented: true, stage }), 'click-0001'),
  ).toEqual(first);
  expect((await refusalOf(submitted(town, citizen, draftId, 'click-0002'))).code).toBe('step-not-open');
});

test('without consent, and with something missing, nothing is filed; everything missing is named at once', async () => {
  const citizen = await town.citizen();
  const draftId = await draftOf(town, citizen, {
    answers: { ...ownAnswers(citizen), copies: undefined, truth: undefined, subjectSex: undefined },
  });
  const { version: expectedVersion } = await town.act(citizen, ({ tx }) => readDraft(tx, draftId));
  const refused = await refusalOf(
    town.act(citizen, (context) => submitDraft(context, { draftId, expectedVersion, hasConsented: false, stage })),
  );
  expect(refused.code).toBe('consent-missing');
  const { code, facts } = await refusalOf(submitted(town, citizen, draftId));
  expect(code).toBe('draft-incomplete');
  expect(facts.faults!.map(({ path }) => path)).toEqual(['answers.subjectSex', 'answers.copies', 'answers.truth']);
});

test('a paper that the version requires stands in the way until it is handed in', async () => {
  const citizen = await town.citizen();
  const draftId = await draftOf(town, citizen, { caseKey: 'authorised', answers: authorised(citizen) });
  const { code, facts } = await refusalOf(submitted(town, citizen, draftId));
  expect([code, facts['component']]).toEqual(['component-missing', { vi: 'Văn bản ủy quyền', en: 'Written authorisation' }]);
  await handIn(town, citizen, { draftId, componentKey: 'authorisation' });
  const { dossierId } = await submitted(town, citizen, draftId);
  expect(await town.dossier(dossierId)).toMatchObject({ caseKey: 'authorised', ownerName: 'Trần Minh Khôi' });
});

test('an answer that stops the procedure is told with its clause, and not filed', async () => {
  const citizen = await town.citizen();
  const draftId = await draftOf(town, citizen, { caseKey: 'authorised', answers: authorised(citizen, { isAuthorised: 'no' }) });
  const { code, facts } = await refusalOf(submitted(town, citizen, draftId));
  expect([code, (facts['stops'] as { key: string }[]).map(({ key }) => key)]).toEqual(['draft-incomplete', ['not-authorised']]);
});

describe('the code', () => {
  test('R25: is given once, counts from 1 each day and unit, and follows the province’s own pattern', async () => {
    const citizen = await town.citizen();
    town.clock.set('2026-11-26T02:00:00Z');
    const codeIn = async (communeCode: string) => (await town.dossier(await fileOnline(town, citizen, { communeCode }))).code;
    expect([await codeIn('18073'), await codeIn('18073'), await codeIn('18100')]).toEqual([
      'H27.18073-261126-0001',
      'H27.18073-261126-0002',
      'H27.18100-261126-0001',
    ]);
    const set = (dossierCodePattern: string) =>
      town.act(citizen, (context) => decideProvinceRules(context, { dossierCodePattern, lastDay: CIVIL_CODE_LAST_DAY, decision: 'QĐ 1' }));
    await set('G09.{unit}-{yyyy}{mm}{dd}-{nnnnnnn}');
    expect(await codeIn('18073')).toBe('G09.18073-20261126-0000003');
    await set('H27.{unit}-{yy}{mm}{dd}-{nnnn}');
  });

  test('a procedure of one body goes to that body and its centre', async () => {
    const citizen = await town.citizen({ name: 'Phan Đức Anh', state: 'unverified' });
    const dossierId = await fileOnline(town, citizen, {
      procedureCode: '1.002153',
      caseKey: 'registration',
      answers: lawyerAnswers,
      papers: ['employment-contract'],
    });
    expect((await town.dossier(dossierId)).code).toMatch(/^H27\.STP-/);
  });
});

test.each([
  ['in the morning', '2026-11-25T02:00:00Z', '2026-11-26T02:00:00Z'],
  ['R47: on Friday at 23:50, from Monday’s opening', '2026-11-27T16:50:00Z', '2026-11-30T10:00:00Z'],
  ['R47: during Tết, from the first day after it', '2026-02-18T03:00:00Z', '2026-02-23T10:00:00Z'],
])('the centre’s eight working hours to answer run %s', async (_when, filedAt, dueAt) => {
  const citizen = await town.citizen();
  town.clock.set(filedAt);
  const dossierId = await fileOnline(town, citizen);
  expect((await town.dossier(dossierId)).answerDueAt?.toISOString()).toBe(new Date(dueAt).toISOString());
});

test('E01: two dossiers of one person on one day are both taken; the second is told of the first', async () => {
  const citizen = await town.citizen();
  const [one, two] = [await draftOf(town, citizen), await draftOf(town, citizen)];
  const first = await submitted(town, citizen, one);
  const second = await submitted(town, citizen, two);
  const [code, otherCode] = [(await town.dossier(first.dossierId)).code, (await town.dossier(second.dossierId)).code];
  expect([first.like, second.like]).toEqual([null, code]);
  expect(otherCode).not.toBe(code);
  const different = await draftOf(town, citizen, { answers: ownAnswers(citizen, { copies: '4' }) });
  expect((await submitted(town, citizen, different)).like).toBeNull();
});

describe('when the procedure changes between draft and filing', () => {
  const code = '9.000001';
  const base = { ...procedureOf('2.000635'), code, form: code };
  const form = { ...formOfProcedure('2.000635'), id: code };
  const dearer = {
    ...base,
    effectiveFromOn: '2026-12-01',
    sourceDecision: '999/QĐ-BTP',
    fees: base.fees.map((fee) => ({ ...fee, amountDong: 10_000, wording: { vi: '10.000 đồng/bản', en: '10,000 dong a copy' } })),
  };
  beforeAll(() => town.publish(base, form));

  test('R48: the version of the day of submission governs; the draft is told what changed and moved, and then files at the new fee', async () => {
    const citizen = await town.citizen();
    const draftId = await fromForm(citizen);
    await town.publish(dearer);
    town.clock.set('2026-12-01T02:00:00Z');
    expect((await refusalOf(submitted(town, citizen, draftId))).code).toBe('stale');
    const adopted = await town.act(citizen, (context) => adoptVersion(context, { draftId, stage }));
    expect(adopted?.changes.map(({ what, words }) => [what, words.vi])).toEqual([
      ['fee', 'Phí cấp bản sao trích lục hộ tịch, bản sao Giấy khai sinh: 8.000 đồng/bản, nay 10.000 đồng/bản.'],
    ]);
    expect(await town.act(citizen, (context) => adoptVersion(context, { draftId, stage }))).toBeUndefined();
    const { dossierId } = await submitted(town, citizen, draftId);
    const [entry] = await town.journal(dossierId);
    expect(entry?.facts.fees).toEqual([{ key: 'copy', amountDong: 30_000, state: 'due' }]);
  });

  test('E21: a procedure that has ended takes nothing in', async () => {
    const citizen = await town.citizen();
    town.clock.set('2026-12-02T02:00:00Z');
    const draftId = await fromForm(citizen);
    await town.publish({
      ...dearer,
      effectiveFromOn: '2026-12-03',
      filing: { ...base.filing, online: { kind: 'none', reason: { vi: 'Nộp trực tiếp.', en: 'Come in.' } } },
    });
    town.clock.set('2026-12-03T02:00:00Z');
    const { code: why, facts } = await refusalOf(town.act(citizen, (context) => adoptVersion(context, { draftId, stage })));
    expect([why, facts['instead']]).toEqual(['channel-closed', { vi: 'Nộp trực tiếp.', en: 'Come in.' }]);
  });

  function fromForm(citizen: CitizenActor): Promise<string> {
    return draftOf(town, citizen, { procedureCode: code, answers: ownAnswers(citizen), form });
  }
});
