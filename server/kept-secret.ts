import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The name under which the secret of the database's login is kept: it belongs to that server, not to the data. */
export const DATABASE_SECRET = 'database';

/** A secret of this installation, made at its first use and kept in the data directory for its owner's eyes only. */
export async function keepSecret(dataDirectory: string, name: string, make: () => string = randomSecret): Promise<string> {
  const folder = join(dataDirectory, 'keys');
  const file = join(folder, name);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeFile(file, make(), { mode: 0o600, flag: 'wx', flush: true }).catch((fault: NodeJS.ErrnoException) => {
    if (fault.code !== 'EEXIST') throw fault;
  });
  return readFile(file, 'utf8');
}

function randomSecret(): string {
  return randomBytes(32).toString('base64url');
}
