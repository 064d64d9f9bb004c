import { readFileSync } from 'node:fs';
import { seedPublications } from '../../../server/seed/publications';
import { readShipped } from '../../../server/seed/shipped';
import { findVersionInForce } from '../../../server/store/procedures';
import { useOffice } from '../../support/server';

jest.setTimeout(120_000);

const office = useOffice();
const administrator = () => office.as('administrator');
const json = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
const xmlOf = (name: string) => readFileSync(`workflows/diagrams/${name}/process.bpmn`, 'utf8');
const procedure = () => json('workflows/procedures/2.000635/procedure.json');

beforeAll(async () => {
  const shipped = await readShipped({ templates: 'templates', workflows: 'workflows' });
  const communes = shipped.procedures.filter(({ code }) => code === '2.000635');
  await office.perform({ actor: { kind: 'system', name: 'seed' }, endpoint: 'seed' }, (context) =>
    seedPublications(context, { ...shipped, procedures: communes }),
  );
});

test('the same content once more publishes nothing new, whatever the order of its keys', async () => {
  const form = json('workflows/forms/examination.json');
  const turned = Object.fromEntries(Object.entries(form).reverse());
  expect(await administrator().post('/api/form-versions', { content: turned })).toMatchObject({
    status: 200,
    body: { key: 'examination', version: 1, isNew: false },
  });
  const template = json('templates/form-01/template.json');
  expect((await administrator().post('/api/template-versions', { content: template })).body).toMatchObject({ version: 1, isNew: false });
  expect((await administrator().post('/api/procedure-versions', { content: procedure() })).body).toMatchObject({
    version: 1,
    isNew: false,
  });
});

test('a changed form becomes the next version, and a procedure takes it up with its own next version', async () => {
  const form = json('workflows/procedures/2.000635/form.json');
  form['title'] = { vi: 'Đề nghị cấp bản sao trích lục', en: 'Request for a copy' };
  expect((await administrator().post('/api/form-versions', { content: form })).body).toMatchObject({ version: 2, isNew: true });
  expect((await administrator().post('/api/procedure-versions', { content: procedure() })).body).toMatchObject({ version: 2, isNew: true });
});

test('a form that its engine cannot work with is refused with each fault in its place', async () => {
  const form = json('workflows/forms/examination.json');
  form['pages'] = [{ id: 'findings', title: { vi: 'Kết quả' }, fields: [{ id: 'x', type: 'riddle', label: { vi: 'a', en: 'a' } }] }];
  const { status, body } = await administrator().post('/api/form-versions', { content: form });
  expect(status).toBe(422);
  expect((body as { faults: { path: string }[] }).faults.map(({ path }) => path)).toEqual(
    expect.arrayContaining([expect.stringContaining('pages.0.title'), expect.stringContaining('pages.0.fields.0')]),
  );
});

test('a template is refused for what cannot be set, and for a fact that its papers never have', async () => {
  const template = json('templates/form-01/template.json');
  const misshapen = await administrator().post('/api/template-versions', { content: { ...template, page: { size: 'A3' } } });
  expect(misshapen).toMatchObject({ status: 422, body: { code: 'invalid-input' } });
  const strange = { ...template, blocks: [{ kind: 'p', text: '{{favouriteColour}}' }] };
  expect((await administrator().post('/api/template-versions', { content: strange })).body).toMatchObject({
    code: 'invalid-input',
    faults: [{ path: 'body.content', message: expect.stringContaining('favouriteColour') as string }],
  });
});

test('a bad diagram is refused with the id and name of each element at fault, and the reason in both languages', async () => {
  const xml = xmlOf('same-day')
    .replace(/mc:duty="officer"/, 'mc:duty="wizard"')
    .replace(/mc:template="form-03"/, 'mc:template="form-99"');
  const { status, body } = await administrator().post('/api/diagram-versions', { key: 'same-day', name: 'Trong ngày', xml });
  expect(status).toBe(422);
  const { code, facts } = body as { code: string; facts: { diagramFaults: Record<string, string>[] } };
  expect(code).toBe('diagram-invalid');
  expect(facts.diagramFaults.map((fault) => fault['code']).sort()).toEqual(['duty-unknown', 'template-unknown']);
  for (const fault of facts.diagramFaults) {
    expect(xml).toContain(`id="${fault['elementId']}"`);
    expect(xml).toContain(`name="${fault['elementName']}"`);
    expect(fault['vi']).toMatch(/wizard|form-99/);
    expect(fault['en']).toMatch(/wizard|form-99/);
  }
});

test('what is no drawing at all is one fault, never a fault of ours', async () => {
  const { status, body } = await administrator().post('/api/diagram-versions', { key: 'same-day', name: 'X', xml: 'no drawing' });
  expect(status).toBe(422);
  expect(body).toMatchObject({ code: 'diagram-invalid', facts: { diagramFaults: [{ elementId: null }] } });
});

