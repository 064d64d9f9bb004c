import { type Perform } from '../casework/perform';
import { type FileStore } from '../files/file-store';
import { type UploadParts } from '../files/upload-parts';
import { type SystemActor } from '../policies/actor';
import { hashesInUse } from '../store/files';
import { dropUpload, listStaleUploads } from '../store/uploads';

const SWEEP: SystemActor = { kind: 'system', name: 'files' };
const ACT = { actor: SWEEP, endpoint: 'files' };

/** Longer than any act lasts, and than anybody goes on with an upload; told by the disk's own clock. */
const KEPT_SECONDS = 24 * 3600;
const AT_ONCE = 200;

/**
 * Clears away what no row names: bytes of acts that failed, uploads that nobody
 * went on with. A file is judged by its age on the disk, never by the office's
 * clock, which may be stepped. Answers how much was removed.
 */
export async function sweepFiles({
  perform,
  files: { store, parts },
}: {
  perform: Perform;
  files: { store: FileStore; parts: UploadParts };
}): Promise<number> {
  const abandoned = (await parts.removeAbandoned(KEPT_SECONDS)) + (await store.removeAbandoned(KEPT_SECONDS));
  return abandoned + (await dropStaleUploads(perform, parts)) + (await removeOrphans(perform, store));
}

/** A row of an upload goes once nothing of it is on the disk any more. */
async function dropStaleUploads(perform: Perform, parts: UploadParts): Promise<number> {
  const { answer: stale } = await perform(ACT, ({ tx, now }) =>
    listStaleUploads(tx, new Date(now.getTime() - KEPT_SECONDS * 1000), AT_ONCE),
  );
  let dropped = 0;
  for (const { id } of stale) {
    if ((await parts.received(id)) > 0) continue;
    await perform(ACT, ({ tx }) => dropUpload(tx, id));
    dropped += 1;
  }
  return dropped;
}

async function removeOrphans(perform: Perform, store: FileStore): Promise<number> {
  let removed = 0;
  let batch: string[] = [];
  for await (const { sha256, ageSeconds } of store.list()) {
    if (ageSeconds < KEPT_SECONDS) continue;
    batch.push(sha256);
    if (batch.length < AT_ONCE) continue;
    removed += await removeUnused(perform, store, batch);
    batch = [];
  }
  return removed + (await removeUnused(perform, store, batch));
}

/** One that was stored again in this very moment is young, and stays. */
async function removeUnused(perform: Perform, store: FileStore, hashes: readonly string[]): Promise<number> {
  if (hashes.length === 0) return 0;
  const { answer: used } = await perform(ACT, async ({ tx }) => [...(await hashesInUse(tx, hashes))]);
  let removed = 0;
  for (const sha256 of hashes.filter((hash) => !used.includes(hash))) if (await store.removeOlder(sha256, KEPT_SECONDS)) removed += 1;
  return removed;
}
