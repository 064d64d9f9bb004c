import { unknownFacts } from '../../server/domain/facts';
import { Refusal } from '../../server/domain/refusal';
import { migrate } from '../../server/workflow/migrate';
import { DamagedState, type Step, type Workflow } from '../../server/workflow/workflow';
import { answer, diagram, open, waitAt, workflowOf } from './models/small';
import * as x from './models/xml';

jest.setTimeout(60_000);
const LIMIT = { 'mc:limit': '3 working-days' };
const clock = x.boundary('clock', 'examine', x.timer('PT48H'), { cancelActivity: 'false' });
const afterClock = [x.service('warn'), x.end('warned'), ...x.flows('clock', 'warn', 'warned')];

/** A task with a clock in a sub-process, then a fork and a join, then a task for each agency. */
const BODY = [
  x.start('in'),
  x.user('examine'),
  clock,
  ...afterClock,
  x.fork('fork'),
  x.user('left'),
  x.user('right'),
  x.fork('join'),
  x.user('each', x.multi({ isSequential: false, cardinality: 3 })),
  x.end('out'),
  ...x.flows('in', 'examine', 'fork', 'left', 'join', 'each', 'out'),
  ...x.flows('fork', 'right', 'join'),
];
const around = (body: readonly string[], name = 'body') =>
  diagram([x.start('s'), x.sub(name, body), x.end('e'), ...x.flows('s', name, 'e')]);
const FIRST = around(BODY);
const changed = (from: string | RegExp, to: string) => FIRST.replaceAll(from, to);

let first: Workflow;
beforeAll(async () => {
  first = await workflowOf(FIRST);
});

async function at(...path: string[]): Promise<Step> {
  let step = await first.open({}, unknownFacts);
  for (const id of path) step = await answer(first, step, id);
  return step;
}

async function move(step: Step, xml: string, mapping: Record<string, string> = {}) {
  const to = await workflowOf(xml);
  const moved = await migrate(step.state, step, first, to, mapping);
  return { to, moved: { ...step, ...moved } };
}

async function reasonOf(step: Step, xml: string, mapping: Record<string, string> = {}): Promise<unknown> {
  const refusal: unknown = await move(step, xml, mapping).then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(refusal instanceof Refusal)) throw new Error('not refused', { cause: refusal });
  expect(refusal.code).toBe('migration-refused');
  return refusal.facts['reason'];
}

test('a dossier moves to a version with a task added behind it, and goes through the new task', async () => {
  const xml = around([...BODY.filter((one) => one !== x.flow('each', 'out')), x.user('added'), ...x.flows('each', 'added', 'out')]);
  const { to, moved } = await move(await at('examine', 'left'), xml);
  expect(open(moved)).toEqual(['right']);
  let step = await answer(to, moved, 'right');
  for (const index of [0, 1, 2]) step = await answer(to, step, 'each', { index });
  expect(open(step)).toEqual(['added']);
});

test('renamed elements keep their waits, their execution ids and their dates', async () => {
  const before = await at();
  const xml = changed(/\bexamine\b/g, 'appraise')
    .replaceAll('"body"', '"work"')
    .replaceAll('"main"', '"main2"')
    .replace('"definitions"', '"version2"');
  const { to, moved } = await move(before, xml, { examine: 'appraise', body: 'work' });
  expect(open(moved)).toEqual(['appraise', 'clock']);
  expect(waitAt(moved, 'appraise').executionId).toBe(waitAt(before, 'examine').executionId);
  expect(waitAt(moved, 'clock').dueAt).toBe(waitAt(before, 'clock').dueAt);
  const next = await answer(to, moved, 'appraise');
  expect(open(next)).toEqual(['left', 'right']);
  expect(next.closed.map(({ elementId }) => elementId).sort()).toEqual(['appraise', 'clock']);
});

test('what was drawn differently behind the dossier does not matter', async () => {
  const { moved } = await move(await at('examine'), changed('PT48H', 'PT24H').replaceAll('"warn"', '"tell"').replaceAll('_warn', '_tell'));
  expect(open(moved)).toEqual(['left', 'right']);
});

