import { type Block, generate, type Kind } from './blocks';
import { show, shrink, size } from './shrink';
import { type Walked } from './walk';

type Run = (tree: Block, seed: number) => Promise<Walked>;
export type Seeds = { from: number; count: number; kinds: readonly Kind[]; depth: number };

/** Fails with the smallest diagram that still shows the difference. */
export async function expectAgreement({ from, count, kinds, depth }: Seeds, run: Run): Promise<void> {
  let steps = 0;
  for (let seed = from; seed < from + count; seed++) {
    const tree = generate(seed, kinds, depth);
    const walked = await run(tree, seed);
    steps += walked.steps;
    if (walked.difference) throw new Error(`seed ${seed}: ${walked.difference}\n${await smallest(tree, seed, run)}`);
  }
  // a walk that goes nowhere would agree on everything
  expect(steps).toBeGreaterThan(count);
}

/** How many of these diagrams are walked differently. */
export async function countDifferences({ from, count, kinds, depth }: Seeds, run: Run): Promise<number> {
  let different = 0;
  for (let seed = from; seed < from + count; seed++) if ((await run(generate(seed, kinds, depth), seed)).difference) different++;
  return different;
}

async function smallest(tree: Block, seed: number, run: Run): Promise<string> {
  let best = tree;
  let walked = await run(tree, seed);
  for (let isSmaller = true; isSmaller;) {
    isSmaller = false;
    for (const candidate of shrink(best)) {
      if (size(candidate) >= size(best)) continue;
      const again = await run(candidate, seed);
      if (!again.difference) continue;
      [best, walked, isSmaller] = [candidate, again, true];
      break;
    }
  }
  return `smallest: ${show(best)}\n${walked.difference}\npath: ${walked.path.join(' ')}`;
}
