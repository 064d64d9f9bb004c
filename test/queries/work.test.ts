import { type StaffDuty } from '../../server/domain/duties';
import { rows } from '../../server/store/rows';
import { type Transaction } from '../../server/store/transaction';
import { type TaskRow } from '../../server/store/models/task';
import { closeWaits } from '../support/on-record';
import { enterCase, enterShippedProcedure, enterWaits, publishPlainCalendar } from '../support/readable-case';
import { type PlaceName } from '../support/people';
import { MORNING, useOffice } from '../support/server';

const office = useOffice();
const inTransaction = <Answer>(work: (tx: Transaction) => Promise<Answer>) => office.sequelize.transaction(work);
const after = (hours: number) => new Date(MORNING.getTime() + hours * 3_600_000);

type Item = { taskId: string; step: string; isMine: boolean; timeLeft: { vi: string; tone: string } };
type Wait = Partial<TaskRow>;

beforeAll(() => inTransaction(publishPlainCalendar));

const waiting = (...waits: Wait[]) => inTransaction(async (tx) => enterWaits(tx, await enterCase(tx, office), ...waits));
const at = (duties: StaffDuty | StaffDuty[], place: PlaceName, who = '') => office.as(duties, { place, who });
const steps = async (client: ReturnType<typeof at>, query = '') => {
  const { status, body } = await client.get(`/api/work${query}`);
  expect(status).toBe(200);
  return (body as { items: Item[] }).items.map(({ step }) => step);
};

describe('an office of its own', () => {
  const place = 'other-department';
  const here = () => ({ agencyId: office.places[place].id as number });
  let mine: string;

  beforeAll(async () => {
    const [me, colleague] = [await office.staff('officer', { place }), await office.staff('officer', { place, who: 'b' })];
    mine = me.staffId;
    await waiting(
      { ...here(), name: 'của tôi', assigneeId: me.staffId, dueAt: after(3) },
      { ...here(), name: 'của đồng nghiệp', assigneeId: colleague.staffId, dueAt: after(1) },
      { ...here(), name: 'chưa ai nhận', dueAt: after(-30), act: 'draft-result' },
      { ...here(), name: 'việc của lãnh đạo', duty: 'leader', act: 'sign-result' },
      { ...here(), name: 'nơi khác', agencyId: office.places.commune.id },
      { ...here(), name: 'hẹn giờ', kind: 'timer' },
    );
  });

  test('shows an officer what they hold and what nobody does, what is due first on top', async () => {
    const officer = at('officer', place);
    expect(await steps(officer)).toEqual(['chưa ai nhận', 'của tôi']);
    expect(await steps(officer, '?view=all')).toEqual(['chưa ai nhận', 'của tôi']);
    expect(await steps(officer, '?view=mine')).toEqual(['của tôi']);
    expect(await steps(officer, '?view=nobody')).toEqual(['chưa ai nhận']);
  });

  test('shows the head who spreads the work what everybody holds', async () => {
    const head = at('division-head', place);
    expect(await steps(head)).toEqual([]);
    expect(await steps(head, '?view=all')).toEqual(['chưa ai nhận', 'của đồng nghiệp', 'của tôi', 'việc của lãnh đạo']);
    expect(await steps(head, '?view=all&duty=leader')).toEqual(['việc của lãnh đạo']);
  });

  test('shows a foreign office nothing of it, whatever is asked for', async () => {
    for (const query of ['', '?view=all', '?view=all&duty=officer', '?act=examine']) {
      expect(await steps(at('officer', 'other-commune'), query)).toEqual([]);
      expect(await steps(at('division-head', 'other-commune'), query)).toEqual([]);
    }
  });

  test('narrows by duty, act, procedure and what is overdue', async () => {
    const officer = at('officer', place);
    expect(await steps(officer, '?act=draft-result')).toEqual(['chưa ai nhận']);
    expect(await steps(officer, '?isOverdue=true')).toEqual(['chưa ai nhận']);
    expect(await steps(officer, '?duty=leader')).toEqual([]);
    expect(await steps(officer, '?procedureCode=1.002153')).toHaveLength(2);
    expect(await steps(officer, '?procedureCode=2.000635')).toEqual([]);
  });

  test('tells the time that is left in words and colour, for the step and for its dossier', async () => {
    const { body } = await at('officer', place).get('/api/work');
    expect(body.items).toMatchObject([
      { timeLeft: { tone: 'late', vi: 'quá hạn 1 ngày', en: '1 day overdue' }, isMine: false, assigneeName: null },
      { timeLeft: { tone: 'now', vi: 'đến hạn hôm nay, 12 giờ 00 phút' }, isMine: true, dossierTimeLeft: { vi: 'còn 5 ngày làm việc' } },
    ]);
    expect(Object.keys(body.items[0] as object)).not.toContain('ownerNumber');
  });

  test('counts what waits by duty and act', async () => {
    const { body } = await at('officer', place).get('/api/work/counts');
    expect(body.counts).toEqual([
      { duty: 'officer', act: 'draft-result', open: 1, mine: 0, unheld: 1, overdue: 1 },
      { duty: 'officer', act: 'examine', open: 1, mine: 1, unheld: 0, overdue: 0 },
    ]);
  });

  test('leaves a line in the access log, with how many were shown', async () => {
    await at('officer', place).get('/api/work?view=mine');
    const lines = await inTransaction((tx) =>
      rows<{ found: number }>(tx, `select found from access_log where staff_id = $1 and endpoint = 'listWork' order by id desc limit 1`, [
        mine,
      ]),
    );
    expect(lines).toEqual([{ found: 1 }]);
  });
});

