import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { digestOf } from '../digest';
import { type Office } from '../server';

/** Every table and every file of the office. */
export async function stateOf(office: Pick<Office, 'sequelize' | 'folder'>): Promise<Record<string, string>> {
  return { ...(await digestOf(office.sequelize)), files: await filesOf(office) };
}

/** Names and bytes of all files. One without a byte is none: an upload of which nothing has come lies there, or does not. */
export async function filesOf({ folder }: Pick<Office, 'folder'>): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const whole = createHash('sha256');
  let count = 0;
  for (const path of paths.sort()) {
    const content = await readFile(path);
    if (!content.length) continue;
    count += 1;
    whole.update(`${path} ${content.length} `).update(content);
  }
  return `${count} files, ${whole.digest('hex')}`;
}
