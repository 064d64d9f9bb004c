import { gunzipSync, gzipSync } from 'node:zlib';
import { type SavedScope, type SavedState } from './engine-parts';
import { DamagedState } from './guard';

/** Stored beside every position; a position of another major version of the engine is refused. */
export const engineVersion = 'bpmn-engine 25.0.1, bpmn-elements 17.3.0';
const MAJOR = '25.';
const MAX_BYTES = 8_000_000;

export function zip(state: unknown): Buffer {
  return gzipSync(JSON.stringify(state));
}

/** A stored position, unpacked. */
export type OpenState = {
  /** Ids of what is alive in it. */
  active: string[];
  /** Hands it to an engine, which works in it: each one gets its own. */
  take(): SavedState;
};

export function openState(state: Buffer): OpenState {
  const text = unzip(state);
  let unused: SavedState | undefined = read(text);
  return {
    active: activeIdsOf(unused),
    take() {
      const taken = unused ?? read(text);
      unused = undefined;
      return taken;
    },
  };
}

export function unzip(state: Buffer): string {
  try {
    return gunzipSync(state, { maxOutputLength: MAX_BYTES }).toString();
  } catch (cause) {
    throw new DamagedState('the position is not readable', { cause });
  }
}

export function read(text: string): SavedState {
  let saved: Partial<SavedState> | null;
  try {
    saved = JSON.parse(text) as Partial<SavedState> | null;
  } catch (cause) {
    throw new DamagedState('the position is not readable', { cause });
  }
  if (!saved?.definitions?.[0]) throw new DamagedState('the position holds no definition');
  if (!saved.engineVersion?.startsWith(MAJOR)) throw new DamagedState(`the position is of engine ${saved.engineVersion}`);
  return saved as SavedState;
}

/** Ids that carry live state; element, sub-process and called process alike. */
export function activeIdsOf({ definitions }: SavedState): string[] {
  return (definitions[0].execution?.processes ?? []).flatMap(({ execution }) => aliveIn(execution));
}

function aliveIn(scope: SavedScope | undefined): string[] {
  return (scope?.children ?? [])
    .filter(({ broker, status }) => broker || status)
    .flatMap(({ id, execution }) => [id, ...aliveIn(execution), ...(execution?.executions ?? []).flatMap(aliveIn)]);
}
