import { checkInvariants, type Violation } from './casework/check-invariants';
import { buildParts } from './casework/build-parts';
import { findFileFault } from './files/check-bytes';
import { type FileStore } from './files/file-store';
import { listHashesInUse } from './store/files';
import { readSnapshot, type Sequelize, type Transaction } from './store/transaction';

export type SystemViolation = Violation | { kind: 'file-missing' | 'file-changed'; dossierId: null; detail: string };

const AT_ONCE = 500;

/**
 * Looks through the whole system as it stands at one instant, while it goes on:
 * every dossier against its journal and its position, every book, and every file
 * that a row names against its bytes. Changes nothing. Empty means: nothing lost,
 * nothing twice.
 */
export async function inspectSystem({
  database,
  files,
}: {
  database: Sequelize;
  files: Pick<FileStore, 'open'>;
}): Promise<SystemViolation[]> {
  // Time has no say in what is looked at here.
  const parts = buildParts({ now: () => new Date(0) });
  return readSnapshot(database, async (tx) => [...(await checkInvariants(tx, parts)), ...(await checkFiles(tx, files))]);
}

async function checkFiles(tx: Transaction, files: Pick<FileStore, 'open'>): Promise<SystemViolation[]> {
  const violations: SystemViolation[] = [];
  let after = '';
  for (;;) {
    const page = await listHashesInUse(tx, { after, limit: AT_ONCE });
    for (const sha256 of page) {
      const fault = await findFileFault(files, sha256);
      if (fault) violations.push({ kind: `file-${fault}`, dossierId: null, detail: sha256 });
    }
    if (page.length === 0) return violations;
    after = page.at(-1)!;
  }
}
