import { checkComponents, type ComponentCheck } from '../../../server/commands/intake/check-components';
import { type Actor } from '../../../server/policies/actor';
import { findRegisterEntry } from '../../../server/store/books';
import { componentsOf } from '../../../server/store/components';
import { outboxOf } from '../../../server/store/outbox';
import { sumStatistics } from '../../../server/store/statistics';
import { fileOnline, ownAnswers } from '../../support/filing';
import { accept, versionOf } from '../../support/intake';
import { MORNING, refusalOf, useOneStop } from '../../support/one-stop';
import { closeBook } from '../../support/on-record';
import { copiesAnswers, lawyerAnswers } from '../../forms/right-answers';

const town = useOneStop();
const system: Actor = { kind: 'system', name: 'test' };
beforeEach(() => town.clock.set(MORNING));

const register = (dossierId: string) => town.act(system, ({ tx }) => findRegisterEntry(tx, dossierId));
async function withPaper(): Promise<string> {
  const citizen = await town.citizen();
  const { isAuthorised, relation, subjectName } = copiesAnswers;
  const answers = { ...ownAnswers(citizen), isAuthorised, relation, subjectName };
  return fileOnline(town, citizen, { caseKey: 'authorised', answers, papers: ['authorisation'] });
}

test('an accepted dossier has its register number, its time and its due date, and the citizen is told', async () => {
  const clerk = await town.staff(['clerk']);
  const dossierId = await withPaper();
  town.clock.set('2026-11-25T02:30:00Z');
  await accept(town, clerk, dossierId);
  const dossier = await town.dossier(dossierId);
  expect(dossier).toMatchObject({ status: 2, timeLimit: { limit: 'same-day' }, subStatus: null });
  expect(dossier.acceptedAt).toEqual(new Date('2026-11-25T02:30:00Z'));
  expect(dossier.receivedAt).toEqual(new Date(MORNING));
  expect(dossier.dueAt).toEqual(new Date('2026-11-25T10:00:00Z'));
  expect(await register(dossierId)).toMatchObject({ key: 'register', year: 2026, number: 1 });
  expect((await town.act(system, ({ tx }) => componentsOf(tx, { dossierId }))).map(({ key, checkState }) => [key, checkState])).toEqual([
    ['authorisation', 'good'],
    ['residence-proof', 'unchecked'],
  ]);
  const outbox = await town.act(system, ({ tx }) => outboxOf(tx, dossierId));
  expect(
    outbox
      .filter(({ topic }) => topic === 'notice')
      .map(({ payload }) => payload['kind'])
      .sort(),
  ).toEqual(['accepted', 'submitted']);
  const lines = await town.act(system, ({ tx }) =>
    sumStatistics(tx, { fromOn: '2026-11-25', toOn: '2026-11-25', agencyIds: [dossier.agencyId] }),
  );
  expect(lines.map(({ measure, amount }) => [measure, Number(amount)])).toEqual([
    ['accepted', 1],
    ['submitted', 1],
  ]);
  await town.expectFoldsBack(dossierId);
});

test('R26: what was filed at night is received when it was filed, not when it was typed', async () => {
  const clerk = await town.staff(['clerk'], 'H27.TTPVHCC');
  const citizen = await town.citizen({ name: 'Phan Đức Anh', state: 'unverified' });
  town.clock.set('2026-11-25T15:00:00Z');
  const wish = { procedureCode: '1.002153', caseKey: 'registration', answers: lawyerAnswers, papers: ['employment-contract'] };
  const dossierId = await fileOnline(town, citizen, wish);
  town.clock.set('2026-11-26T09:00:00Z');
  await accept(town, clerk, dossierId);
  const { receivedAt, acceptedAt, dueAt } = await town.dossier(dossierId);
  expect([receivedAt, acceptedAt, dueAt].map((at) => at?.toISOString())).toEqual([
    '2026-11-25T15:00:00.000Z',
    '2026-11-26T09:00:00.000Z',
    '2026-12-02T10:00:00.000Z',
  ]);
});

test.each([
  ['15:00:00', '2026-11-25T08:00:00Z', ['confirm-forwarded', 'consent-to-withdrawal'], '2026-11-25T10:00:00Z'],
  ['a second later', '2026-11-25T08:00:01Z', ['consent-to-withdrawal', 'issue-receipt'], '2026-11-26T10:00:00Z'],
])(
  'R03: what is filed and accepted at %s is due by its own day, and has a receipt only after that hour',
  async (_hour, at, open, dueAt) => {
    const clerk = await town.staff(['clerk']);
    town.clock.set(at);
    const dossierId = await fileOnline(town, await town.citizen());
    await accept(town, clerk, dossierId);
    expect(await town.openActs(dossierId)).toEqual(open);
    expect((await town.dossier(dossierId)).dueAt).toEqual(new Date(dueAt));
  },
);

test('a receipt that is asked for is issued', async () => {
  const dossierId = await fileOnline(town, await town.citizen());
  await accept(town, await town.staff(['clerk']), dossierId, { isReceiptWanted: true });
  expect(await town.openActs(dossierId)).toContain('issue-receipt');
});

