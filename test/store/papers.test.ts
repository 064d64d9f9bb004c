import { randomUUID } from 'node:crypto';
import { type Transaction } from 'sequelize';
import {
  attachFile,
  changeComponent,
  componentsOf,
  detachFile,
  dropEmptyComponents,
  filesOf,
  findComponent,
  insertComponents,
  moveComponents,
} from '../../server/store/components';
import { closeDraft, discardDraft, insertDraft, listOpenDraftsOf, lockDraft, readDraft, saveDraft } from '../../server/store/drafts';
import { findFileHeldBy, hashesInUse, insertFile, listFilesToScan, readFile, setScan } from '../../server/store/files';
import { dropUpload, finishUpload, insertUpload, listStaleUploads, lockUpload, readUpload } from '../../server/store/uploads';
import { useDatabase } from '../support/database';
import { enterDossierAndDraft, NOON } from '../support/on-record';

const database = useDatabase();
const transaction = <Answer>(work: (tx: Transaction) => Promise<Answer>) => database.sequelize.transaction(work);
const minutes = (count: number) => new Date(NOON.getTime() + 60_000 * count);

const enterFile = (tx: Transaction, sha256: string) =>
  insertFile(tx, {
    sha256,
    byteSize: 3_000_000_000,
    kind: 'pdf',
    displayName: 'Tờ khai.pdf',
    scan: 'unscanned',
    addedAt: NOON,
    addedBy: 'test',
  });

test('saves a draft with a version, and knows it no more among the open ones once it is discarded or submitted', async () => {
  await transaction(async (tx) => {
    const { draft, dossier, staff } = await enterDossierAndDraft(tx);
    expect(draft).toMatchObject({ answers: {}, version: 1, discardedAt: null });
    const saved = await saveDraft(tx, draft.id, { answers: { name: 'Hoà', list: [1] }, savedAt: minutes(1) });
    expect(saved).toMatchObject({ version: 2, answers: { name: 'Hoà', list: [1] }, savedAt: minutes(1) });
    expect(await lockDraft(tx, draft.id)).toEqual(await readDraft(tx, draft.id));
    const other = await insertDraft(tx, { ...saved, id: randomUUID() });
    expect(await listOpenDraftsOf(tx, staff.accountId)).toHaveLength(2);
    await closeDraft(tx, draft.id, dossier.id);
    await discardDraft(tx, other.id, NOON);
    await discardDraft(tx, draft.id, NOON);
    expect(await listOpenDraftsOf(tx, staff.accountId)).toEqual([]);
    expect(await lockDraft(tx, draft.id)).toMatchObject({ dossierId: dossier.id, discardedAt: null });
    await expect(lockDraft(tx, other.id)).rejects.toMatchObject({ code: 'not-found' });
  });
});

test('keeps the papers of a draft with their files in order, and hands them to its dossier', async () => {
  await transaction(async (tx) => {
    const { draft, dossier } = await enterDossierAndDraft(tx);
    const paper = { draftId: draft.id, isRequired: true, name: 'Tờ khai' };
    const [form] = await insertComponents(tx, [
      { ...paper, key: 'form', position: 2 },
      { ...paper, key: 'card', position: 1, originals: 1 },
    ]);
    const files = [await enterFile(tx, 'h1'), await enterFile(tx, 'h2'), await enterFile(tx, 'h3')] as const;
    for (const file of files) await attachFile(tx, { componentId: form!.id, fileId: file.id, at: NOON });
    await detachFile(tx, { componentId: form!.id, fileId: files[1].id, at: NOON });
    await expect(detachFile(tx, { componentId: form!.id, fileId: files[1].id, at: NOON })).rejects.toMatchObject({ code: 'not-found' });
    expect((await filesOf(tx, { draftId: draft.id })).map(({ sha256, position }) => [sha256, position])).toEqual([
      ['h1', 1],
      ['h3', 3],
    ]);
    expect(await findFileHeldBy(tx, { fileId: files[0].id, draftId: draft.id, dossierId: null })).toMatchObject({
      byteSize: 3_000_000_000,
    });
    expect(await findFileHeldBy(tx, { fileId: files[0].id, draftId: null, dossierId: dossier.id })).toBeUndefined();
    await dropEmptyComponents(tx, draft.id, ['card', 'form']);
    await moveComponents(tx, draft.id, dossier.id);
    expect((await componentsOf(tx, { dossierId: dossier.id })).map(({ key }) => key)).toEqual(['form']);
    expect(await changeComponent(tx, form!.id, { checkState: 'wrong', checkNote: 'mờ' })).toMatchObject({
      checkState: 'wrong',
      originals: 0,
    });
    expect(await findComponent(tx, { dossierId: dossier.id }, 'form')).toMatchObject({ checkNote: 'mờ', draftId: null });
    expect(await findComponent(tx, { draftId: draft.id }, 'form')).toBeUndefined();
  });
});

test('knows which hashes are still named by some row, and which files nobody has scanned', async () => {
  await transaction(async (tx) => {
    const file = await enterFile(tx, 'kept');
    expect(await hashesInUse(tx, ['kept', 'orphan'])).toEqual(new Set(['kept']));
    expect((await listFilesToScan(tx, 50)).map(({ id }) => id)).toContain(file.id);
    await setScan(tx, file.id, { scan: 'clean', triedAt: NOON });
    expect((await listFilesToScan(tx, 50)).map(({ id }) => id)).not.toContain(file.id);
    expect(await readFile(tx, file.id)).toMatchObject({ scan: 'clean', inspection: null });
  });
});

test('finishes an upload once and names the unfinished ones of long ago', async () => {
  await transaction(async (tx) => {
    const { draft, staff } = await enterDossierAndDraft(tx);
    const values = {
      accountId: staff.accountId,
      draftId: draft.id,
      componentKey: 'form',
      displayName: 'a.pdf',
      byteSize: 10,
      sha256: 'u',
      startedAt: NOON,
    };
    const [done, stale] = [await insertUpload(tx, values), await insertUpload(tx, values)];
    const file = await enterFile(tx, 'u');
    await finishUpload(tx, { id: done.id, fileId: file.id, at: minutes(1) });
    expect(await lockUpload(tx, done.id)).toMatchObject({ fileId: file.id, finishedAt: minutes(1) });
    expect(await listStaleUploads(tx, NOON, 9)).toEqual([]);
    expect((await listStaleUploads(tx, minutes(1), 9)).map(({ id }) => id)).toEqual([stale.id]);
    await dropUpload(tx, stale.id);
    await dropUpload(tx, done.id);
    await expect(readUpload(tx, stale.id)).rejects.toMatchObject({ code: 'not-found' });
    expect((await readUpload(tx, done.id)).fileId).toBe(file.id);
  });
});
