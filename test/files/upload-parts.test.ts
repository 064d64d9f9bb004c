import { createHash } from 'node:crypto';
import { utimes } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { openDiskStore } from '../../server/files/disk-store';
import { openUploadParts } from '../../server/files/upload-parts';
import { gather, pieces, refusalOf, useFolder } from './folder';
import { diskThat } from './played-disk';

const folder = useFolder();
const hashOf = (content: Uint8Array | string) => createHash('sha256').update(content).digest('hex');
const uploadId = 'b5b4b1f0-0000-4000-8000-000000000001';
const maxBytes = 10_000;

async function start() {
  const store = await openDiskStore(join(folder.path, 'files'));
  return { store, parts: await openUploadParts(join(folder.path, 'uploads'), store) };
}

test('parts make the file, and each part must start where the last one ended', async () => {
  const { store, parts } = await start();
  expect(await parts.received(uploadId)).toBe(0);
  expect(await parts.append({ uploadId, offset: 0, content: pieces('Đơn '), maxBytes })).toBe(6);
  expect(await refusalOf(parts.append({ uploadId, offset: 0, content: pieces('Đơn '), maxBytes }))).toEqual({
    code: 'upload-part-wrong',
    facts: { expected: 6 },
  });
  expect(await refusalOf(parts.append({ uploadId, offset: 9, content: pieces('x'), maxBytes }))).toMatchObject({ facts: { expected: 6 } });
  await parts.append({ uploadId, offset: 6, content: pieces('đăng ', 'ký'), maxBytes });
  const stored = await parts.finish({ uploadId, sha256: hashOf('Đơn đăng ký').toUpperCase(), maxBytes });
  expect((await gather(await store.open(stored.sha256))).toString()).toBe('Đơn đăng ký');
});

test('an upload goes on after a restart where it stood', async () => {
  const before = await start();
  await before.parts.append({ uploadId, offset: 0, content: pieces('first half, '), maxBytes });
  const after = await start();
  expect(await after.parts.received(uploadId)).toBe(12);
  await after.parts.append({ uploadId, offset: 12, content: pieces('second half'), maxBytes });
  expect(await after.parts.finish({ uploadId, sha256: hashOf('first half, second half'), maxBytes })).toMatchObject({ bytes: 23 });
});

test('what came of a part before its connection broke is kept', async () => {
  const { parts } = await start();
  async function* broken() {
    yield Buffer.from('came');
    throw new Error('connection lost');
  }
  await expect(parts.append({ uploadId, offset: 0, content: broken(), maxBytes })).rejects.toThrow('connection lost');
  expect(await parts.received(uploadId)).toBe(4);
});

test('a full disk is refused as such, and the upload goes on once there is room', async () => {
  let room = 6;
  const disk = diskThat((length, position) => {
    if (position + length > room) throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
    return length;
  });
  const store = await openDiskStore(join(folder.path, 'files'));
  const parts = await openUploadParts(join(folder.path, 'uploads'), store, disk);
  expect(await refusalOf(parts.append({ uploadId, offset: 0, content: pieces('first', 'second'), maxBytes }))).toMatchObject({
    code: 'storage-full',
  });
  room = 100;
  expect(await parts.append({ uploadId, offset: await parts.received(uploadId), content: pieces('second'), maxBytes })).toBe(11);
  expect(await parts.finish({ uploadId, sha256: hashOf('firstsecond'), maxBytes })).toMatchObject({ bytes: 11 });
});

test('a whole that differs from what was sent is refused and begins anew', async () => {
  const { parts } = await start();
  await parts.append({ uploadId, offset: 0, content: pieces('altered'), maxBytes });
  expect(await refusalOf(parts.finish({ uploadId, sha256: hashOf('sent'), maxBytes }))).toMatchObject({ code: 'upload-hash-wrong' });
  expect(await parts.received(uploadId)).toBe(0);
});

test('finishing can be repeated until the act has committed, and the hash alone gives nobody a file', async () => {
  const { parts } = await start();
  await parts.append({ uploadId, offset: 0, content: pieces('paper'), maxBytes });
  const whole = { uploadId, sha256: hashOf('paper'), maxBytes };
  expect(await parts.finish(whole)).toEqual(await parts.finish(whole));
  await parts.discard(uploadId);
  expect(await refusalOf(parts.finish(whole))).toMatchObject({ code: 'file-empty' });
});

test('parts together may not pass the limit', async () => {
  const { parts } = await start();
  await parts.append({ uploadId, offset: 0, content: pieces(Buffer.alloc(9_999)), maxBytes });
  expect(await refusalOf(parts.append({ uploadId, offset: 9_999, content: pieces('xy'), maxBytes }))).toMatchObject({
    code: 'file-too-large',
  });
});

