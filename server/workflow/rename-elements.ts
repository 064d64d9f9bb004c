import { type SavedState } from './engine-parts';

/** Where a saved position names an element: these properties, and the keys of outputs. Execution ids stay as they are. */
const NAMING = new Set(['id', 'sourceId', 'targetId', 'attachedTo']);

/** The same position with elements renamed. */
export function renameElements(state: SavedState, ids: ReadonlyMap<string, string>): SavedState {
  return renamed(state, '', ids) as SavedState;
}

function renamed(value: unknown, property: string, ids: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') return NAMING.has(property) ? (ids.get(value) ?? value) : value;
  if (Array.isArray(value)) return value.map((one) => renamed(one, property, ids));
  if (typeof value !== 'object' || value === null) return value;
  const isOutput = property === 'output';
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [isOutput ? (ids.get(key) ?? key) : key, renamed(inner, key, ids)]),
  );
}
