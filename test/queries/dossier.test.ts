import { type DossierRow } from '../../server/store/models/dossier';
import { publishTemplate } from '../../server/store/published-versions';
import { insertResult } from '../../server/store/results';
import { execute, rows } from '../../server/store/rows';
import { type Transaction } from '../../server/store/transaction';
import { enterAgency } from '../support/on-record';
import { enterRichCase, lines } from '../support/rich-case';
import { enterCase } from '../support/readable-case';
import { MORNING, useOffice } from '../support/server';

const office = useOffice();
const inTransaction = <Answer>(work: (tx: Transaction) => Promise<Answer>) => office.sequelize.transaction(work);
const later = (hours: number) => new Date(MORNING.getTime() + hours * 3_600_000);
const officer = () => office.as('officer', { place: 'division' });

let dossier: DossierRow;
const at = (path = '') => `/api/dossiers/${dossier.id as string}${path}`;

beforeAll(async () => {
  dossier = await enterRichCase(office);
});

describe('may be read', () => {
  const readers = {
    'by the office that handles it': officer,
    'by the centre that took it in': () => office.as('clerk', { place: 'provincial-centre' }),
    'by inspection': () => office.as('inspector'),
    'by its owner, once proved': () => office.asCitizen('owner'),
    'by the account that filed it, proved or not': () => office.asCitizen('filer', 'unverified'),
  };
  test.each(Object.entries(readers))('%s', async (_who, client) => {
    for (const path of ['', '/timeline', '/due-date', '/letters']) expect((await client().get(at(path))).status).toBe(200);
  });

  const strangers = {
    'by a foreign office': () => office.as('officer', { place: 'other-commune' }),
    'by another department': () => office.as('division-head', { place: 'other-department' }),
    'by a citizen whom it does not concern': () => office.asCitizen('stranger'),
  };
  test.each(Object.entries(strangers))('not %s: to them it does not exist', async (_who, client) => {
    for (const path of ['', '/timeline', '/due-date', '/letters'])
      expect(await client().get(at(path))).toMatchObject({ status: 404, body: { code: 'not-found' } });
  });

  test('not by administrators, the post, or nobody', async () => {
    for (const duty of ['administrator', 'postman', 'post-counter-clerk'] as const)
      expect((await office.as(duty).get(at())).status).toBe(403);
    expect((await office.nobody().get(at())).status).toBe(401);
    expect((await office.as('inspector').get('/api/dossiers/3f0c2a4e-0000-4000-8000-000000000000')).status).toBe(404);
    expect((await office.as('inspector').get('/api/dossiers/1')).status).toBe(422);
  });
});

test('a number that somebody typed gives no right to read (R23)', async () => {
  const { citizenNumber } = await office.citizen('owner');
  const impostor = await office.people.enterCitizen({ state: 'unverified', citizenNumber });
  await inTransaction((tx) => execute(tx, 'update accounts set person_id = $1 where id = $2', [dossier.ownerPersonId, impostor.accountId]));
  const client = office.signIn(impostor);
  expect((await client.get('/api/my-dossiers')).body).toEqual({ items: [], next: null });
  for (const path of ['', '/timeline', '/due-date', '/letters']) expect((await client.get(at(path))).status).toBe(404);
});

const containing = (one: object) => expect.arrayContaining([expect.objectContaining(one)]) as unknown[];

test('the office reads it whole, with the acts that are open to the reader and no others', async () => {
  const { body } = await officer().get(at());
  expect(body).toMatchObject({
    view: 'house',
    dossier: { status: 5, acts: [{ act: 'examine' }] },
    timeLeft: { state: 'paused', tone: 'stop' },
    timeLimitWording: '05 ngày làm việc',
    components: [{ key: 'application', checkState: 'good', files: [] }],
    supplements: [{ state: 'issued' }, { state: 'proposed' }],
    extensions: [{ state: 'drafted' }],
    pauses: [{ kindName: { vi: 'chờ bổ sung hồ sơ' }, toAt: null }],
    tasks: containing({ act: 'examine', agencyCode: 'T.department', mayClaim: true, mayTransfer: false }),
    custody: [{ holder: 'division', holderName: 'Phòng Bổ trợ tư pháp' }],
    handOvers: [
      { fromAgency: 'Trung tâm Phục vụ hành chính công tỉnh', toAgency: 'Sở Tư pháp', papers: ['Đơn, 1 bản chính'], receivedAt: null },
    ],
    outsideActs: [],
  });
  const head = await office.as('division-head', { place: 'division' }).get(at());
  expect(head.body).toMatchObject({ dossier: { acts: [] }, tasks: containing({ act: 'examine', mayClaim: false, mayTransfer: true }) });
});

