import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StartRefusal } from './domain/start-refusal';
import { see, syncDirectory } from './files/disk';
import { DATABASE_SECRET } from './kept-secret';

const MARK = 'restore-unfinished';

/** What a restore brings into the data directory beside the database. */
export const RESTORED_FOLDERS = ['files', 'keys'] as const;

/** A server that started on half a province would take it for a new one. */
export async function refuseUnfinishedRestore(dataDirectory: string): Promise<void> {
  if (await hasMark(dataDirectory)) throw new StartRefusal('restore-unfinished', { path: dataDirectory });
}

/** Whether a restore into this directory was begun and has not come to its end. */
export async function hasMark(dataDirectory: string): Promise<boolean> {
  return (await see(join(dataDirectory, MARK))) !== undefined;
}

/** From here on until `clearMark` everything in the restored folders is a restore's own. */
export async function setMark(dataDirectory: string): Promise<void> {
  await writeFile(join(dataDirectory, MARK), 'npm run restore\n', { flush: true });
  await syncDirectory(dataDirectory);
}

export async function clearMark(dataDirectory: string): Promise<void> {
  await rm(join(dataDirectory, MARK), { force: true });
  await syncDirectory(dataDirectory);
}

/** Takes back what an unfinished restore has brought; the database's own secret is not of its making. */
export async function dropRestored(dataDirectory: string): Promise<void> {
  for (const folder of RESTORED_FOLDERS)
    for (const name of await namesIn(join(dataDirectory, folder))) await rm(join(dataDirectory, folder, name), { recursive: true });
}

/** Refuses a directory that holds files or keys already. */
export async function refuseFilledDirectory(dataDirectory: string): Promise<void> {
  for (const folder of RESTORED_FOLDERS)
    if ((await namesIn(join(dataDirectory, folder))).length > 0)
      throw new StartRefusal('restore-not-empty', { place: join(dataDirectory, folder) });
}

async function namesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch((): string[] => []);
  return names.filter((name) => name !== DATABASE_SECRET);
}
