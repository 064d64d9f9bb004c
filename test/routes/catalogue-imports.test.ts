import { deliverOutbox } from '../../server/jobs/outbox-runner';
import { catalogueTopics } from '../../server/jobs/topics/catalogue-import';
import { readGeneral } from '../../server/seed/general';
import { lineOf } from '../catalogue/neutral-line';
import { useOffice } from '../support/server';

const office = useOffice();
const administrator = () => office.as('administrator');
const topics = catalogueTopics(() => readGeneral({ templates: 'templates', workflows: 'workflows' }));

async function deliver(): Promise<void> {
  const faults: unknown[] = [];
  while (await deliverOutbox({ perform: office.perform, clock: office.clock, topics, reportFault: (fault) => faults.push(fault) }));
  expect(faults).toEqual([]);
}

type Listed = { items: { id: string; finishedAt: string | null; imported: { code: string; outcome: string; procedure: string }[] }[] };

test('an administrator lays an import down, and reads what became of each line once it is done', async () => {
  const police = { bodies: ['Công an tỉnh'], bodyKinds: ['police-province'], ministry: 'Bộ Công an' };
  const lines = [lineOf({ code: '9.000501', ...police }), '{"code":"9.000502"}'];
  const asked = await administrator().post('/api/catalogue-imports', { source: 'Cổng Dịch vụ công quốc gia', lines });
  expect(asked.status).toBe(202);
  const { importId } = asked.body as { importId: string };
  expect((await administrator().get('/api/catalogue-imports')).body).toMatchObject({
    items: [{ id: importId, finishedAt: null, imported: [] }],
  });
  await deliver();
  const { body } = await administrator().get('/api/catalogue-imports');
  expect((body as Listed).items[0]!.finishedAt).not.toBeNull();
  expect((body as Listed).items[0]!.imported).toMatchObject([
    { code: '9.000501', outcome: 'new', procedure: 'not-receivable' },
    { code: '9.000502', outcome: 'refused', procedure: 'not-receivable' },
  ]);
});

test('what is no line is refused, and nobody else brings anything in', async () => {
  expect((await administrator().post('/api/catalogue-imports', { source: 'x', lines: [] })).status).toBe(422);
  for (const duty of ['clerk', 'leader', 'inspector'] as const)
    expect((await office.as(duty).post('/api/catalogue-imports', { source: 'x', lines: ['{}'] })).status).toBe(403);
  expect((await office.nobody().get('/api/catalogue-imports')).status).toBe(401);
});
