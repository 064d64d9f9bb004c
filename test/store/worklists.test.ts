import { type Transaction } from 'sequelize';
import { execute, rows } from '../../server/store/rows';
import { assignTask, dueTimers, insertTasks, moveTaskDue, openTasksOf } from '../../server/store/tasks';
import {
  agencyPageStatement,
  countWorklist,
  ownPageStatement,
  ownWorklistPage,
  worklistPage,
  type WorklistItem,
} from '../../server/store/worklists';
import { lockDossier } from '../../server/store/dossiers';
import { useDatabase } from '../support/database';
import { closeWaits, enterAgency, enterDossier, enterProcedure, enterStaffMember, NOON } from '../support/on-record';

const database = useDatabase();
const transaction = <Answer>(work: (tx: Transaction) => Promise<Answer>) => database.sequelize.transaction(work);
const hours = (count: number) => new Date(NOON.getTime() + 3_600_000 * count);

type Wait = Partial<Parameters<typeof insertTasks>[1][number]>;

/** A dossier at an agency of its own, with these waits open. */
async function waiting(...waits: Wait[]) {
  return transaction(async (tx) => {
    const agency = await enterAgency(tx);
    const procedure = await enterProcedure(tx);
    const dossier = await enterDossier(tx, { agency, procedure });
    const tasks = await insertTasks(
      tx,
      waits.map((wait, index) => ({
        dossierId: dossier.id,
        elementId: `Task_${index}`,
        executionId: `Task_${index}_x`,
        kind: 'user' as const,
        act: 'accept',
        duty: 'clerk' as const,
        agencyId: agency.id,
        openedAt: NOON,
        ...wait,
      })),
    );
    return { agency, procedure, dossier, tasks };
  });
}

const elements = (items: WorklistItem[]) => items.map(({ elementId }) => elementId);
const plain = { filter: {}, after: null, limit: 50 };

test('shows what waits at an agency for a set of duties: due first, undated last; not what is closed or waits for nobody', async () => {
  const { agency, dossier } = await waiting(
    { dueAt: hours(3) },
    {},
    { dueAt: hours(1), duty: 'officer' },
    { dueAt: hours(2), duty: 'leader' },
    { dueAt: hours(0), kind: 'timer' },
    { dueAt: hours(0) },
  );
  await transaction((tx) => closeWaits(tx, dossier.id, ['Task_5_x']));
  const items = await transaction((tx) => worklistPage(tx, { ...plain, agencyIds: [agency.id], duties: ['clerk', 'officer'] }));
  expect(elements(items)).toEqual(['Task_2', 'Task_0', 'Task_1']);
  expect(items[0]).toMatchObject({
    dossierId: dossier.id,
    ownerName: 'Đặng Thị Hoà',
    status: 1,
    procedureName: 'Thủ tục thử',
    assigneeName: null,
  });
});

test('goes through a list page by page without skipping or repeating, through equal dates and those without one', async () => {
  const due = [1, 1, 1, 2, 2, 3, null, null, null, 1, 3].map((at) => ({ dueAt: at === null ? null : hours(at) }));
  const { agency, tasks } = await waiting(
    ...due.map((one, index) => ({ ...one, duty: index % 2 ? ('clerk' as const) : ('officer' as const) })),
  );
  const seen: WorklistItem[] = [];
  for (let page = 0; page < 6; page++) {
    const after = seen.at(-1) ?? null;
    seen.push(
      ...(await transaction((tx) =>
        worklistPage(tx, { filter: {}, after, limit: 2, agencyIds: [agency.id], duties: ['clerk', 'officer'] }),
      )),
    );
  }
  expect(seen).toHaveLength(tasks.length);
  expect(new Set(seen.map(({ id }) => id)).size).toBe(tasks.length);
  expect(seen.map(({ dueAt }) => dueAt?.getTime() ?? Infinity)).toEqual(
    due.map(({ dueAt }) => dueAt?.getTime() ?? Infinity).sort((one, other) => (one === other ? 0 : one - other)),
  );
});

