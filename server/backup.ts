import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Config, readConfig, requireBackupPassphrase } from './config';
import { StartRefusal } from './domain/start-refusal';
import { openDiskStore } from './files/disk-store';
import { projectFolders } from './folders';
import { openDatabases } from './open-databases';
import { runProcess, type Life } from './run-process';
import { writeBackup } from './write-backup';

void runProcess(backup);

/** `backup FILE` writes a sealed copy of the whole system to a new file, beside the running server or while it stands still. */
async function backup(life: Life): Promise<void> {
  const path = readPath(process.argv.slice(2));
  const config = readConfig();
  const passphrase = requireBackupPassphrase(config);
  refuseNothing(config);
  if (existsSync(path)) throw new StartRefusal('backup-exists', { path });
  const { ownerUrl, dataDirectory } = await openDatabases(config, life, 'beside');
  life.ending.throwIfAborted();
  const { tables, files, keys, bytes } = await writeBackup({
    ownerUrl,
    dataDirectory,
    files: await openDiskStore(join(dataDirectory, 'files')),
    migrations: projectFolders(__dirname).migrations,
    path,
    passphrase,
    ending: life.ending,
  });
  console.log(`${path}: ${tables} bảng, ${files} tệp, ${keys} khoá, ${bytes} byte (${tables} tables, ${files} files, ${keys} keys)`);
}

function readPath([path, ...rest]: string[]): string {
  if (!path || rest.length > 0)
    throw new StartRefusal('bad-argument', { wantedVi: 'tên tệp sao lưu', wantedEn: 'the name of the backup file' });
  return resolve(path);
}

/** Without this a mistyped DATA_DIR would make a new, empty system, and back that up. */
function refuseNothing({ ownerUrl, dataDirectory }: Config): void {
  if (!ownerUrl && !existsSync(dataDirectory)) throw new StartRefusal('backup-nothing', { place: dataDirectory });
}
