/** Whether a parsed value holds lists or objects within each other deeper than so many levels; without recursion, however deep it is. */
export function isNestedDeeper(value: unknown, levels: number): boolean {
  let inner = [value].filter(isNest);
  for (let level = 0; level < levels; level += 1) inner = inner.flatMap((nest) => Object.values(nest).filter(isNest));
  return inner.length > 0;
}

function isNest(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