test('narrows a list by act, procedure, status, date and holder', async () => {
  const { agency, procedure, tasks } = await waiting({ act: 'accept', dueAt: hours(1) }, { act: 'examine', dueAt: hours(5) });
  const staff = await transaction((tx) => enterStaffMember(tx, { agencyId: agency.id, duties: ['clerk'] }));
  await transaction((tx) => assignTask(tx, { id: tasks[0]!.id, fromId: null, toId: staff.id, at: NOON }));
  const listed = async (filter: Parameters<typeof worklistPage>[1]['filter']) =>
    elements(await transaction((tx) => worklistPage(tx, { ...plain, filter, agencyIds: [agency.id], duties: ['clerk'] })));
  expect(await listed({ act: 'examine' })).toEqual(['Task_1']);
  expect(await listed({ procedureCode: procedure.procedureCode, status: 1 })).toEqual(['Task_0', 'Task_1']);
  expect(await listed({ status: 2 })).toEqual([]);
  expect(await listed({ dueBefore: hours(2) })).toEqual(['Task_0']);
  expect(await listed({ held: 'by-nobody' })).toEqual(['Task_1']);
  expect(await listed({ held: 'by-somebody' })).toEqual(['Task_0']);
  const own = await transaction((tx) => ownWorklistPage(tx, { ...plain, agencyIds: [agency.id], duties: ['clerk'], assigneeId: staff.id }));
  expect(own).toMatchObject([{ elementId: 'Task_0', assigneeName: 'Cán bộ' }]);
  expect(
    await transaction((tx) => countWorklist(tx, { agencyIds: [agency.id], duties: ['clerk'], openTo: staff.id, at: hours(2) })),
  ).toEqual([
    { duty: 'clerk', act: 'accept', open: 1, mine: 1, unheld: 0, overdue: 1 },
    { duty: 'clerk', act: 'examine', open: 1, mine: 0, unheld: 1, overdue: 0 },
  ]);
});

test('gives a task to one of the many who claim it at once, and back to the pool when he leaves', async () => {
  const { agency, tasks, dossier } = await waiting({});
  const [task] = tasks;
  const staff = await transaction(async (tx) => {
    const all = [];
    for (let one = 0; one < 8; one++) all.push(await enterStaffMember(tx, { agencyId: agency.id, duties: ['clerk'] }));
    return all;
  });
  const claims = await Promise.all(
    staff.map(({ id }) => transaction((tx) => assignTask(tx, { id: task!.id, fromId: null, toId: id, at: NOON }))),
  );
  expect(claims.filter(Boolean)).toHaveLength(1);
  const holder = staff[claims.indexOf(true)]!;
  const toPool = { id: task!.id, fromId: holder.id, toId: null, at: NOON };
  expect(await transaction((tx) => assignTask(tx, toPool))).toBe(true);
  expect(await transaction((tx) => openTasksOf(tx, dossier.id))).toMatchObject([{ assigneeId: null }]);
});

test('rings the timers that are due, but leaves a dossier that an act holds for the next round', async () => {
  const { dossier, tasks } = await waiting({ kind: 'timer', dueAt: hours(1) }, { kind: 'timer', dueAt: hours(9) }, { dueAt: hours(1) });
  const rung = async (at: Date) => (await transaction((tx) => dueTimers(tx, at, 100))).filter(({ dossierId }) => dossierId === dossier.id);
  expect((await rung(hours(1))).map(({ elementId }) => elementId)).toEqual(['Task_0']);
  expect(await rung(new Date(hours(1).getTime() - 1))).toEqual([]);
  const act = await database.sequelize.transaction();
  await lockDossier(act, dossier.id);
  expect(await rung(hours(1))).toEqual([]);
  await moveTaskDue(act, tasks[0]!.id, hours(2));
  await act.commit();
  expect(await rung(hours(1))).toEqual([]);
  expect(await rung(hours(2))).toHaveLength(1);
});

test('reads a page along the index of open tasks alone, in its order', async () => {
  const { agency, dossier } = await waiting({});
  const staff = await transaction((tx) => enterStaffMember(tx, { agencyId: agency.id, duties: ['clerk'] }));
  await transaction((tx) =>
    execute(
      tx,
      `insert into tasks (dossier_id, element_id, execution_id, kind, act, duty, agency_id, assignee_id, due_at, opened_at, closed_at)
       select $1::uuid, 'e', 'n' || n, 'user', 'accept', 'clerk', $2::integer, case when n % 3 = 0 then $4::uuid end,
         $3::timestamptz + n * interval '1 minute', $3, case when n % 4 > 0 then $3::timestamptz end
       from generate_series(1, 20000) n`,
      [dossier.id, agency.id, NOON, staff.id],
    ),
  );
  await database.sequelize.query('analyze tasks');
  const planOf = async ({ text, values }: { text: string; values: unknown[] }) =>
    (await transaction((tx) => rows<{ 'QUERY PLAN': string }>(tx, `explain ${text}`, values))).map((line) => line['QUERY PLAN']).join('\n');
  const after = { dueAt: hours(4), id: dossier.id };
  for (const place of [null, after]) {
    const page = { filter: {}, after: place, limit: 20 };
    const ofAgency = await planOf(agencyPageStatement({ ...page, agencyIds: [agency.id], duties: ['clerk', 'officer'] }));
    expect(ofAgency).toContain('Index Scan using tasks_open_worklist');
    expect(ofAgency).not.toMatch(/Seq Scan on tasks|Bitmap/);
    const own = await planOf(ownPageStatement({ ...page, agencyIds: [agency.id], duties: ['clerk'], assigneeId: staff.id }));
    expect(own).toContain('Index Scan using tasks_open_mine');
    expect(own).not.toMatch(/Seq Scan on tasks|Bitmap/);
  }
});