describe('R26: an entry after an outage', () => {
  const reason = 'Mất điện từ 14 giờ đến 16 giờ';
  const at = new Date('2026-11-25T07:30:00Z');

  test('carries its real time, the reason, and the approval of the head', async () => {
    const [clerk, head] = [await town.staff(['clerk']), await town.staff(['centre-head'])];
    const dossierId = await fileOnline(town, await town.citizen());
    town.clock.set('2026-11-25T09:30:00Z');
    await accept(town, clerk, dossierId, { lateEntry: { receivedAt: at, reason, approverId: head.staffId } });
    expect(await town.dossier(dossierId)).toMatchObject({ acceptedAt: at, receivedAt: at, dueAt: new Date('2026-11-25T10:00:00Z') });
    expect((await town.journal(dossierId)).at(-1)?.facts.detail).toMatchObject({ lateEntry: { reason, approver: head.name } });
  });

  test('is refused without a reason, with a time to come or before the filing, and without another person’s approval', async () => {
    const [clerk, other, head] = [
      await town.staff(['clerk', 'centre-head']),
      await town.staff(['clerk']),
      await town.staff(['centre-head']),
    ];
    const dossierId = await fileOnline(town, await town.citizen());
    town.clock.set('2026-11-25T09:30:00Z');
    const late = async (receivedAt: Date, why: string, approverId: string | null) =>
      (await refusalOf(accept(town, clerk, dossierId, { lateEntry: { receivedAt, reason: why, approverId } }))).code;
    expect(await late(at, ' ', head.staffId)).toBe('reason-missing');
    expect(await late(new Date('2026-11-25T09:31:00Z'), reason, head.staffId)).toBe('date-impossible');
    expect(await late(new Date('2026-11-25T01:59:00Z'), reason, head.staffId)).toBe('date-impossible');
    expect(await late(at, reason, null)).toBe('approver-needed');
    expect(await late(at, reason, clerk.staffId)).toBe('approver-needed');
    expect(await late(at, reason, other.staffId)).toBe('approver-needed');
  });
});

describe('the check of the papers', () => {
  const check = async (actor: Actor, dossierId: string, checks: ComponentCheck[]) => {
    const expectedVersion = await versionOf(town, dossierId);
    await town.act(actor, (context) => checkComponents(context, { dossierId, expectedVersion, checks }));
  };

  test('a paper found wrong stands against acceptance until it is found good', async () => {
    const clerk = await town.staff(['clerk']);
    const dossierId = await withPaper();
    await check(clerk, dossierId, [{ componentKey: 'authorisation', state: 'wrong', note: 'Mờ, không đọc được' }]);
    const { code, facts } = await refusalOf(accept(town, clerk, dossierId));
    expect([code, facts['component']]).toEqual(['component-missing', 'Văn bản ủy quyền']);
    await check(clerk, dossierId, [{ componentKey: 'authorisation', state: 'good', note: '' }]);
    await accept(town, clerk, dossierId);
    expect((await refusalOf(check(clerk, dossierId, [{ componentKey: 'authorisation', state: 'good', note: '' }]))).code).toBe(
      'step-not-open',
    );
  });

  test('needs a word on what is wrong, and knows only the papers of the dossier', async () => {
    const clerk = await town.staff(['clerk']);
    const dossierId = await withPaper();
    expect((await refusalOf(check(clerk, dossierId, [{ componentKey: 'authorisation', state: 'missing', note: '' }]))).code).toBe(
      'reason-missing',
    );
    expect((await refusalOf(check(clerk, dossierId, [{ componentKey: 'declaration', state: 'good', note: '' }]))).code).toBe(
      'component-unknown',
    );
  });
});

test('who may accept: a clerk of that centre, and never in a case of their own', async () => {
  const dossierId = await fileOnline(town, await town.citizen());
  const refusedTo = async (actor: Actor) => (await refusalOf(accept(town, actor, dossierId))).code;
  expect(await refusedTo(await town.staff(['clerk'], 'H27.18100.TT'))).toBe('not-found');
  expect(await refusedTo(await town.staff(['officer']))).toBe('not-permitted');
  expect(await refusedTo(await town.citizen())).toBe('not-found');
  const clerk = await town.staff(['clerk']);
  const { ownerPersonId } = await town.dossier(dossierId);
  expect(await refusedTo({ ...clerk, closePersonIds: [ownerPersonId!] })).toBe('own-case');
});

test('a dossier that moved meanwhile is stale, and one that was accepted is not accepted twice', async () => {
  const clerk = await town.staff(['clerk']);
  const dossierId = await fileOnline(town, await town.citizen());
  const seen = await versionOf(town, dossierId);
  await accept(town, clerk, dossierId);
  const { code, facts } = await refusalOf(accept(town, clerk, dossierId, { expectedVersion: seen }));
  expect([code, facts['change'], facts['by']]).toEqual([
    'stale',
    { vi: 'Hồ sơ được tiếp nhận', en: 'The dossier was accepted' },
    clerk.name,
  ]);
  expect((await refusalOf(accept(town, clerk, dossierId))).code).toBe('step-not-open');
});

test('R33: the register of a new year opens as the last one was, and counts from 1; without any register nothing is accepted', async () => {
  const clerk = await town.staff(['clerk']);
  town.clock.set('2027-01-04T02:00:00Z');
  const dossierId = await fileOnline(town, await town.citizen());
  await accept(town, clerk, dossierId);
  const entry = await register(dossierId);
  expect(entry).toMatchObject({ year: 2027, number: 1, pattern: '{number}/{year}' });
  await town.act(system, ({ tx }) => closeBook(tx, entry!.id, '2027-01-05'));
  const next = await fileOnline(town, await town.citizen());
  expect((await refusalOf(accept(town, clerk, next))).code).toBe('book-missing');
  expect(await town.dossier(next)).toMatchObject({ status: 1, acceptedAt: null });
});