test('the applicant reads what has reached them, and nothing of how the office works inside', async () => {
  const { body } = await office.asCitizen('owner').get(at());
  expect(body).toMatchObject({
    view: 'own',
    owner: { kind: 'person', number: (await office.citizen('owner')).citizenNumber },
    officerName: (await office.staff('officer', { place: 'division' })).name,
    supplements: [{ state: 'issued', reason: 'thiếu trang 2' }],
    extensions: [],
    outsideActs: ['ask-withdrawal'],
  });
  for (const inner of ['tasks', 'proposals', 'custody', 'handOvers', 'registerNumber']) expect(body).not.toHaveProperty(inner);
  expect(JSON.stringify(body)).not.toContain('nháp');
});

test('an electronic result that went by post stands on the owner’s page as it does in the list of results, as soon as it has ended', async () => {
  const { staffId: draftedBy } = await office.staff('officer', { place: 'division' });
  const given = { ownerPersonId: dossier.ownerPersonId, returnWay: 'post' } as const;
  const [ended, open] = await inTransaction(async (tx) => {
    const content = { key: 'x', title: 'Kết quả' };
    const template = await publishTemplate(tx, { key: 'x', content, sha256: 'x', publishedAt: MORNING, publishedBy: 'test' });
    const cases = [
      await enterCase(tx, office, { ...given, status: 10, finishedAt: later(30) }),
      await enterCase(tx, office, { ...given, status: 9, finishedAt: null }),
    ] as const;
    for (const { id } of cases)
      await insertResult(tx, {
        dossierId: id,
        outcome: 'grant',
        kind: 'electronic',
        templateVersionId: template.id,
        facts: {},
        state: 'sealed',
        draftedBy,
        draftedAt: MORNING,
      });
    return cases;
  });
  const shown = async ({ id }: DossierRow) => {
    const [page, list] = [
      await office.asCitizen('owner').get(`/api/dossiers/${id as string}`),
      await office.asCitizen('owner').get(`/api/dossiers/${id as string}/results`),
    ];
    return [page, list].map(({ body }) => (body as { results: { state: string }[] }).results.map(({ state }) => state));
  };
  expect(await shown(ended)).toEqual([['sealed'], ['sealed']]);
  expect(await shown(open)).toEqual([[], []]);
  await inTransaction((tx) => execute(tx, 'delete from results where dossier_id = any($1)', [[ended.id, open.id]]));
  await inTransaction((tx) => execute(tx, 'delete from dossiers where id = any($1)', [[ended.id, open.id]]));
});

test('shows the answers as a person reads them, communes by their name, in both languages', async () => {
  const { body } = await office.asCitizen('owner').get(at());
  const values = (pages: { items: { path: string; label: string; value: string }[] }[]) =>
    new Map(pages.flatMap(({ items }) => items).map(({ path, label, value }) => [path, [label, value]]));
  const [vi, en] = [values(body.answers.vi), values(body.answers.en)];
  expect(vi.get('bornOn')?.[1]).toBe('14/02/1985');
  expect(vi.get('sex')?.[1]).toBe('Nam');
  expect(en.get('sex')?.[1]).toBe('Male');
  expect(vi.get('address')?.[1]).toBe('Số 5 đường Lý Tự Trọng, 18073');
  await inTransaction((tx) => enterAgency(tx, { kind: 'commune', name: 'Ủy ban nhân dân phường Thành Sen', adminCode: '18073' }));
  const named = values((await office.asCitizen('owner').get(at())).body.answers.vi);
  expect(named.get('address')?.[1]).toBe('Số 5 đường Lý Tự Trọng, phường Thành Sen');
});

test('my dossiers are what my account has filed and what I own, each once, newest first', async () => {
  const owner = await office.citizen('owner');
  const mine = { ownerPersonId: owner.personId, ownerName: owner.name };
  const second = await inTransaction((tx) =>
    enterCase(tx, office, { ...mine, submitterAccountId: owner.accountId, submittedAt: later(1) }),
  );
  const third = await inTransaction((tx) => enterCase(tx, office, { submitterAccountId: owner.accountId, submittedAt: later(-1) }));
  const list = async (query = '') =>
    (await office.asCitizen('owner').get(`/api/my-dossiers${query}`)).body as { items: { id: string }[]; next: string | null };
  expect((await list()).items.map(({ id }) => id)).toEqual([second.id, dossier.id, third.id]);
  const first = await list('?size=2');
  expect(first.items.map(({ id }) => id)).toEqual([second.id, dossier.id]);
  expect(await list(`?size=2&after=${first.next}`)).toMatchObject({ items: [{ id: third.id }], next: null });
  expect((await office.asCitizen('filer', 'unverified').get('/api/my-dossiers')).body).toMatchObject({
    items: [{ id: dossier.id, acts: [] }],
  });
  expect((await officer().get('/api/my-dossiers')).status).toBe(403);
});

