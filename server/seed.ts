import { join } from 'node:path';
import { buildParts } from './casework/build-parts';
import { performing } from './casework/perform';
import { readConfig } from './config';
import { openDiskStore } from './files/disk-store';
import { projectFolders } from './folders';
import { openHouseKeys } from './house-keys';
import { openDatabases } from './open-databases';
import { runProcess, type Life } from './run-process';
import { seedInstallation } from './seed-installation';
import { startClock } from './start-clock';
import { migrateUp } from './store/migrate';

void runProcess(seed);

/** `seed` fills an empty installation, as the server does at its first start; a second time it changes nothing. */
async function seed(life: Life): Promise<void> {
  const config = readConfig();
  const folders = projectFolders(__dirname);
  const clock = startClock();
  const { ownerUrl, appRole, app, dataDirectory } = await openDatabases(config, life, 'beside');
  await migrateUp({ ownerUrl, appRole, folder: folders.migrations });
  const { perform } = performing(app, buildParts(clock));
  const keys = await openHouseKeys(config, dataDirectory);
  const files = await openDiskStore(join(dataDirectory, 'files'));
  const outcome = await seedInstallation(config, { perform, clock, folders, keys, files });
  console.log(saying(outcome));
}

function saying(outcome: Awaited<ReturnType<typeof seedInstallation>>): string {
  if (!outcome) return 'SEED=none: không nạp gì (nothing was seeded)';
  const { isNew, scope, at } = outcome;
  if (isNew) return `Đã nạp dữ liệu: ${scope} (seeded)`;
  return `Dữ liệu đã có từ ${at.toISOString()}: ${scope} (seeded before; nothing was changed)`;
}
