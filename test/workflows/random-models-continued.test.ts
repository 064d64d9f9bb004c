import { ALL, BASIC, type Kind } from './models/blocks';
import { expectAgreement } from './models/expect-agreement';
import { walkEngine, walkOracle } from './models/walk';

const INSTANCES: readonly Kind[] = [
  ...BASIC,
  'multiSub',
  'multiSubTimed',
  'consultation',
  'service',
  'serviceError',
  'serviceSub',
  'serviceMulti',
];

test('the engine shows the same waits as the reference on 120 more random diagrams', async () => {
  await expectAgreement({ from: 121, count: 120, kinds: ALL, depth: 3 }, walkEngine);
}, 300_000);

test('and on 30 of several agencies and failing services', async () => {
  await expectAgreement({ from: 20_001, count: 30, kinds: INSTANCES, depth: 3 }, walkEngine);
}, 300_000);

test('the engine shows them on the whole diagram too, without the slice', async () => {
  await expectAgreement({ from: 30_001, count: 20, kinds: ALL, depth: 3 }, (tree, seed) => walkEngine(tree, seed, { isSliced: false }));
}, 300_000);

test('the oracle shows the same waits as the reference on 500 random diagrams', async () => {
  await expectAgreement({ from: 1, count: 500, kinds: ALL, depth: 3 }, walkOracle);
}, 300_000);