test('nothing is written: the old position goes on as before', async () => {
  const before = await at();
  await move(before, FIRST.replaceAll('"left"', '"other"'));
  expect(open(await answer(first, before, 'examine'))).toEqual(['left', 'right']);
});

type Refused = { why: string; path: string[]; reason: string; xml: string; mapping?: Record<string, string> };
const REFUSED: Refused[] = (
  [
    ['the task it waits at is gone', [], 'element-gone', changed('"examine"', '"other"')],
    ['the mapping names what is not there', [], 'mapping-unknown', FIRST, { examine: 'nowhere' }],
    [
      'the task has become another kind',
      [],
      'element-changed',
      changed('userTask id="examine"', 'manualTask id="examine"')
        .replace('</userTask><boundary', '</manualTask><boundary')
        .replace(/(<manualTask id="examine"[^>]*>)<\/userTask>/, '$1</manualTask>'),
    ],
    [
      'the task has moved into a sub-process',
      ['examine', 'left'],
      'element-moved',
      around([
        ...BODY.filter((one) => !/sequenceFlow.*"right"/.test(one)).map((one) =>
          one.includes('userTask id="right"')
            ? x.sub('wrap', [x.start('ws'), x.user('right'), x.end('we'), ...x.flows('ws', 'right', 'we')])
            : one,
        ),
        ...x.flows('fork', 'wrap', 'join'),
      ]),
    ],
    [
      'a clock was added to the task',
      ['examine'],
      'boundary-changed',
      around([...BODY, x.boundary('new', 'left', x.emptyTimer, LIMIT), x.end('x'), x.flow('new', 'x')]),
    ],
    ['the clock on the task was removed', [], 'boundary-changed', around(BODY.filter((one) => one !== clock && !afterClock.includes(one)))],
    [
      'the clock has become a message',
      [],
      'boundary-changed',
      changed(/<boundaryEvent id="clock".*?<\/boundaryEvent>/g, x.boundary('clock', 'examine', x.onMessage('m'))).replace(
        '<process',
        `${x.message('m')}<process`,
      ),
    ],
    ['there are more instances now', ['examine', 'left', 'right'], 'instances-changed', changed('>3<', '>5<')],
    [
      'instances follow one another now',
      ['examine', 'left', 'right'],
      'instances-changed',
      changed('isSequential="false"', 'isSequential="true"'),
    ],
    [
      'a branch was added to a join where a token waits',
      ['examine', 'left'],
      'branches-changed',
      around([...BODY, x.user('third'), ...x.flows('fork', 'third', 'join')]),
    ],
    [
      'a branch was added to a join that the dossier is on the way to',
      ['examine'],
      'walk-stops',
      around([...BODY, x.user('third'), ...x.flows('fork', 'third', 'join')]),
    ],
    [
      'the way now only goes round',
      ['examine'],
      'never-ends',
      around([...BODY.filter((one) => one !== x.flow('each', 'out')), x.xor('m'), x.user('again'), ...x.flows('each', 'm', 'again', 'm')]),
    ],
  ] satisfies [string, string[], string, string, Record<string, string>?][]
).map(([why, path, reason, xml, mapping]) => ({ why, path, reason, xml, ...(mapping && { mapping }) }));

test.each(REFUSED)('refuses when $why', async ({ path, reason, xml, mapping }) => {
  expect(await reasonOf(await at(...path), xml, mapping)).toBe(reason);
});

test('refuses a position that is not what the open rows say', async () => {
  const [before, later] = [await at(), await at('examine')];
  await expect(migrate(later.state, before, first, first, {})).rejects.toThrow(DamagedState);
});

test('says why in two languages, and where', async () => {
  const error: unknown = await move(await at(), changed('"examine"', '"other"')).catch((one: unknown) => one);
  expect((error as Refusal).facts).toMatchObject({
    elementId: 'examine',
    why: { vi: 'phiên bản mới không còn examine, nơi hồ sơ đang ở', en: 'the new version lacks examine, where the dossier is' },
  });
});
