import { searchStatement, type Sought } from '../../server/store/dossier-search';
import { trackingStatement } from '../../server/store/dossier-lists';
import { execute, rows } from '../../server/store/rows';
import { type Transaction } from '../../server/store/transaction';
import { agencyPageStatement, ownPageStatement } from '../../server/store/worklists';
import { useDatabase } from '../support/database';
import { enterAgency, enterDossier, enterProcedure, enterStaffMember, NOON } from '../support/on-record';

const database = useDatabase();
const inTransaction = <Answer>(work: (tx: Transaction) => Promise<Answer>) => database.sequelize.transaction(work);
const DOSSIERS = 20_000;
const AGENCIES = 50;

let agencyIds: number[];
let officer: string;

/** Large enough that the planner has a choice: a province's dossiers, a tenth of them waiting for somebody. */
beforeAll(async () => {
  await inTransaction(async (tx) => {
    const agencies = [];
    for (let one = 0; one < AGENCIES; one++) agencies.push(await enterAgency(tx));
    agencyIds = agencies.map(({ id }) => id as number);
    const procedure = await enterProcedure(tx);
    officer = (await enterStaffMember(tx, { agencyId: agencyIds[0]!, duties: ['officer'] })).id;
    const { ownerPersonId } = await enterDossier(tx, { agency: agencies[0]!, procedure });
    await execute(
      tx,
      `insert into dossiers (code, outside_source, outside_code, procedure_code, procedure_version_id, diagram_version_id, case_key, channel,
         centre_id, agency_id, owner_person_id, owner_name, owner_number, owner_phone, submitter_name, answers, return_way, is_same_day,
         created_at, submitted_at, status)
       select 'H27.' || n % 50 || '-261125-' || lpad(n::text, 5, '0'), case when n % 20 = 0 then 'portal' end, case when n % 20 = 0 then 'X' || n end,
         $1, $2::uuid, $3::uuid, 'standard', 'online', $4::integer + n % 50, $4::integer + n % 50, $5::uuid,
         (array['Nguyễn','Trần','Lê','Phan','Đặng'])[1 + n % 5] || ' ' || (array['Thị','Văn','Đức'])[1 + n % 3] || ' ' || (array['Hoà','Anh','Bình','Sen','Khoa','Lan','Minh'])[1 + n % 7] || ' ' || n % 400,
         lpad(n::text, 12, '0'), '09' || lpad(n::text, 8, '0'), 'x', '{}', 'online', false, $6, $6::timestamptz + n * interval '1 minute', 4
       from generate_series(1, ${DOSSIERS}) n`,
      [procedure.procedureCode, procedure.id, procedure.diagramVersionId, Math.min(...agencyIds), ownerPersonId, NOON],
    );
    await execute(
      tx,
      `insert into tasks (dossier_id, element_id, execution_id, kind, act, duty, agency_id, assignee_id, due_at, opened_at, closed_at)
       select d.id, 'e', 'x' || step, 'user', 'examine', case step when 3 then 'officer' else 'clerk' end, d.agency_id,
         case when step = 3 and random() < 0.05 then $1::uuid end, d.submitted_at + interval '3 days', d.submitted_at,
         case when step < 3 or random() > 0.1 then d.submitted_at end
       from dossiers d, generate_series(1, 3) step`,
      [officer],
    );
  });
  await database.owner.query('vacuum analyze dossiers');
  await database.owner.query('vacuum analyze tasks');
}, 60_000);

/** As planned for these very values, and as planned for any, which is what a prepared statement may come to. */
const WAYS = ['explain', 'explain (generic_plan)'] as const;
type Way = (typeof WAYS)[number];

const planOf = async ({ text, values }: { text: string; values: unknown[] }, way: Way) =>
  (await inTransaction((tx) => rows<{ 'QUERY PLAN': string }>(tx, `${way} ${text}`, way === 'explain' ? values : [])))
    .map((line) => line['QUERY PLAN'])
    .join('\n');
const page = () => ({ agencyIds: [agencyIds[0]!, agencyIds[7]!], duties: ['officer', 'clerk'] as const, filter: {}, limit: 51 });
const place = { dueAt: NOON, id: '3f0c2a4e-0000-4000-8000-000000000000' };

describe.each(WAYS)('%s: a worklist reads its index of open tasks in order', (way) => {
  test.each([
    ['the first page', null, {}],
    ['a page further on', place, {}],
    ['a page of what has no date', { ...place, dueAt: null }, {}],
    ['what nobody else holds', null, { openTo: place.id }],
    ['one procedure', null, { procedureCode: 'x' }],
  ])('%s', async (_what, after, filter) => {
    const plan = await planOf(agencyPageStatement({ ...page(), after, filter }), way);
    expect(plan).toContain('tasks_open_worklist');
    expect(plan).not.toMatch(/Seq Scan on (tasks|dossiers)/);
  });

  test('what somebody holds, along their own', async () => {
    const plan = await planOf(ownPageStatement({ ...page(), after: null, assigneeId: officer }), way);
    expect(plan).toContain('Index Scan using tasks_open_mine');
    expect(plan).not.toMatch(/Seq Scan on (tasks|dossiers)/);
  });
});

describe.each(WAYS)('%s: a search', (way) => {
  const plan = (sought: Sought, agencies: number[] | null = null) =>
    planOf(searchStatement({ sought, agencyIds: agencies, after: null, limit: 51 }), way);

  test.each([['Đặng Thị Hoà 17'], ['dang thi hoa 17'], ['17 khoa le']])('by the name %s reads the index of folded names', async (name) => {
    for (const agencies of [null, page().agencyIds]) {
      const found = await plan({ by: 'owner-name', name }, agencies);
      expect(found).toContain('Bitmap Index Scan on dossiers_by_owner_name');
      expect(found).not.toContain('Seq Scan on dossiers');
    }
  });

  test('by code reads the one entry of the unique index, a foreign code its own', async () => {
    const found = await plan({ by: 'code', code: 'H27.1-261125-00001' });
    expect(found).toMatch(/Index Scan on dossiers_code_key/);
    expect(found).toMatch(/Index Scan on dossiers_by_outside_code/);
    expect(found).not.toContain('Seq Scan on dossiers');
  });

  test('by number or telephone reads theirs', async () => {
    expect(await plan({ by: 'owner-number', number: '000000000001' })).toContain('dossiers_by_owner_number');
    expect(await plan({ by: 'owner-phone', phone: '0900000001' })).toContain('dossiers_by_owner_phone');
  });
});

test.each(WAYS)('%s: tracking reads one entry of the unique index', async (way) => {
  const plan = await planOf(trackingStatement('H27.1-261125-00001'), way);
  expect(plan).toContain('Index Scan using dossiers_code_key on dossiers');
  expect(plan).not.toContain('Seq Scan on dossiers');
});
