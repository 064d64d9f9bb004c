import { gunzipSync, gzipSync } from 'node:zlib';
import { type SavedState } from './engine-parts';
import { DamagedState } from './guard';

/** Stored beside every position; a position of another major version of the engine is refused. */
export const engineVersion = 'bpmn-engine 25.0.1, bpmn-elements 17.3.0';
const MAJOR = '25.';
const MAX_BYTES = 8_000_000;

export function zip(state: unknown): Buffer {
  return gzipSync(JSON.stringify(state));
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
