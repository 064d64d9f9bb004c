import { readFileSync } from 'node:fs';
import pg from 'pg';
import { readFacts } from '../../server/catalogue/read-facts';
import { type Reading } from '../../server/catalogue/reading';
import { importCatalogue } from '../../server/jobs/import-catalogue';
import { readCatalogueFiles } from '../../server/read-catalogue-files';
import { readGeneral } from '../../server/seed/general';
import { seedOnce } from '../../server/seed/seed';
import { openDatabase } from '../../server/store/database';
import { seedingOn } from '../support/seeding';
import { median, report, rounded } from './measure';
import { withOwnPostgres, type OwnPostgres } from './own-postgres';

/**
 * What it costs to bring the procedures of the country in: read, judged, put on
 * record and published, in one transaction on an empty province, and once more
 * when nothing has changed; beside plain `pg` that inserts the same records, one
 * statement each. With a folder or file behind it, that one is imported;
 * otherwise the facts that ship.
 */
const ROUNDS = 3;
const ACT = { actor: { kind: 'system', name: 'bench' }, endpoint: 'bench' } as const;
const FOLDERS = { templates: 'templates', workflows: 'workflows' };

type Round = { read: number; first: number; again: number; plain: number };

async function main(path: string | undefined): Promise<void> {
  const rounds: Round[] = [];
  let count = 0;
  for (let round = 0; round < ROUNDS; round++)
    await withOwnPostgres(async (database) => {
      const { procedures, ...took } = await importOnce(database, path);
      rounds.push(took);
      count = procedures;
      console.log(
        `${procedures} procedures: ${Object.entries(took)
          .map(([name, seconds]) => `${name} ${seconds.toFixed(1)} s`)
          .join(', ')}`,
      );
    });
  const of = (name: keyof Round) => rounded(median(rounds.map((round) => round[name])));
  report({
    bench: 'import',
    figures: {
      procedures: count,
      readSeconds: of('read'),
      importSeconds: of('first'),
      importAgainSeconds: of('again'),
      peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024),
    },
    reference: { plainInsertSeconds: of('plain') },
    ratio: { importToPlainInsert: rounded(of('first') / of('plain')) },
  });
}

async function importOnce({ appUrl }: OwnPostgres, path: string | undefined): Promise<Round & { procedures: number }> {
  const database = openDatabase(appUrl);
  const parts = await seedingOn(database, () => new Date());
  await seedOnce(parts, 'reference');
  const general = await readGeneral(FOLDERS);
  let readings: Reading[] = [];
  const read = await secondsOf(() => {
    readings = readingsOf(path);
  });
  const bring = () => parts.perform(ACT, (context) => importCatalogue(context, { ...general, source: 'bench', readings }));
  const first = await secondsOf(bring);
  const again = await secondsOf(bring);
  const plain = await secondsOf(() => insertPlainly(appUrl, readings));
  await database.close();
  return { procedures: readings.length, read, first, again, plain };
}

function readingsOf(path: string | undefined): Reading[] {
  if (path !== undefined) return readCatalogueFiles(path).map(({ reading }) => reading);
  return readFacts(readFileSync('workflows/general/catalogue-facts.tsv', 'utf8'));
}

async function insertPlainly(url: string, readings: readonly Reading[]): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  await client.query('begin');
  for (const { record, findings } of readings)
    if (record)
      await client.query(`insert into catalogue_records values ($1, 1000, $2, $3, 'x', 'plain', null, false, '[]', now(), 'bench')`, [
        record.code,
        JSON.stringify(record),
        JSON.stringify(findings),
      ]);
  await client.query('commit');
  await client.end();
}

async function secondsOf(work: () => unknown): Promise<number> {
  const before = performance.now();
  await work();
  return (performance.now() - before) / 1000;
}

void main(process.argv[2]);
