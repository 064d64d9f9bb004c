import { readConfig } from './config';
import { StartRefusal } from './domain/start-refusal';
import { projectFolders } from './folders';
import { openDatabases } from './open-databases';
import { runProcess, type Life } from './run-process';
import { migrateDown, migrateUp } from './store/migrate';

void runProcess(migrate);

/** `migrate` brings the database to the newest step; `migrate down` goes back one step, `migrate down 3` three, `migrate down all` to the empty database. */
async function migrate(life: Life): Promise<void> {
  const stepsBack = readStepsBack(process.argv.slice(2));
  const { ownerUrl, appRole } = await openDatabases(readConfig(), life, 'alone');
  const target = { ownerUrl, appRole, folder: projectFolders(__dirname).migrations };
  const done = stepsBack === 0 ? await migrateUp(target) : await migrateDown(target, stepsBack);
  for (const name of done) console.log(`${stepsBack === 0 ? '+' : '−'} ${name}`);
  console.log(`${done.length} bước (${done.length} steps)`);
}

/** 0 means forward. */
function readStepsBack([way, steps = '1', ...rest]: string[]): number {
  if (way === undefined) return 0;
  if (way !== 'down' || rest.length > 0 || !/^([1-9]\d*|all)$/.test(steps))
    throw new StartRefusal('bad-argument', { wantedVi: 'down, down <số bước> hoặc down all', wantedEn: 'down, down <steps> or down all' });
  return steps === 'all' ? Number.MAX_SAFE_INTEGER : Number(steps);
}
