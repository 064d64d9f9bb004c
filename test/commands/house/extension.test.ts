import { apologise } from '../../../server/commands/house/apologise';
import { deliverExtension } from '../../../server/commands/house/deliver-extension';
import { draftExtension } from '../../../server/commands/house/draft-extension';
import { signExtension } from '../../../server/commands/house/sign-extension';
import { ringTimers } from '../../../server/jobs/ring-timers';
import { insertAuthority } from '../../../server/store/authorities';
import { rows } from '../../../server/store/rows';
import { timelineLine } from '../../../server/domain/words/timeline';
import { readJournal } from '../../../server/store/journal';
import { atOfficer } from '../../support/at-officer';
import { MORNING, refusalOf, useOneStop } from '../../support/one-stop';

const town = useOneStop();
const system = { kind: 'system', name: 'test' } as const;
beforeEach(() => town.clock.set(MORNING));

const reportFault = (fault: unknown) => {
  throw fault as Error;
};

/** A dossier whose date is near: the officer may draft the one extension, the leader has the pen. */
async function nearDue() {
  const people = await atOfficer(town);
  const leader = await town.staff(['leader'], 'H27.STP');
  await town.act(system, ({ tx }) =>
    insertAuthority(tx, {
      staffId: leader.staffId,
      agencyId: leader.agencyId,
      formula: 'none',
      position: 'Giám đốc',
      onBehalfOf: null,
      scope: ['*'],
      decision: 'QĐ thử',
      validFromOn: '2026-01-01',
      validToOn: null,
    }),
  );
  const { dueAt } = await town.dossier(people.dossierId);
  expect(dueAt).toEqual(new Date('2026-12-02T10:00:00Z'));
  town.clock.set('2026-12-01T02:00:00Z');
  await ringTimers({ perform: town.perform, reportFault });
  const { does, officer, clerk } = people;
  const draft = (newDueOn = '2026-12-07') =>
    does(officer, (context, named) => draftExtension(context, { ...named, reason: 'Chờ xác minh', newDueOn }));
  const sign = () => does(leader, (context, named) => signExtension(context, named));
  const deliver = () => does(clerk, (context, named) => deliverExtension(context, named));
  return { ...people, leader, draft, sign, deliver };
}

/** What the applicant is to be told of. */
async function told(dossierId: string): Promise<unknown[]> {
  const entries = await town.act(system, ({ tx }) =>
    rows<{ kind: unknown }>(tx, `select payload->>'kind' as kind from outbox where dossier_id = $1 and topic = 'notice'`, [dossierId]),
  );
  return entries.map(({ kind }) => kind);
}

test('R07: an extension moves the date once, with the letter and not before; the applicant is told', async () => {
  const { dossierId, draft, sign, deliver } = await nearDue();
  expect((await refusalOf(draft('2026-12-02'))).code).toBe('extension-not-later');
  await draft();
  await sign();
  expect((await town.dossier(dossierId)).dueAt).toEqual(new Date('2026-12-02T10:00:00Z'));
  await deliver();
  expect((await town.dossier(dossierId)).dueAt).toEqual(new Date('2026-12-07T10:00:00Z'));
  expect(await told(dossierId)).toContain('extended');
  await town.expectFoldsBack(dossierId);
});

test('R07: an extension that is signed in time and delivered after expiry has lapsed: the dossier stays overdue, and an apology remains', async () => {
  const { dossierId, leader, does, draft, sign, deliver } = await nearDue();
  await draft();
  await sign();
  town.clock.set('2026-12-03T02:00:00Z');
  await deliver();
  expect((await town.dossier(dossierId)).dueAt).toEqual(new Date('2026-12-02T10:00:00Z'));
  expect(await told(dossierId)).not.toContain('extended');
  const last = (await town.act(system, ({ tx }) => readJournal(tx, dossierId))).at(-1)!;
  expect(timelineLine(last, 'office').words.vi).toBe('Việc hẹn lại không còn hiệu lực vì ngày hẹn đã qua');
  await does(leader, (context, named) => apologise(context, { ...named, reason: 'Chờ xác minh', promisedOn: '2026-12-07' }));
  await town.expectFoldsBack(dossierId);
});

test('R07: on the last day it is too late for the leader to sign', async () => {
  const { draft, sign } = await nearDue();
  await draft();
  town.clock.set('2026-12-02T02:00:00Z');
  expect((await refusalOf(sign())).code).toBe('extension-too-late');
});
