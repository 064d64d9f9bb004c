import { createHash } from 'node:crypto';
import { readdir, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { sweepFiles } from '../../server/jobs/sweep-files';
import { insertFile } from '../../server/store/files';
import { insertUpload, readUpload } from '../../server/store/uploads';
import { draftOf } from '../support/filing';
import { openTestFiles, type TestFiles } from '../support/files';
import { refusalOf, useOneStop } from '../support/one-stop';

const town = useOneStop();
let at: TestFiles;
beforeEach(async () => {
  at = await openTestFiles();
});
afterEach(() => at.close());

const system = { kind: 'system', name: 'test' } as const;
const sweep = () => sweepFiles({ perform: town.perform, files: at.files });
const twoDaysAgo = new Date(Date.now() - 48 * 3_600_000);

async function* bytes(text: string) {
  yield Buffer.from(text);
}
async function keep(text: string): Promise<string> {
  const { sha256 } = await at.files.store.put(bytes(text), { maxBytes: 1000 });
  return sha256;
}
async function age(folder: string, name: string): Promise<void> {
  await utimes(join(at.folder, folder, name), twoDaysAgo, twoDaysAgo);
}
const ageFile = (sha256: string) => age(`files/${sha256.slice(0, 2)}`, sha256);

test('old bytes that no row names go; those that a row names, and young ones, stay', async () => {
  const [orphan, named, young] = [await keep('orphan'), await keep('named'), await keep('young')];
  await town.act(system, ({ tx, now }) =>
    insertFile(tx, {
      sha256: named,
      byteSize: 5,
      kind: 'application/pdf',
      displayName: 'a.pdf',
      scan: 'unscanned',
      addedAt: now,
      addedBy: 'test',
    }),
  );
  await ageFile(orphan);
  await ageFile(named);
  expect(await sweep()).toBe(1);
  expect(await Promise.all([orphan, named, young].map(async (hash) => (await at.files.store.find(hash)) !== undefined))).toEqual([
    false,
    true,
    true,
  ]);
  expect(await sweep()).toBe(0);
});

test('an upload that nobody went on with is forgotten, with its parts; one that still grows is not', async () => {
  const citizen = await town.citizen();
  const draftId = await draftOf(town, citizen);
  const begin = (text: string) =>
    town.act(system, ({ tx }) =>
      insertUpload(tx, {
        accountId: citizen.accountId,
        draftId,
        componentKey: 'residence-proof',
        displayName: 'a.pdf',
        byteSize: 100,
        sha256: createHash('sha256').update(text).digest('hex'),
        startedAt: new Date('2026-11-20T00:00:00Z'),
      }),
    );
  const [left, growing] = [await begin('left'), await begin('growing')];
  for (const { id } of [left, growing]) await at.files.parts.append({ uploadId: id, offset: 0, content: bytes('part'), maxBytes: 100 });
  await age('uploads', left.id);
  expect(await sweep()).toBe(2);
  expect((await readdir(join(at.folder, 'uploads'))).filter((name) => !name.startsWith('.'))).toEqual([growing.id]);
  expect((await refusalOf(town.act(system, ({ tx }) => readUpload(tx, left.id)))).code).toBe('not-found');
  await town.act(system, ({ tx }) => readUpload(tx, growing.id));
});
