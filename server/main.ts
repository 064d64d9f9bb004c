import { createApp } from './app';
import { buildParts } from './casework/build-parts';
import { type Act, performing } from './casework/perform';
import { readConfig } from './config';
import { KEY_LIFE_MS } from './domain/signing-kind';
import { projectFolders } from './folders';
import { centrePinOf, openHouseKeys } from './house-keys';
import { openLog } from './http/log';
import { openIdentity } from './identity';
import { closeServer, listen, localAddress, probePort } from './listen';
import { openFiles } from './open-files';
import { missingGateways, openGateways } from './open-gateways';
import { type StaffActor } from './policies/actor';
import { startJobs } from './start-jobs';
import { openDatabases } from './open-databases';
import { runProcess, untilEnding, type Life } from './run-process';
import { KeyRing } from './signing/key-ring';
import { findClockOffset } from './queries/administration/clock-offset';
import { accountsTable } from './seed/accounts-table';
import { seedInstallation } from './seed-installation';
import { startClock } from './start-clock';
import { migrateUp } from './store/migrate';

/** As whom the program itself reads what it needs to start. */
const HOUSE: Act = { actor: { kind: 'system', name: 'start' }, endpoint: 'start' };

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

  const work = performing(databases.app, buildParts(clock));
  const keys = await openHouseKeys(config, databases.dataDirectory);
  const files = await openFiles({ dataDirectory: databases.dataDirectory, clamd: config.clamd, entry: __dirname });
  const seeded = await seedInstallation(config, { perform: work.perform, clock, folders, keys, files: files.store });
  if (!config.isProduction) clock.stepTo(await work.read(HOUSE, findClockOffset));
  life.ending.throwIfAborted();

  const { identity, standIn } = await openIdentity(config, databases.dataDirectory);
  const log = openLog();
  const outward = await openGateways(config, databases.dataDirectory, clock);
  const signingKeys = new KeyRing<StaffActor>(KEY_LIFE_MS);
  const app = createApp({
    ...work,
    clock,
    keys,
    site: config,
    log,
    files,
    signingKeys,
    mailbox: outward.mailbox,
    ...(config.isProduction ? {} : { steppableClock: clock }),
    gateways: { identity },
    mounted: standIn ? [standIn] : [],
    assets: folders.client,
  });
  const jobs = startJobs({
    perform: work.perform,
    clock,
    files,
    gateways: outward,
    signingKeys,
    centrePin: centrePinOf(keys),
    entry: __dirname,
    reportFault: (fault) => log.fault(fault, 'jobs'),
  });
  life.onEnd(() => jobs.stop());
  const server = await listen(app, config);
  life.onEnd(() => closeServer(server));
  console.log(`Một Cửa đang chạy tại ${config.publicUrl ?? localAddress(server)} (is running there)`);
  console.log(`Thư mục dữ liệu: ${databases.dataDirectory} (the data directory). Ctrl+C để dừng (stops it).`);
  const missing = missingGateways(config);
  if (missing) console.log(missing);
  if (seeded?.scope === 'demonstration' && !config.isProduction) for (const line of accountsTable()) console.log(line);
  await untilEnding(life);
}
