import { type Context } from '../../../server/casework/context';
import { reckonDue } from '../../../server/casework/reckon-due';
import { lockCase } from '../../../server/casework/read-case';
import { recordAct } from '../../../server/casework/record-act';
import { decideProvinceRules } from '../../../server/commands/administration/decide-province-rules';
import { stepClock } from '../../../server/commands/administration/step-clock';
import { publishCalendar } from '../../../server/commands/administration/publish-calendar';
import { USUAL_DOSSIER_CODE_PATTERN } from '../../../server/domain/dossier-code';
import { CIVIL_CODE_LAST_DAY } from '../../../server/domain/working-calendar';
import { calendarTopics } from '../../../server/jobs/move-for-calendar';
import { deliverOutbox } from '../../../server/jobs/outbox-runner';
import { type DossierRow } from '../../../server/store/models/dossier';
import { readJournal } from '../../../server/store/journal';
import { outboxOf } from '../../../server/store/outbox';
import { beginPause } from '../../../server/store/pauses';
import { openTasksOf } from '../../../server/store/tasks';
import { useDatabase } from '../../support/database';
import { type Commune, openCommune } from '../../support/commune';
import { bringTo, fileDossier } from '../../support/filed-dossier';

jest.setTimeout(30_000);

const database = useDatabase();
const HOUSE = { kind: 'system', name: 'test' } as const;
let office: Commune;
beforeAll(async () => {
  office = await openCommune(database.sequelize);
  await moveDates(); // what the office's own first publication has laid down
});

test('a holiday announced in the span moves the date later, with a line in the journal and a notice to the citizen', async () => {
  const dossier = await accepted('5 working-days');
  expect(dossier.dueAt).toEqual(new Date('2026-12-02T10:00:00Z'));
  await announce({ onDate: '2026-11-30', kind: 'off' });
  await moveDates();
  const moved = await office.reload(dossier);
  expect(moved.dueAt).toEqual(new Date('2026-12-03T10:00:00Z'));
  expect(moved.version).toBe(dossier.version + 1);
  const journal = await office.at((tx) => readJournal(tx, dossier.id));
  expect(journal.at(-1)).toMatchObject({
    act: 'move-for-calendar',
    actorKind: 'system',
    facts: { dueAt: '2026-12-03T10:00:00.000Z', detail: { decision: 'QĐ 2026-11-30', oldDueAt: '2026-12-02T10:00:00.000Z' } },
  });
  expect(await notices(dossier)).toMatchObject([{ payload: { kind: 'date-moved', dueAt: '2026-12-03T10:00:00.000Z' } }]);
});

test('a make-up day never brings forward a date that the citizen holds', async () => {
  const dossier = await accepted('3 working-days');
  await announce({ onDate: '2026-11-28', kind: 'make-up' });
  await moveDates();
  expect((await office.reload(dossier)).dueAt).toEqual(dossier.dueAt);
  expect(await notices(dossier)).toEqual([]);
});

test('a day outside the span moves nothing, and a repeat of the walk moves nothing more', async () => {
  const dossier = await accepted('5 working-days');
  await announce({ onDate: '2026-12-31', kind: 'off' });
  await moveDates();
  await announce({ onDate: '2026-12-31', kind: 'off' });
  await moveDates();
  expect(await office.reload(dossier)).toEqual(dossier);
});

test('a paused dossier keeps still until it resumes, and one whose result is there keeps the date it was judged by', async () => {
  const paused = await accepted('10 working-days');
  await office.as(HOUSE, async (context) => {
    const { dossier } = await lockCase(context, paused.id);
    await beginPause(context.tx, { dossierId: paused.id, kind: 'supplement', ground: null, fromAt: context.now });
    await recordAct(context, dossier, { act: 'pause', change: { dueAt: null } });
  });
  const ready = await accepted('10 working-days');
  await office.as(HOUSE, async (context) => {
    const { dossier } = await lockCase(context, ready.id);
    await recordAct(context, dossier, { act: 'confirm-result', change: { status: 9 } });
  });
  await announce({ onDate: '2026-12-04', kind: 'off' });
  await moveDates();
  expect((await office.reload(paused)).dueAt).toBeNull();
  expect((await office.reload(ready)).dueAt).toEqual(ready.dueAt);
});