test('a clerk who holds two duties sees the work of both, and a division that of the body above it', async () => {
  const [department, division] = [office.places.department.id as number, office.places.division.id as number];
  await waiting(
    { name: 'phòng', agencyId: division, dueAt: after(1) },
    { name: 'sở', agencyId: department, dueAt: after(2) },
    { name: 'sổ', agencyId: department, duty: 'book-keeper', act: 'enter-book', dueAt: after(3) },
  );
  expect(await steps(at(['officer', 'book-keeper'], 'division'))).toEqual(['phòng', 'sở', 'sổ']);
  expect(await steps(at('officer', 'department'))).toEqual(['sở']);
});

test('a list that is gone through page by page skips and repeats nothing while its rows close', async () => {
  const agencyId = office.places['other-commune'].id as number;
  const due = [1, 1, 1, 2, 3, 3, null, null, null];
  const tasks = await waiting(...due.map((hours, index) => ({ agencyId, name: `${index}`, dueAt: hours === null ? null : after(hours) })));
  const officer = at('officer', 'other-commune', 'paging');
  const seen: string[] = [];
  let next: string | null = null;
  do {
    const { body } = await officer.get(`/api/work?size=2${next ? `&after=${next}` : ''}`);
    seen.push(...(body.items as Item[]).map(({ taskId }) => taskId));
    next = body.next as string | null;
    const shown = tasks.find(({ id }) => id === seen.at(-2))!;
    await inTransaction((tx) => closeWaits(tx, shown.dossierId, [shown.executionId]));
  } while (next);
  expect(seen).toHaveLength(tasks.length);
  expect(new Set(seen)).toEqual(new Set(tasks.map(({ id }) => id)));
});

describe('where a page begins', () => {
  const cursor = (...parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString('base64url');
  const id = '3f0c2a4e-0000-4000-8000-000000000000';
  test.each([
    ['is no cursor at all', 'abc'],
    ['is of another list', cursor('dossiers', '2026-11-25T02:00:00.000Z', id)],
    ['names no instant', cursor('work', 'soon', id)],
    ['names an instant that no list holds', cursor('work', '0000-01-01T00:00:00.000Z', id)],
    ['names no row', cursor('work', null, "' or 1=1")],
    ['says more than a place', cursor('work', null, id, 'x')],
  ])('is refused when it %s', async (_what, place) => {
    const { status, body } = await at('officer', 'commune').get(`/api/work?after=${place}`);
    expect([status, body.code, body.faults]).toEqual([
      422,
      'invalid-input',
      [{ path: 'query.after', message: expect.any(String), messageEn: expect.any(String) }],
    ]);
  });
});

test('is not for citizens, inspectors, administrators or the post', async () => {
  expect((await office.nobody().get('/api/work')).status).toBe(401);
  expect((await office.asCitizen().get('/api/work')).status).toBe(403);
  for (const duty of ['inspector', 'administrator', 'postman'] as const) expect((await office.as(duty).get('/api/work')).status).toBe(403);
  expect((await office.as('clerk').get('/api/work?view=everything')).status).toBe(422);
  expect((await office.as('clerk').get('/api/work?size=1000')).status).toBe(422);
});

test('a procedure that nobody waits for is simply an empty list', async () => {
  await inTransaction((tx) => enterShippedProcedure(tx, '2.000635'));
  expect(await steps(office.as('clerk'), '?procedureCode=2.000635')).toEqual([]);
});

test('whoever handles a dossier sees to whom its work can be given: here, with that duty, and nobody elsewhere', async () => {
  const { id } = await inTransaction((tx) => enterCase(tx, office));
  const [here, elsewhere] = [
    await office.staff('officer', { place: 'division', who: 'colleague' }),
    await office.staff('officer', { place: 'other-commune', who: 'colleague' }),
  ];
  const path = `/api/dossiers/${id}/colleagues`;
  const { items } = (await at('division-head', 'division').get(`${path}?duty=officer`)).body as { items: { staffId: string }[] };
  const ids = items.map(({ staffId }) => staffId);
  expect(ids).toContain(here.staffId);
  expect(ids).not.toContain(elsewhere.staffId);
  expect((await at('division-head', 'division').get(`${path}?duty=sweeper`)).status).toBe(422);
  expect((await at('division-head', 'other-commune').get(`${path}?duty=officer`)).status).toBe(404);
  expect((await office.asCitizen().get(`${path}?duty=officer`)).status).toBe(403);
});
