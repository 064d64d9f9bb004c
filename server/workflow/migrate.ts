import { createHash } from 'node:crypto';
import { Refusal } from '../domain/refusal';
import { type MigrationReason, migrationReasons } from '../domain/words/migration-reasons';
import { type Model } from './diagram-model';
import { type Element } from './engine-parts';
import { guard, listed } from './guard';
import { seededRandom } from './random';
import { renameElements } from './rename-elements';
import { activeIdsOf, engineVersion, read, unzip, zip } from './saved-state';
import { type Known, type Wait } from './wait';
import { TrialWalk } from './walking';
import { type Position, type Workflow } from './workflow';

/** Old element id -> new element id, for what was renamed; all others keep theirs. */
export type Mapping = Readonly<Record<string, string>>;
/** The position under the new version. The open rows keep their execution ids; their words come from `waits`. */
export type Migrated = Position & { state: Buffer; stateSha256: string; engineVersion: string };

const TRIALS = 12;
const MAX_STEPS = 150;
/** So many trials without an end are enough to say that there is none. */
const PATIENCE = 3;

/**
 * Moves one running dossier to another version of its diagram. The engine would
 * take almost any change and hang later, so this is a dry run first: where the
 * dossier is now must be drawn alike, the same waits must be open, and copies
 * are walked to the end. Refuses (`migration-refused`, facts: reason, elementId,
 * why) or answers the new position; writes nothing.
 */
export async function migrate(state: Buffer, known: Known, from: Workflow, to: Workflow, mapping: Mapping): Promise<Migrated> {
  guard(known, await from.look(state));
  const saved = read(unzip(state));
  const ids = new Map(Object.entries({ ...mainIds(from.model, to.model), ...mapping }));
  for (const id of Object.values(mapping)) if (!to.model.elements.has(id) && !isFlow(to.model, id)) refuse('mapping-unknown', id);
  const renamed = (id: string) => ids.get(id) ?? id;
  for (const id of activeIdsOf(saved)) compareElement(from.model.elements.get(id), from.model, to.model, renamed);
  const moved = zip(renameElements(saved, ids));
  const position = await recovered(moved, to);
  const expected = known.waits.map((wait) => ({ ...wait, elementId: renamed(wait.elementId) }));
  if (listed(expected) !== listed(position.waits)) refuse('waits-differ', '');
  await walkCopies({ state: moved, ...position }, to.model);
  return { ...position, state: moved, stateSha256: createHash('sha256').update(moved).digest('hex'), engineVersion };
}

function mainIds(from: Model, to: Model): Record<string, string> {
  const [old, next] = [from, to].map(({ context }) => [context.id, ...context.getExecutableProcesses().map(({ id }) => id)]);
  return Object.fromEntries((old ?? []).map((id, place) => [id, next?.[place] ?? id]));
}

/** Where a token is, the new drawing must be the old one: a clock added there would never be armed, a branch added would never arrive. */
function compareElement(old: Element | undefined, from: Model, to: Model, renamed: (id: string) => string): void {
  if (!old) return;
  const id = renamed(old.id);
  const next = to.elements.get(id);
  if (!next) return refuse('element-gone', id);
  if (next.type !== old.type) refuse('element-changed', id);
  if (next.parent.id !== renamed(old.parent.id)) refuse('element-moved', id);
  if (JSON.stringify(next.behaviour?.loopCharacteristics?.behaviour) !== JSON.stringify(old.behaviour?.loopCharacteristics?.behaviour))
    refuse('instances-changed', id);
  const bound = (model: Model, of: string, name: (one: string) => string) =>
    (model.boundaries.get(of) ?? [])
      .map((event) => `${name(event)} ${eventOf(model.elements.get(event))}`)
      .sort()
      .join();
  if (bound(to, id, (one) => one) !== bound(from, old.id, renamed)) refuse('boundary-changed', id);
  if (/Parallel|EventBased/.test(old.type) && branches(to, id, (one) => one) !== branches(from, old.id, renamed))
    refuse('branches-changed', id);
}

function eventOf(element: Element | undefined): string {
  return `${element?.behaviour?.eventDefinitions?.[0]?.type} ${element?.behaviour?.cancelActivity}`;
}

function branches({ context, outbound }: Model, id: string, name: (id: string) => string): string {
  const sources = context.getInboundSequenceFlows(id).map(({ sourceId }) => name(sourceId));
  const targets = outbound(id).map(({ targetId }) => name(targetId));
  return `${sources.sort().join()} > ${targets.sort().join()}`;
}

function isFlow({ context }: Model, id: string): boolean {
  return context.getSequenceFlows().some((flow) => flow.id === id);
}

async function recovered(state: Buffer, to: Workflow): Promise<Position> {
  try {
    return await to.look(state);
  } catch (error) {
    return refuse('cannot-recover', '', error);
  }
}

/** Copies, never the dossier itself. */
async function walkCopies(start: Position & { state: Buffer }, model: Model): Promise<void> {
  let ended = 0;
  for (let trial = 1; trial <= TRIALS; trial++) {
    if (await walkCopy(start, model, trial)) ended++;
    if (!ended && trial >= PATIENCE) refuse('never-ends', '');
  }
}

async function walkCopy(start: Position & { state: Buffer }, model: Model, trial: number): Promise<boolean> {
  const random = seededRandom(trial);
  const walk = new TrialWalk(
    model,
    String(trial),
    Array.from({ length: 1 + (trial % 3) }, (_, index) => ({ key: `agency-${index}` })),
  );
  let position: { state: Buffer; waits: Wait[]; active: string | null } = start;
  for (let count = 0; count < MAX_STEPS; count++) {
    const plain = position.waits.filter(({ elementId }) => !isInterrupting(model.elements.get(elementId)));
    const list = plain.length && random() < 0.97 ? plain : position.waits;
    const wait = list[Math.floor(random() * list.length)];
    if (!wait) return false;
    try {
      const step = await walk.answer(position, wait, undefined);
      if (step.ended) return true;
      position = step;
    } catch (error) {
      refuse('walk-stops', wait.elementId, error);
    }
  }
  return false;
}

function isInterrupting(element: Element | undefined): boolean {
  return !!element?.behaviour?.attachedTo && element.behaviour.cancelActivity !== false;
}

function refuse(reason: MigrationReason, elementId: string, cause?: unknown): never {
  const { vi, en } = migrationReasons[reason];
  const why = { vi: vi.replace('{what}', elementId), en: en.replace('{what}', elementId) };
  const refusal = new Refusal('migration-refused', { reason, elementId: elementId || null, why });
  throw cause ? Object.assign(refusal, { cause }) : refusal;
}
