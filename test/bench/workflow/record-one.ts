import { type Sequelize } from 'sequelize';
import { performing } from '../../../server/casework/perform';
import { Workflow } from '../../../server/workflow/workflow';
import { type Cast } from './acts';
import { type Filed, walkUntil } from './walker';
import { type Recorded, RecordingEngine } from './without-engine';
import { partsWith } from './worker';

/** Takes one dossier all the way, and notes what the engine answered: the same is answered to all others where there is no engine. */
export async function recordOneDossier(app: Sequelize, cast: Cast, filed: Filed): Promise<Recorded> {
  let engine: RecordingEngine | undefined;
  const { perform } = performing(
    app,
    partsWith((compiled) => (engine = new RecordingEngine(new Workflow(compiled)))),
  );
  const heap = [filed];
  await walkUntil({ perform, cast, untilMs: Infinity }, () => heap.pop());
  if (!engine) throw new Error('no dossier has taken a step');
  return engine.recorded;
}
