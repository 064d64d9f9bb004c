import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { type Context } from '../../server/casework/context';
import { claimTask } from '../../server/commands/house/claim-task';
import { acceptSubmission } from '../../server/commands/intake/accept-submission';
import { askCompletion } from '../../server/commands/intake/ask-completion';
import { openDiskStore } from '../../server/files/disk-store';
import { type CitizenActor, type StaffActor } from '../../server/policies/actor';
import { APP_ROLE } from '../../server/store/app-role';
import { readDossier } from '../../server/store/dossiers';
import { insertFile } from '../../server/store/files';
import { openTasksOf } from '../../server/store/tasks';
import { writeBackup } from '../../server/write-backup';
import { makeDirectory } from './built-program';
import { type TestDatabase } from './database';
import { fileOnline } from './filing';
import { type OneStop, openOneStop } from './one-stop';

export const migrations = join(__dirname, '../../migrations');
export const PASSPHRASE = 'câu mật khẩu của tỉnh Hà Tĩnh';

/** A system with a little of everything: dossiers at several steps, a file, keys. */
export type WholeSystem = {
  town: OneStop;
  dataDirectory: string;
  citizen: CitizenActor;
  clerk: StaffActor;
  /** Ids of dossiers, by where they stand. */
  submitted: string;
  accepted: string;
  /** SHA-256 of the one file. */
  sha256: string;
  accept: (dossierId: string) => Promise<void>;
  /** Writes a backup of it under this name and answers its path. */
  backUp: (name?: string, ending?: AbortSignal) => Promise<string>;
};

export async function enterWholeSystem(database: TestDatabase): Promise<WholeSystem> {
  const dataDirectory = makeDirectory();
  const files = await openDiskStore(join(dataDirectory, 'files'));
  const town = await openOneStop(database.sequelize);
  const [citizen, clerk] = [await town.citizen(), await town.staff(['clerk'])];
  const accept = (dossierId: string) => town.act(clerk, (context) => acceptNow(context, dossierId));
  const [submitted, accepted, incomplete] = [
    await fileOnline(town, citizen),
    await fileOnline(town, citizen),
    await fileOnline(town, citizen),
  ];
  await accept(accepted);
  await town.act(clerk, async (context) => {
    const { version: expectedVersion } = await readDossier(context.tx, incomplete);
    const items = [{ kind: 'answer', key: 'copies', what: 'Ghi số bản sao' }] as const;
    await askCompletion(context, { dossierId: incomplete, expectedVersion, items, reason: 'Thiếu', override: null });
  });
  await town.act(clerk, async (context) => {
    const task = (await openTasksOf(context.tx, submitted)).find(({ act }) => act === 'check-submission')!;
    await claimTask(context, { taskId: task.id });
  });
  const bytes = Buffer.from('một tệp của hồ sơ '.repeat(10_000));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await files.put(Readable.from([bytes]), { maxBytes: bytes.length, sha256 });
  await town.act(clerk, ({ tx, now }) =>
    insertFile(tx, {
      sha256,
      byteSize: bytes.length,
      kind: 'application/pdf',
      displayName: 'đơn.pdf',
      scan: 'unscanned',
      addedAt: now,
      addedBy: 'test',
    }),
  );
  await mkdir(join(dataDirectory, 'keys'), { mode: 0o700 });
  await writeFile(join(dataDirectory, 'keys/house'), 'the secret of the house', { mode: 0o600 });
  await writeFile(join(dataDirectory, 'keys/database'), 'the secret of the login', { mode: 0o600 });
  const backUp = async (name = 'backup.box', ending = new AbortController().signal) => {
    const path = join(dataDirectory, name);
    await writeBackup({ ownerUrl: database.url, dataDirectory, files, migrations, path, passphrase: PASSPHRASE, ending });
    return path;
  };
  return { town, dataDirectory, citizen, clerk, submitted, accepted, sha256, accept, backUp };
}

export async function acceptNow(context: Context, dossierId: string): Promise<void> {
  const { version: expectedVersion } = await readDossier(context.tx, dossierId);
  await acceptSubmission(context, { dossierId, expectedVersion, isReceiptWanted: true, lateEntry: null });
}

/** Where a backup is restored to: an empty database and an empty directory. */
export function placeOn(database: TestDatabase, dataDirectory: string) {
  return { owner: database.owner, ownerUrl: database.url, appRole: APP_ROLE, dataDirectory, migrations };
}
