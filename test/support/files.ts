import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { type FilesAtHand } from '../../server/files/files-at-hand';
import { openFiles } from '../../server/open-files';

export type TestFiles = { files: FilesAtHand; folder: string; close: () => Promise<void> };

/** File store, uploads and the judge of PDFs in a folder of this test's own; no virus scanner. */
export async function openTestFiles(): Promise<TestFiles> {
  const folder = await mkdtemp(join(tmpdir(), 'mot-cua-test-'));
  const files = await openFiles({ dataDirectory: folder, clamd: undefined, entry: folder });
  const entryPoints = ['server/documents/inspect/child.ts'];
  await build({ entryPoints, bundle: true, platform: 'node', format: 'cjs', outfile: files.inspectChild });
  return { files, folder, close: () => rm(folder, { recursive: true, force: true }) };
}