test('what is waited for moves with the calendar too: the hand-over of a day that turns out to be off is due at the next opening', async () => {
  const dossier = await accepted('5 working-days');
  const before = await handOver(dossier);
  await announce({ onDate: '2026-11-25', kind: 'off' });
  await moveDates();
  const after = await handOver(dossier);
  expect(before?.dueAt).toEqual(new Date('2026-11-25T10:00:00Z'));
  expect(after?.dueAt).toEqual(new Date('2026-11-26T00:30:00Z'));
});

test('one dossier that cannot be counted is put before the administrators and holds up nobody', async () => {
  const broken = await accepted('5 working-days');
  const whole = await accepted('5 working-days');
  await office.as(HOUSE, async (context) => {
    const { dossier } = await lockCase(context, broken.id);
    await recordAct(context, dossier, { act: 'break', change: { timeLimit: { limit: 'some time' } } });
  });
  await announce({ onDate: '2026-11-27', kind: 'off' });
  await moveDates();
  const [incidents] = await database.sequelize.query(`select dossier_id, kind from incidents where dossier_id = '${broken.id}'`);
  expect(incidents).toEqual([{ dossier_id: broken.id, kind: 'calendar' }]);
  expect((await office.reload(whole)).dueAt! > whole.dueAt!).toBe(true);
});

test('a province may decide that a limit in days ends on a day off, and no date that a citizen holds comes earlier', async () => {
  office.clock.set(new Date('2026-12-02T02:00:00Z'));
  const before = await accepted('10 days');
  expect(before.dueAt).toEqual(new Date('2026-12-14T10:00:00Z'));
  const rules = { dossierCodePattern: USUAL_DOSSIER_CODE_PATTERN, decision: 'QĐ ngày cuối' };
  await office.as(HOUSE, (context) => decideProvinceRules(context, { ...rules, lastDay: { then: 'stays', ground: 'QĐ ngày cuối' } }));
  await moveDates();
  expect((await office.reload(before)).dueAt).toEqual(before.dueAt);
  expect((await accepted('10 days')).dueAt).toEqual(new Date('2026-12-12T10:00:00Z'));
  await office.as(HOUSE, (context) => decideProvinceRules(context, { ...rules, lastDay: CIVIL_CODE_LAST_DAY }));
  expect((await accepted('10 days')).dueAt).toEqual(new Date('2026-12-14T10:00:00Z'));
});

test('a demonstration’s clock goes no further than the days on which dates can be counted', async () => {
  const clock = { now: () => office.clock.now(), offsetMs: 0, stepTo: () => undefined };
  const step = (to: string) => office.as(HOUSE, (context) => stepClock(context, { to: new Date(to), clock }));
  await expect(step('2099-01-01T00:00:00Z')).rejects.toThrow('date-impossible');
  expect(await step('2027-12-31T02:00:00Z')).toBeGreaterThan(0);
});

/** A dossier at the officer's desk, with a date that the citizen holds. */
async function accepted(limit: string): Promise<DossierRow> {
  const { dossier } = await fileDossier(office);
  await bringTo(office, dossier, 'check-submission');
  await office.as(HOUSE, async (context: Context) => {
    const subject = await lockCase(context, dossier.id);
    subject.dossier.timeLimit = { limit, wording: limit };
    const { dueAt } = await reckonDue(context, subject);
    await recordAct(context, subject.dossier, { act: 'promise', change: { timeLimit: { limit, wording: limit }, dueAt } });
  });
  return office.reload(dossier);
}

function announce({ onDate, kind }: { onDate: string; kind: 'off' | 'make-up' }): Promise<unknown> {
  const decision = `QĐ ${onDate}`;
  const day = { onDate, kind, name: 'Nghỉ bù', decision, source: null, agencyCode: null, movesDates: true };
  const published = { publishedFromOn: '2026-01-01', publishedThroughOn: '2027-12-31', isDemonstration: true };
  return office.as(HOUSE, (context) => publishCalendar(context, { ...published, decision, days: [day] }));
}

async function moveDates(): Promise<void> {
  const reportFault = (fault: unknown) => {
    throw fault;
  };
  while (await deliverOutbox({ perform: office.perform, clock: office.clock, topics: calendarTopics, reportFault }));
}

async function handOver({ id }: DossierRow) {
  return (await office.at((tx) => openTasksOf(tx, id))).find(({ act }) => act === 'confirm-forwarded');
}

async function notices({ id }: DossierRow) {
  return (await office.at((tx) => outboxOf(tx, id))).filter(({ topic, payload }) => topic === 'notice' && payload['kind'] === 'date-moved');
}
