import { readFileSync } from 'node:fs';
import { compileDiagram } from '../../server/workflow/compile';
import { Workflow } from '../../server/workflow/workflow';
import { openDatabase } from '../../server/store/database';
import { openOneStop } from '../support/one-stop';
import { report } from './measure';
import { withOwnPostgres } from './own-postgres';
import { DocumentedEngine } from './workflow/as-documented';
import { hireCrew } from './workflow/crew';
import { compareEngines, type Comparison } from './workflow/engine-cpu';
import { measureLoads, type OfLoad } from './workflow/loads';
import { assemble, readyDrafts } from './workflow/prepare';
import { recordOneDossier } from './workflow/record-one';
import { resultOf, sayBars } from './workflow/result';
import { sixtyActivities } from './workflow/sixty-activities';
import { type Line, SAME_DAY_WALK, SIXTY_WALK } from './workflow/walks';
import { work } from './workflow/worker';

/**
 * What the engine costs an act. Dossiers of the same-day diagram go from filing to
 * the leader's desk through the real commands, by one and two processes, with 1, 8
 * and 32 acts in flight; beside them, in turn, the same statements without any
 * engine, and with bpmn-engine as its documentation shows it. Then the processor
 * time of the engine's own steps, ours and as documented, on a diagram of sixty
 * activities and on the same-day diagram walked to its end.
 */
const PROCESSES = 2;
const DRAFTS = 8000;

if (process.send) work();
else void main();

async function main(): Promise<void> {
  const source = readFileSync('workflows/diagrams/same-day/process.bpmn', 'utf8');
  const loads = await underLoad(source);
  const sixty = await engines('a step of the diagram of sixty activities', sixtyActivities(), SIXTY_WALK);
  const sameDay = await engines('a step of the same-day diagram', source, SAME_DAY_WALK);
  const result = resultOf(loads, { sixty, sameDay });
  sayBars(result);
  report(result);
}

function underLoad(source: string): Promise<OfLoad[]> {
  return withOwnPostgres(async ({ ownerUrl, appUrl }) => {
    const [app, owner] = [openDatabase(appUrl), openDatabase(ownerUrl)];
    const town = await openOneStop(app);
    const cast = await assemble(town);
    const [first, ...filed] = await readyDrafts(town, owner, cast, DRAFTS);
    const recorded = await recordOneDossier(app, cast, first!);
    await app.close();
    await owner.close();
    const crew = await hireCrew(PROCESSES, { appUrl, cast, source, recorded }, filed);
    const measured = await measureLoads(crew);
    crew.dismiss();
    return measured;
  });
}

async function engines(what: string, source: string, lines: readonly Line[]): Promise<Comparison> {
  const compiled = await compileDiagram(source);
  const compared = await compareEngines(new Workflow(compiled), new DocumentedEngine(source, compiled), lines);
  const { oursCpuMs, theirsCpuMs, ratio } = compared;
  console.log(`${what}: ${oursCpuMs.toFixed(2)} ms of processor time, as documented ${theirsCpuMs.toFixed(2)} ms: ${ratio.toFixed(2)}`);
  return compared;
}
