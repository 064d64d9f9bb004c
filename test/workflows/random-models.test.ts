import { ALL } from './models/blocks';
import { expectAgreement } from './models/expect-agreement';
import { walkEngine } from './models/walk';

/** The second half of the seeds is in random-models-continued.test.ts, so that two processors share them. */
test('the engine shows the same waits as the reference on 120 random diagrams, recovered after every step', async () => {
  await expectAgreement({ from: 1, count: 120, kinds: ALL, depth: 3 }, walkEngine);
}, 300_000);

test('and on 8 deeper ones', async () => {
  await expectAgreement({ from: 10_001, count: 8, kinds: ALL, depth: 4 }, walkEngine);
}, 300_000);