test('the timeline tells the applicant what concerns them, and the office everything', async () => {
  const sentences = async (client: ReturnType<typeof officer>) =>
    ((await client.get(at('/timeline'))).body as { entries: { vi: string }[] }).entries.map(({ vi }) => vi);
  const told = ['Nộp hồ sơ trực tuyến', 'Hồ sơ được tiếp nhận', 'Yêu cầu bổ sung, thời hạn tạm dừng: thiếu trang 2'];
  expect(await sentences(office.asCitizen('owner'))).toEqual(told);
  expect(await sentences(officer())).toEqual([told[0], told[1], 'Nhận việc', 'Đề nghị bổ sung hồ sơ: nháp', told[2]]);
  const { body } = await office.asCitizen('owner').get(at('/timeline'));
  expect(body.entries[1]).toMatchObject({
    status: 2,
    statusName: { vi: 'Được tiếp nhận' },
    by: { agencyName: 'Trung tâm Phục vụ hành chính công tỉnh' },
  });
});

test('the journal is the office’s, and says where its chain is broken', async () => {
  expect((await office.asCitizen('owner').get(at('/journal'))).status).toBe(403);
  expect((await office.as('officer', { place: 'commune' }).get(at('/journal'))).status).toBe(404);
  const { body } = await officer().get(at('/journal'));
  expect(body).toMatchObject({ brokenAt: null, entries: lines.map(({ act }, index) => ({ act, number: index + 1 })) });
});

test('the position names what is done and what waits, and the drawing is the one it runs on', async () => {
  const { body } = await officer().get(at('/position'));
  expect(body).toMatchObject({
    diagramVersionId: dossier.diagramVersionId,
    diagramKey: 'standard',
    state: 'running',
    done: ['Start', 'Task_Check'],
    now: expect.arrayContaining([
      { elementId: 'Task_Examine', kind: 'user' },
      { elementId: 'Withdraw', kind: 'message' },
    ]),
  });
  const diagram = await officer().get(at('/diagram'));
  expect(diagram.body).toMatchObject({
    diagramVersionId: dossier.diagramVersionId,
    key: 'standard',
    xml: expect.stringContaining('<bpmn'),
  });
  for (const path of ['/position', '/diagram']) {
    expect((await office.asCitizen('owner').get(at(path))).status).toBe(403);
    expect((await office.as('officer', { place: 'commune' }).get(at(path))).status).toBe(404);
  }
});

test('every look of the office at a dossier is in the access log, which inspection reads', async () => {
  const { staffId, name } = await office.staff('officer', { place: 'division' });
  await inTransaction((tx) => execute(tx, 'select 1', []));
  const before = await inTransaction((tx) => rows<{ id: number }>(tx, 'select max(id) as id from access_log'));
  for (const path of ['', '/timeline', '/journal', '/due-date', '/position']) await officer().get(at(path));
  await office.asCitizen('owner').get(at());
  const inspector = office.as('inspector');
  const { body } = await inspector.get(`/api/access-log?dossierId=${dossier.id as string}&size=5`);
  expect(body.items.map(({ endpoint }: { endpoint: string }) => endpoint)).toEqual([
    'readPosition',
    'explainDueDate',
    'readJournal',
    'readTimeline',
    'readDossier',
  ]);
  expect(body.items[0]).toMatchObject({ staffName: name, agencyName: 'Phòng Bổ trợ tư pháp', dossierCode: dossier.code });
  const next = await inspector.get(`/api/access-log?staffId=${staffId}&size=2`);
  const following = await inspector.get(`/api/access-log?staffId=${staffId}&size=3&after=${next.body.next as string}`);
  expect(following.body.items.map(({ endpoint }: { endpoint: string }) => endpoint)).toEqual([
    'readJournal',
    'readTimeline',
    'readDossier',
  ]);
  expect(before[0]!.id).toBeGreaterThan(0);
  for (const client of [officer(), office.asCitizen('owner'), office.as('administrator')])
    expect((await client.get('/api/access-log')).status).toBe(403);
});
