import { createApp } from './app';
import { buildParts } from './casework/build-parts';
import { performing } from './casework/perform';
import { readConfig } from './config';
import { type SteppableClock } from './domain/clock';
import { KEY_LIFE_MS } from './domain/signing-kind';
import { projectFolders } from './folders';
import { openHouseKeys } from './house-keys';
import { openLog } from './http/log';
import { openIdentity } from './identity';
import { closeServer, listen, localAddress, probePort } from './listen';
import { openFiles } from './open-files';
import { openDatabases } from './open-databases';
import { runProcess, untilEnding, type Life } from './run-process';
import { KeyRing } from './signing/key-ring';
import { migrateUp } from './store/migrate';

void runProcess(main);

/** Starts the parts in order; each says how it is closed, and they close in reverse. */
async function main(life: Life): Promise<void> {
  const config = readConfig();
  const folders = projectFolders(__dirname);
  const clock = startClock();
  await probePort(config);

  const databases = await openDatabases(config, life, 'alone');
  life.ending.throwIfAborted();
  await migrateUp({ ownerUrl: databases.ownerUrl, folder: folders.migrations, appRole: databases.appRole });
  life.ending.throwIfAborted();

  const parts = buildParts(clock);
  const keys = await openHouseKeys(config, databases.dataDirectory);
  const { identity, standIn } = await openIdentity(config, databases.dataDirectory);
  const files = await openFiles({ dataDirectory: databases.dataDirectory, clamd: config.clamd, entry: __dirname });
  const app = createApp({
    ...performing(databases.app, parts),
    clock,
    keys,
    site: config,
    log: openLog(),
    files,
    signingKeys: new KeyRing(KEY_LIFE_MS),
    gateways: { identity },
    mounted: standIn ? [standIn] : [],
    assets: folders.client,
  });
  const server = await listen(app, config);
  life.onEnd(() => closeServer(server));
  console.log(`Một Cửa đang chạy tại ${config.publicUrl ?? localAddress(server)} (is running there)`);
  console.log(`Thư mục dữ liệu: ${databases.dataDirectory} (the data directory). Ctrl+C để dừng (stops it).`);
  await untilEnding(life);
}

/** The only clock of the house. Every part is handed it; outside production an administrator may step it. */
function startClock(): SteppableClock {
  let offsetMs = 0;
  return {
    now: () => new Date(Date.now() + offsetMs),
    get offsetMs() {
      return offsetMs;
    },
    stepTo: (offset) => {
      offsetMs = offset;
    },
  };
}