test('a good diagram becomes the next version, and is read again as it was drawn', async () => {
  const xml = xmlOf('same-day').replace('name="Giải quyết trong ngày tại xã"', 'name="Giải quyết trong ngày"');
  const { body } = await administrator().post('/api/diagram-versions', { key: 'same-day', name: 'Trong ngày', xml });
  expect(body).toMatchObject({ key: 'same-day', version: 2, isNew: true });
  const { id } = body as { id: string };
  expect((await administrator().get(`/api/diagram-versions/${id}`)).body).toMatchObject({ xml, version: 2, name: 'Trong ngày' });
  const { body: list } = await administrator().get('/api/diagram-versions');
  expect((list as { items: { key: string; version: number; running: number }[] }).items).toEqual(
    expect.arrayContaining([expect.objectContaining({ id, running: 0 }), expect.objectContaining({ key: 'same-day', version: 1 })]),
  );
});

test('a version of a procedure needs its parts, and a limit for each that its diagram names', async () => {
  const content = procedure();
  const limits = { ...(content['limits'] as object) } as Record<string, unknown>;
  delete limits['signature'];
  const result = { ...(content['result'] as object), refusalTemplate: 'unheard-of' };
  const { status, body } = await administrator().post('/api/procedure-versions', { content: { ...content, limits, result } });
  expect(status).toBe(422);
  expect((body as { faults: { path: string }[] }).faults.map(({ path }) => path).sort()).toEqual([
    'body.content.limits.signature',
    'body.content.result.refusalTemplate',
  ]);
  const nowhere = { ...content, form: 'no-form', diagram: 'no-diagram' };
  expect((await administrator().post('/api/procedure-versions', { content: nowhere })).body).toMatchObject({
    faults: [{ path: 'body.content.form' }, { path: 'body.content.diagram' }],
  });
});

test('a version governs from its first day on, and the one before until then', async () => {
  const content = { ...procedure(), effectiveFromOn: '2027-01-01', sourceDecision: 'QĐ 1/2027' };
  const { body } = await administrator().post('/api/procedure-versions', { content });
  const on = (day: string) => office.sequelize.transaction((tx) => findVersionInForce(tx, '2.000635', day));
  expect((await on('2026-12-31'))!.version).toBe((body as { version: number }).version - 1);
  expect((await on('2027-01-01'))!.sourceDecision).toBe('QĐ 1/2027');
});

test('an unverified version is confirmed once, by its decision', async () => {
  const { body } = await administrator().get('/api/procedure-versions?code=2.000635');
  const { items } = body as { items: { id: string; version: number; confirmedAt: string | null; doubts: string[] }[] };
  const first = items.at(-1)!;
  expect(first).toMatchObject({ version: 1, isVerified: false, confirmedAt: null });
  expect(first.doubts.length).toBeGreaterThan(0);
  const confirm = () => administrator().post(`/api/procedure-versions/${first.id}/confirmation`, { decision: 'QĐ 15/QĐ-UBND' });
  expect((await confirm()).status).toBe(204);
  expect(await confirm()).toMatchObject({ status: 409, body: { code: 'already-exists' } });
  const { body: after } = await administrator().get('/api/procedure-versions?code=2.000635');
  expect(after.items.at(-1).confirmedAt).toBe(office.clock.now().toISOString());
});

test('anybody may read the calendar, and hours are given once for a day', async () => {
  const hours = { '1': '07:00-11:30', '2': '07:00-11:30', '3': '07:00-11:30', '4': '07:00-11:30', '5': '07:00-11:30' };
  const wanted = { agencyCode: office.places.commune.code, validFromOn: '2026-12-01', hours, decision: 'QĐ 3' };
  expect((await administrator().post('/api/office-hours', wanted)).status).toBe(204);
  expect((await administrator().post('/api/office-hours', wanted)).status).toBe(409);
  const days = [{ onDate: '2027-01-02', kind: 'off', name: 'Nghỉ bù', decision: 'QĐ 4' }];
  const calendar = { publishedFromOn: '2027-01-01', publishedThroughOn: '2027-12-31', decision: 'QĐ 4', days };
  expect((await administrator().post('/api/calendar-publications', calendar)).status).toBe(200);
  const backwards = { ...calendar, publishedThroughOn: '2026-01-01' };
  expect(await administrator().post('/api/calendar-publications', backwards)).toMatchObject({ status: 422 });
  expect((await office.nobody().get('/api/calendar')).body).toMatchObject({
    publications: [{ publishedThroughOn: '2027-12-31' }],
    days: [{ onDate: '2027-01-02', agencyCode: null }],
    hours: [{ agencyCode: office.places.commune.code, validFromOn: '2026-12-01' }],
  });
});
