import { join } from 'node:path';
import { openDiskStore } from './files/disk-store';
import { type FilesAtHand } from './files/files-at-hand';
import { openUploadParts } from './files/upload-parts';
import { openVirusScanner } from './files/virus-scan';

const SCANNER_SILENCE_MS = 30_000;

/**
 * Opens the files of this installation: papers and results at rest, uploads under
 * way, the virus scanner where there is one (`CLAMD`), and the judge of PDFs.
 *
 * @param entry the folder of the built program, dist/server
 */
export async function openFiles({
  dataDirectory,
  clamd,
  entry,
}: {
  dataDirectory: string;
  clamd: string | undefined;
  entry: string;
}): Promise<FilesAtHand> {
  const store = await openDiskStore(join(dataDirectory, 'files'));
  return {
    store,
    parts: await openUploadParts(join(dataDirectory, 'uploads'), store),
    scanner: openVirusScanner(clamd, SCANNER_SILENCE_MS),
    inspectChild: join(entry, 'documents/inspect/child.js'),
  };
}
