import { createHash } from 'node:crypto';
import { mkdir, readdir, rename, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openDiskStore } from '../../server/files/disk-store';
import { gather, pieces, refusalOf, useFolder } from './folder';
import { diskThat } from './played-disk';

const folder = useFolder();
const hashOf = (content: string) => createHash('sha256').update(content).digest('hex');
const limits = { maxBytes: 1000 };
const long = async (path: string) => utimes(path, new Date(0), new Date(0));

test('a stored file is named by its hash and read back whole or in part', async () => {
  const store = await openDiskStore(folder.path);
  const stored = await store.put(pieces('Giấy ', 'khai sinh'), limits);
  expect(stored).toEqual({ sha256: hashOf('Giấy khai sinh'), bytes: Buffer.byteLength('Giấy khai sinh') });
  expect((await gather(await store.open(stored.sha256))).toString()).toBe('Giấy khai sinh');
  expect((await gather(await store.open(stored.sha256, { start: 7, end: 10 }))).toString()).toBe('khai');
  expect((await gather(await store.open(stored.sha256, { start: stored.bytes - 4 }))).toString()).toBe('sinh');
  expect(await store.find(stored.sha256)).toEqual(stored);
  expect(await readdir(join(folder.path, stored.sha256.slice(0, 2)))).toEqual([stored.sha256]);
  expect((await stat(join(folder.path, stored.sha256.slice(0, 2), stored.sha256))).mode & 0o077).toBe(0);
});

test('the same content stored twice, also at once, is one file', async () => {
  const store = await openDiskStore(folder.path);
  const answers = await Promise.all(Array.from({ length: 20 }, () => store.put(pieces('một', 'bản'), limits)));
  expect(new Set(answers.map(({ sha256 }) => sha256)).size).toBe(1);
  const listed = [];
  for await (const file of store.list()) listed.push(file.sha256);
  expect(listed).toEqual([hashOf('mộtbản')]);
});

test('a file over the limit is refused with the limit, one at the limit is taken', async () => {
  const store = await openDiskStore(folder.path);
  expect(await refusalOf(store.put(pieces(Buffer.alloc(2_097_152), 'x'), { maxBytes: 2_097_152 }))).toEqual({
    code: 'file-too-large',
    facts: { limit: '2 MB' },
  });
  expect((await store.put(pieces(Buffer.alloc(2_097_152)), { maxBytes: 2_097_152 })).bytes).toBe(2_097_152);
  expect(await refusalOf(store.put(pieces(), limits))).toMatchObject({ code: 'file-empty' });
});

test('nothing half written stays after an aborted, oversized or altered upload', async () => {
  const store = await openDiskStore(folder.path);
  async function* broken() {
    yield Buffer.from('half');
    throw new Error('connection lost');
  }
  await expect(store.put(broken(), limits)).rejects.toThrow('connection lost');
  await refusalOf(store.put(pieces(Buffer.alloc(1001)), limits));
  expect(await refusalOf(store.put(pieces('other'), { ...limits, sha256: hashOf('this') }))).toMatchObject({ code: 'upload-hash-wrong' });
  expect(await readdir(join(folder.path, 'incoming'))).toEqual([]);
  for await (const file of store.list()) throw new Error(`unexpected ${file.sha256}`);
});

test('a full disk is refused as such, leaves nothing, and the store works again once there is room', async () => {
  let room = 8;
  const disk = diskThat((length, position) => {
    if (position + length > room) throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
    return length;
  });
  const store = await openDiskStore(folder.path, disk);
  expect(await refusalOf(store.put(pieces('first', 'second'), limits))).toMatchObject({ code: 'storage-full' });
  expect(await readdir(join(folder.path, 'incoming'))).toEqual([]);
  room = 1000;
  expect((await store.put(pieces('first', 'second'), limits)).bytes).toBe(11);
});

test('a disk that takes less than it is given still gets the whole file', async () => {
  const store = await openDiskStore(
    folder.path,
    diskThat((length) => Math.min(3, length)),
  );
  const { sha256 } = await store.put(pieces('0123456789', 'abcdefghij'), limits);
  expect((await gather(await store.open(sha256))).toString()).toBe('0123456789abcdefghij');
});

test('the sweep takes an old file, and keeps one that was stored again', async () => {
  const store = await openDiskStore(folder.path);
  const path = (sha256: string) => join(folder.path, sha256.slice(0, 2), sha256);
  const orphan = await store.put(pieces('orphan'), limits);
  const again = await store.put(pieces('again'), limits);
  await long(path(orphan.sha256));
  await long(path(again.sha256));
  for await (const file of store.list()) expect(file.ageSeconds).toBeGreaterThan(3600);
  await store.put(pieces('again'), limits);
  expect(await store.removeOlder(orphan.sha256, 3600)).toBe(true);
  expect(await store.removeOlder(again.sha256, 3600)).toBe(false);
  expect(await store.removeOlder(orphan.sha256, 3600)).toBe(false);
  expect(await store.find(orphan.sha256)).toBeUndefined();
  expect((await gather(await store.open(again.sha256))).toString()).toBe('again');
});

test('a file that a killed sweep had moved aside is back after the next start', async () => {
  const before = await openDiskStore(folder.path);
  const { sha256 } = await before.put(pieces('named by a row'), limits);
  await rename(join(folder.path, sha256.slice(0, 2), sha256), join(folder.path, 'leaving', sha256));
  const after = await openDiskStore(folder.path);
  expect((await gather(await after.open(sha256))).toString()).toBe('named by a row');
  expect(await readdir(join(folder.path, 'leaving'))).toEqual([]);
});

test('what a killed process left half written is cleared once it is old', async () => {
  const store = await openDiskStore(folder.path);
  await writeFile(join(folder.path, 'incoming', 'left'), 'half');
  expect(await store.removeAbandoned(3600)).toBe(0);
  await long(join(folder.path, 'incoming', 'left'));
  expect(await store.removeAbandoned(3600)).toBe(1);
});

test('a missing file is a fault, and no name leads out of the folder', async () => {
  const store = await openDiskStore(join(folder.path, 'files'));
  await expect(store.open(hashOf('never stored'))).rejects.toThrow('ENOENT');
  await mkdir(join(folder.path, 'files', 'aa'), { recursive: true });
  await expect(store.open('../../etc/passwd')).rejects.toThrow(TypeError);
  await expect(store.find('aa/../../secret')).rejects.toThrow(TypeError);
});
