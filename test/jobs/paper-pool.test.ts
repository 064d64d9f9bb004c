import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openPaperPool } from '../../server/jobs/paper-pool';
import { paperWork } from '../../server/jobs/paper-work';
import { samples } from '../documents/samples';

const root = join(__dirname, '../..');
const pool = openPaperPool({ file: join(root, 'dist/server/jobs/paper-worker.js'), size: 2 });
afterAll(() => pool.close());
const template = (key: string): unknown => JSON.parse(readFileSync(join(root, `templates/${key}/template.json`), 'utf8'));

test('draws in worker threads what it would draw here, byte for byte, many at a time', async () => {
  const order = { template: template('refusal-decision'), facts: samples['refusal-decision'] };
  const here = Buffer.from(await paperWork.render(order));
  const there = await Promise.all(Array.from({ length: 8 }, () => pool.render(order)));
  expect(there.every((bytes) => here.equals(Buffer.from(bytes)))).toBe(true);
});

test('a refusal crosses the thread as a refusal, with what is missing', async () => {
  const facts = { ...samples['refusal-decision'], owner: undefined };
  await expect(pool.render({ template: template('refusal-decision'), facts })).rejects.toMatchObject({
    code: 'document-incomplete',
    facts: { what: 'owner' },
  });
});

test('a fault takes its own order with it and no other', async () => {
  const good = { template: template('form-05'), facts: samples['form-05'] };
  const [bad, fine] = await Promise.allSettled([pool.render({ template: {}, facts: {} }), pool.render(good)]);
  expect([bad.status, fine.status]).toEqual(['rejected', 'fulfilled']);
});

test('prepares an update for a signature as here', async () => {
  const base = await paperWork.render({ template: template('form-05'), facts: samples['form-05'] });
  const at = new Date('2026-11-25T02:00:00Z');
  const signature = { field: 'KyTrungTam', fills: {}, image: null, lines: ['Đã ký số'], signedBy: 'Trung tâm', reason: 'Ký', at };
  const [here, there] = [await paperWork.prepare({ before: base, signature }), await pool.prepare({ before: base, signature })];
  expect(Buffer.from(there.prepared.digest)).toEqual(here.prepared.digest);
  expect(there.shown).toEqual({ lines: ['Đã ký số'] });
});

test('once closed it takes no more orders', async () => {
  const other = openPaperPool({ file: join(root, 'dist/server/jobs/paper-worker.js'), size: 1 });
  await other.close();
  await expect(other.render({ template: {}, facts: {} })).rejects.toThrow('closed');
});