test('of a part that is refused half-way nothing is kept', async () => {
  const { parts } = await start();
  await parts.append({ uploadId, offset: 0, content: pieces('came'), maxBytes: 10 });
  const tooMuch = pieces('within', ' and beyond');
  expect(await refusalOf(parts.append({ uploadId, offset: 4, content: tooMuch, maxBytes: 10 }))).toMatchObject({ code: 'file-too-large' });
  expect(await parts.received(uploadId)).toBe(4);
});

test('a whole is lent for judging where it lies, if it is what was announced', async () => {
  const { store, parts } = await start();
  const whole = { uploadId, sha256: hashOf('paper') };
  expect(await refusalOf(parts.judgeWhole(whole, async () => 'judged'))).toMatchObject({ code: 'file-empty' });
  await parts.append({ uploadId, offset: 0, content: pieces('pa', 'per'), maxBytes });
  expect((await gather(await parts.judgeWhole(whole, async ({ open }) => open({ start: 1, end: 2 })))).toString()).toBe('ap');
  expect(await parts.received(uploadId)).toBe(5);
  expect(await store.find(hashOf('paper'))).toBeUndefined();
  expect(await refusalOf(parts.judgeWhole({ uploadId, sha256: hashOf('other') }, async () => 'judged'))).toMatchObject({
    code: 'upload-hash-wrong',
  });
  expect(await parts.received(uploadId)).toBe(0);
});

test('an id that is not one of ours is not found, wherever it points', async () => {
  const { parts } = await start();
  for (const id of ['../../etc/passwd', '', 'a', 'with space', 'nul\0byte-id', '..'])
    expect(await refusalOf(parts.append({ uploadId: id, offset: 0, content: pieces('x'), maxBytes }))).toMatchObject({ code: 'not-found' });
});

test('uploads that nobody went on with are cleared', async () => {
  const { parts } = await start();
  await parts.append({ uploadId, offset: 0, content: pieces('x'), maxBytes });
  await parts.append({ uploadId: 'still-going-on', offset: 0, content: pieces('x'), maxBytes });
  await utimes(join(folder.path, 'uploads', uploadId), new Date(0), new Date(0));
  expect(await parts.removeAbandoned(3600)).toBe(1);
  expect(await parts.received(uploadId)).toBe(0);
  expect(await parts.received('still-going-on')).toBe(1);
});

/** What a bad line does to a client: cuts anywhere, parts sent again, parts too early, lost connections, restarts of the server. */
type Event = { kind: 'next' | 'repeat' | 'ahead' | 'cut' | 'restart' | 'twin'; size: number };

test('whatever the line does, the same file or a refusal comes out of it', async () => {
  const events = fc.array(
    fc.record<Event>({
      kind: fc.constantFrom('next', 'repeat', 'ahead', 'cut', 'restart', 'twin'),
      size: fc.integer({ min: 0, max: 400 }),
    }),
    { maxLength: 25 },
  );
  let run = 0;
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 2000 }), events, async (content, plan) => {
      const id = `upload-number-${run++}`;
      let { store, parts } = await start();
      for (const { kind, size } of plan) {
        const at = await parts.received(id);
        expect(Buffer.from(content).subarray(0, at).length).toBe(at);
        const send = (offset: number, fail?: Error) =>
          parts.append({ uploadId: id, offset, content: stream(content.subarray(offset, offset + size), fail), maxBytes: content.length });
        if (kind === 'next') expect(await send(at)).toBe(Math.min(content.length, at + size));
        if (kind === 'repeat' && at > 0)
          expect(await refusalOf(send(Math.max(0, at - 1 - size)))).toEqual({ code: 'upload-part-wrong', facts: { expected: at } });
        if (kind === 'ahead') expect(await refusalOf(send(at + 1 + size))).toMatchObject({ facts: { expected: at } });
        if (kind === 'cut') await expect(send(at, new Error('cut'))).rejects.toThrow('cut');
        if (kind === 'restart') ({ store, parts } = await start());
        if (kind === 'twin') await Promise.allSettled([send(at), send(at)]);
      }
      const at = await parts.received(id);
      const whole = { uploadId: id, sha256: hashOf(content), maxBytes };
      if (at > 0 && at < content.length) {
        expect(await refusalOf(parts.finish({ ...whole, sha256: hashOf(Buffer.concat([content, Buffer.from('x')])) }))).toMatchObject({
          code: 'upload-hash-wrong',
        });
      }
      const from = await parts.received(id);
      await parts.append({ uploadId: id, offset: from, content: stream(content.subarray(from)), maxBytes });
      const stored = await parts.finish(whole);
      expect((await gather(await store.open(stored.sha256))).equals(Buffer.from(content))).toBe(true);
    }),
    { numRuns: 120, seed: 20261125 },
  );
});

async function* stream(content: Uint8Array, fail?: Error): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < content.length; from += 97) yield content.subarray(from, from + 97);
  if (fail) throw fail;
}
