import { type Readable } from 'node:stream';
import { type Perform } from '../casework/perform';
import { type FilesAtHand } from '../files/files-at-hand';
import { type ScanVerdict } from '../files/virus-scan';
import { type SystemActor } from '../policies/actor';
import { dossierOfFile } from '../store/file-holders';
import { listFilesToScan, setScan } from '../store/files';
import { openIncident } from '../store/incidents';
import { type StoredFileRow } from '../store/models/stored-file';

const SCANNER: SystemActor = { kind: 'system', name: 'scanner' };
const ACT = { actor: SCANNER, endpoint: 'scan-again' };
const AT_ONCE = 20;

/**
 * Has the virus scanner judge what it has not judged yet: files that came while it
 * was away and are held, and those from before the office had one. What it refuses
 * stays closed, and its dossier comes before the administrators. Those that were
 * tried longest ago come first. Answers how many were judged.
 */
export async function scanAgain({
  perform,
  files: { store, scanner },
}: {
  perform: Perform;
  files: Pick<FilesAtHand, 'store' | 'scanner'>;
}): Promise<number> {
  const { answer: waiting } = await perform(ACT, ({ tx }) => listFilesToScan(tx, AT_ONCE));
  let judged = 0;
  for (const file of waiting) {
    const found = await scanned(scanner, await store.open(file.sha256));
    if (found.verdict === 'unscanned') return judged;
    await record(perform, file, found);
    if (found.verdict !== 'held') judged += 1;
  }
  return judged;
}

/** A scanner may not want the whole file; what it leaves open is closed. */
async function scanned(scanner: FilesAtHand['scanner'], content: Readable): Promise<ScanVerdict> {
  try {
    return await scanner.scan(content);
  } finally {
    content.destroy();
  }
}

async function record(perform: Perform, { id, scan }: StoredFileRow, found: ScanVerdict): Promise<void> {
  await perform(ACT, async ({ tx, now }) => {
    await setScan(tx, id, { scan: found.verdict === 'held' ? scan : found.verdict, triedAt: now });
    if (found.verdict !== 'infected') return;
    const facts = { fileId: id, finding: found.finding };
    await openIncident(tx, { dossierId: (await dossierOfFile(tx, id)) ?? null, kind: 'infected-file', facts, openedAt: now });
  });
}
