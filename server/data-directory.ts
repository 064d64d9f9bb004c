import { mkdir, readdir, readFile, realpath, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { StartRefusal } from './domain/start-refusal';

const MARK = 'mot-cua.json';
const FORMAT = 1;
/** What a fresh disk or a file manager leaves in a directory that is empty all the same. */
const EMPTY = new Set(['lost+found', '.DS_Store']);

/**
 * Takes the data directory for this program, made where it is missing, and
 * answers its real path. A directory that holds something else, or the data of
 * another version, is left untouched.
 *
 * @throws StartRefusal
 */
export async function claimDataDirectory(path: string): Promise<string> {
  try {
    await makeMissing(path);
    const names = await readdir(path);
    if (names.includes(MARK)) await refuseOtherFormat(path);
    else if (names.some((name) => !EMPTY.has(name) && !name.startsWith(MARK))) throw new StartRefusal('data-directory-foreign', { path });
    await mark(path);
    return await realpath(path);
  } catch (fault) {
    if (fault instanceof StartRefusal) throw fault;
    throw new StartRefusal('data-directory-unwritable', {
      path,
      reason: (fault as NodeJS.ErrnoException).code ?? (fault as Error).message,
    });
  }
}

/**
 * Makes the directory and those above it. Not by a recursive mkdir, which never
 * ends where a file system has no room for directories at all (/proc).
 */
async function makeMissing(path: string): Promise<void> {
  try {
    await makeOne(path);
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'ENOENT' || dirname(path) === path) throw fault;
    await makeMissing(dirname(path));
    await makeOne(path);
  }
}

/** Passable, not readable: root's borrowed PostgreSQL account lives inside. */
async function makeOne(path: string): Promise<void> {
  await mkdir(path, { mode: 0o711 }).catch((fault: NodeJS.ErrnoException) => {
    if (fault.code !== 'EEXIST') throw fault;
  });
}

async function refuseOtherFormat(path: string): Promise<void> {
  const text = await readFile(join(path, MARK), 'utf8');
  const found = /"format":\s*(\d+)/.exec(text)?.[1] ?? '?';
  if (Number(found) !== FORMAT) throw new StartRefusal('data-directory-other-version', { path, found, known: FORMAT });
}

/** Written at each start: it proves that the directory can be written. */
async function mark(path: string): Promise<void> {
  const draft = join(path, `${MARK}.${process.pid}`);
  await writeFile(draft, `{ "program": "mot-cua", "format": ${FORMAT} }\n`);
  await rename(draft, join(path, MARK));
}
