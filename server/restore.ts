import { join, resolve } from 'node:path';
import { readConfig, requireBackupPassphrase } from './config';
import { StartRefusal } from './domain/start-refusal';
import { openDiskStore } from './files/disk-store';
import { projectFolders } from './folders';
import { inspectSystem } from './inspect-system';
import { openDatabases } from './open-databases';
import { verifyBackup } from './read-backup';
import { restoreSystem } from './restore-system';
import { runProcess, type Life } from './run-process';

void runProcess(restore);

/** `restore FILE` puts a backup into an empty system, then checks what it has put there. A backup that is refused is refused before anything is touched. */
async function restore(life: Life): Promise<void> {
  const backup = { path: readPath(process.argv.slice(2)), passphrase: '' };
  const config = readConfig();
  backup.passphrase = requireBackupPassphrase(config);
  const { migrations } = projectFolders(__dirname);
  const { madeAt } = await verifyBackup(backup, migrations);
  life.ending.throwIfAborted();

  const { owner, ownerUrl, appRole, dataDirectory } = await openDatabases(config, life, 'restoring');
  life.ending.throwIfAborted();
  const { rows, files, keys } = await restoreSystem({ owner, ownerUrl, appRole, dataDirectory, migrations }, backup);
  console.log(`Bản sao lưu lúc ${madeAt}: ${rows} dòng, ${files} tệp, ${keys} khoá (${rows} rows, ${files} files, ${keys} keys)`);

  const violations = await inspectSystem({ database: owner, files: await openDiskStore(join(dataDirectory, 'files')) });
  for (const { kind, dossierId, detail } of violations) console.log(`${kind} ${dossierId ?? '—'}: ${detail}`);
  if (violations.length > 0) throw new StartRefusal('restored-with-faults', { count: violations.length });
  console.log('Đã kiểm tra: mọi hồ sơ khớp với nhật ký của nó. (Checked: every dossier agrees with its journal.)');
}

function readPath([path, ...rest]: string[]): string {
  if (!path || rest.length > 0)
    throw new StartRefusal('bad-argument', { wantedVi: 'tên tệp sao lưu', wantedEn: 'the name of the backup file' });
  return resolve(path);
}
