import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { buildParts } from './casework/build-parts';
import { performing } from './casework/perform';
import { type Imported, importCatalogue } from './jobs/import-catalogue';
import { readConfig } from './config';
import { StartRefusal } from './domain/start-refusal';
import { projectFolders } from './folders';
import { openDatabases } from './open-databases';
import { type PlacedReading, readCatalogueFiles } from './read-catalogue-files';
import { runProcess, type Life } from './run-process';
import { startClock } from './start-clock';
import { migrateUp } from './store/migrate';
import { readGeneral } from './seed/general';

void runProcess(importFiles);

/**
 * `catalogue:import DIR|FILE` enters procedures as they were collected from the
 * national portal or in the neutral shape: all or none, with a report by line.
 * A second time it changes only what has changed.
 */
async function importFiles(life: Life): Promise<void> {
  const path = readPath(process.argv.slice(2));
  const read = readCatalogueFiles(path);
  life.ending.throwIfAborted();
  const config = readConfig();
  const folders = projectFolders(__dirname);
  const { ownerUrl, appRole, app } = await openDatabases(config, life, 'beside');
  await migrateUp({ ownerUrl, appRole, folder: folders.migrations });
  const { perform } = performing(app, buildParts(startClock()));
  const general = await readGeneral(folders);
  const act = { actor: { kind: 'system', name: 'catalogue:import' }, endpoint: 'catalogue:import' } as const;
  const input = { ...general, source: path, readings: read.map(({ reading }) => reading) };
  const { answer: imported } = await perform(act, (context) => importCatalogue(context, input));
  report(read, imported);
}

function readPath([path, ...rest]: string[]): string {
  if (!path || rest.length > 0 || !existsSync(resolve(path)))
    throw new StartRefusal('bad-argument', {
      wantedVi: 'thư mục hoặc tệp .jsonl, .json có thật',
      wantedEn: 'a folder or a .jsonl or .json file that exists',
    });
  return resolve(path);
}

/** Each doubt under its line, then what became of all. */
function report(read: readonly PlacedReading[], imported: readonly Imported[]): void {
  for (const { place, reading } of read)
    for (const { trap, verdict, place: where, what } of reading.findings)
      console.log([place, codeIn(reading), verdict, trap, where, what.vi].join('\t'));
  const count = (is: (one: Imported) => boolean) => imported.filter(is).length;
  const outcome = (name: Imported['outcome']) => count((one) => one.outcome === name);
  console.log(
    `Đã đọc ${read.length} thủ tục: ${outcome('new')} mới, ${outcome('changed')} thay đổi, ${outcome('unchanged')} giữ nguyên, ${outcome('refused')} không nhận; ` +
      `${count(({ procedure }) => procedure === 'published')} tiếp nhận được, ${count(({ procedure }) => procedure === 'modelled')} đã có quy trình riêng, ` +
      `${count(({ procedure, outcome: of }) => procedure === 'not-receivable' && of !== 'refused')} chưa tiếp nhận được.`,
  );
}

function codeIn(reading: PlacedReading['reading']): string {
  return reading.record ? reading.record.code : (reading.code ?? '?');
}
