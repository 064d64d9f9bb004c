import { type Block, partsOf } from './blocks';

/** Smaller trees, one edit each: a block replaced by one of its parts or by a task. */
export function shrink(block: Block): Block[] {
  const smaller: Block[] = block.kind === 'task' ? [] : [...partsOf(block), { kind: 'task', id: `z${idOf(block)}` }];
  if (block.kind === 'sequence' && block.parts.length > 1)
    smaller.push(...block.parts.map((_, place) => ({ ...block, parts: block.parts.filter((_, other) => other !== place) })));
  for (const part of partsOf(block)) for (const one of shrink(part)) smaller.push(replaced(block, part, one));
  return smaller;
}

export function size(block: Block): number {
  return 1 + partsOf(block).reduce((sum, part) => sum + size(part), 0);
}

/** A tree in one line, for the message of a failed test. */
export function show(block: Block): string {
  if (block.kind === 'task') return block.id;
  const { kind, ...rest } = block;
  const marks = ['many', 'multi', 'count', 'timer', 'isWrapped', 'isSequential'].filter((key) => key in rest);
  const detail = marks.map((key) => `${key}=${JSON.stringify((rest as Record<string, unknown>)[key])}`).join(',');
  return `${kind}${detail ? `[${detail}]` : ''} ${idOf(block)}(${partsOf(block).map(show).join(' | ')})`;
}

function replaced(block: Block, part: Block, by: Block): Block {
  return JSON.parse(JSON.stringify(block), (_key, value: unknown) =>
    JSON.stringify(value) === JSON.stringify(part) ? by : value,
  ) as Block;
}

function idOf(block: Block): string {
  return block.kind === 'sequence' ? block.parts.map(idOf).join('') : block.id;
}
