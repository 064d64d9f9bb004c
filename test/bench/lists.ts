import { fork } from 'node:child_process';
import { once } from 'node:events';
import pg from 'pg';
import { findLocalPostgres } from '../../server/local-postgres/start-local-postgres';
import { deriveAppUrl } from '../../server/store/app-role';
import { generate } from './lists/generate';
import { measureLists } from './lists/loads';
import { servePlainly } from './lists/plain-server';
import { questionsOf } from './lists/questions';
import { openReaders } from './lists/readers';
import { resultOf, sayBars } from './lists/result';
import { startServer } from './lists/running-server';
import { report } from './measure';
import { withDirectory } from './own-postgres';

/**
 * How long people wait for their lists, at a hundred thousand dossiers. The server
 * as it is started in the field, its own PostgreSQL beside it; staff who are signed
 * in and strangers who hold a code ask over HTTP: a hundred a second come what may,
 * and sixteen who ask again as soon as they are answered. These also ask express
 * with plain `pg`, in turn, which answers the same question without any office.
 */
const DOSSIERS = Number(process.env['BENCH_DOSSIERS'] ?? 100_000);

if (process.send) void servePlainly(process.argv[2]!).then((url) => process.send!(url));
else void main();

async function main(): Promise<void> {
  await withDirectory(async (folder, untilStopped) => {
    const { url, dataDir, stop } = await startServer(folder);
    untilStopped(stop);
    const address = new URL((await findLocalPostgres(dataDir))!);
    address.pathname = '/mot_cua';
    const owner = new pg.Client(address.href);
    await owner.connect();
    untilStopped(() => owner.end());

    const made = await generate(owner, { dossiers: DOSSIERS, now: new Date() });
    console.log(`${made.codes.length} dossiers with ${made.tasks} tasks`);
    const readers = await openReaders(owner, url);
    const plain = fork(process.argv[1]!, [deriveAppUrl(address.href, address.password)], { execArgv: process.execArgv });
    untilStopped(() => plain.kill());
    const [plainUrl] = (await once(plain, 'message')) as [string];
    const result = resultOf(await measureLists({ ours: url, plain: plainUrl }, questionsOf(made, readers)));
    sayBars(result);
    report(result);
  });
}
