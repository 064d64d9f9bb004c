import { readFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import { unknownFacts } from '../../server/domain/facts';
import { DamagedState, engineVersion, StepImpossible, type Step, type Workflow } from '../../server/workflow/workflow';
import { answer, diagram, open, waitAt, workflowOf } from './models/small';
import * as x from './models/xml';

jest.setTimeout(60_000);

/** One wait of every kind: a task with a reminder and a limit, then a service, then a message or the last day. */
const dossier = diagram(
  [
    x.start('start'),
    x.user('examine', '', {
      'mc:agency': 'competent',
      'mc:form': 'opinion',
      'mc:template': 'form-02',
      'mc:status': '4',
      name: 'Thẩm định hồ sơ',
    }),
    x.boundary('remind', 'examine', x.emptyTimer, { cancelActivity: 'false', 'mc:limit': 'named supplement-request' }),
    x.service('warn', { 'mc:topic': 'warn-supplement-limit' }),
    x.end('warned'),
    x.service('ask', { 'mc:template': 'form-02' }),
    x.eventGateway('await', { 'mc:status': '5' }),
    x.catching('arrived', x.onMessage('supplement-answer'), { 'mc:status': '4' }),
    x.catching('over', x.emptyTimer, { 'mc:limit': '12 days', 'mc:status': '8' }),
    x.xor('merge'),
    x.end('finished', '', { 'mc:status': '10' }),
    ...x.flows('start', 'examine', 'ask', 'await', 'arrived', 'merge', 'finished'),
    ...x.flows('await', 'over', 'merge'),
    ...x.flows('remind', 'warn', 'warned'),
  ],
  [x.message('supplement-answer')],
);

let workflow: Workflow;
let opened: Step;
beforeAll(async () => {
  workflow = await workflowOf(dossier);
  opened = await workflow.open({}, unknownFacts);
});

test('a new dossier waits at its first task, with all that the diagram says of it', () => {
  expect(waitAt(opened, 'examine')).toMatchObject({
    kind: 'user',
    name: 'Thẩm định hồ sơ',
    duty: 'officer',
    agency: 'competent',
    act: 'examine',
    form: 'opinion',
    template: 'form-02',
    limit: 'named examination',
    topic: null,
    message: null,
    instance: null,
    dueAt: null,
  });
  expect(waitAt(opened, 'remind')).toMatchObject({ kind: 'timer', limit: 'named supplement-request', dueAt: null });
  expect(opened).toMatchObject({ stale: false, ended: false, status: 4, engineVersion, closed: [], now: ['examine'] });
  expect(opened.opened).toEqual(opened.waits);
  expect(opened.entered).toEqual(['start', 'examine']);
  expect(opened.done).toEqual(['start']);
  expect(opened.flows).toEqual(['f_start_examine']);
});

test('an act closes its wait and opens the next; the clock on the task goes with it', async () => {
  const step = await answer(workflow, opened, 'examine');
  expect(step.closed.map(({ elementId }) => elementId).sort()).toEqual(['examine', 'remind']);
  expect(step.opened).toEqual([
    expect.objectContaining({ elementId: 'ask', kind: 'service', topic: 'issue-receipt', template: 'form-02' }),
  ]);
  expect(step).toMatchObject({ status: null, done: ['examine'], entered: ['ask'], now: ['ask'] });
});

test('a clock that rings leaves the task open and closes itself', async () => {
  const step = await answer(workflow, opened, 'remind');
  expect(open(step)).toEqual(['examine', 'warn']);
  expect(step.closed.map(({ elementId }) => elementId)).toEqual(['remind']);
  expect(step.entered).toEqual(['remind', 'warn']);
});

test('a message wait says who may send it, by which act', async () => {
  const step = await answer(workflow, await answer(workflow, opened, 'examine'), 'ask');
  expect(waitAt(step, 'arrived')).toMatchObject({
    kind: 'message',
    message: 'supplement-answer',
    duty: 'submitter',
    act: 'answer-supplement',
  });
  expect(waitAt(step, 'over')).toMatchObject({ kind: 'timer', limit: '12 days' });
  expect(step.now.sort()).toEqual(['arrived', 'await', 'over']);
});

test('the national status is that of the last element a token has really entered', async () => {
  const waiting = await answer(workflow, await answer(workflow, opened, 'examine'), 'ask');
  expect(waiting.status).toBe(5);
  const over = await answer(workflow, waiting, 'over');
  expect(over).toMatchObject({ ended: true, status: 10, active: null, waits: [], now: [] });
  expect(over.entered).toEqual(['over', 'merge', 'finished']);
});

test.each([
  ['a gateway', [x.xor('g', undefined, { 'mc:status': '6' })], 6],
  ['a service', [x.service('g', { 'mc:status': '9' })], 9],
  ['a word that is no status', [x.service('g', { 'mc:status': '11' })], null],
])('%s names the status too', async (_what, items, status) => {
  const one = await workflowOf(
    diagram([x.start('s'), x.user('t'), ...items, x.user('u'), x.end('e'), ...x.flows('s', 't', 'g', 'u', 'e')]),
  );
  const step = await answer(one, await one.open({}, unknownFacts), 't');
  expect(step.status).toBe(status);
});

test('a step that is not waiting is stale, and changes nothing', async () => {
  const later = await answer(workflow, opened, 'examine');
  const event = { kind: 'complete', executionId: waitAt(opened, 'examine').executionId, facts: unknownFacts } as const;
  expect(await workflow.advance(later.state, event, later)).toEqual({ stale: true });
  expect(await workflow.look(later.state)).toMatchObject({ active: later.active });
});

test.each([
  ['examine', { kind: 'fire' }],
  ['examine', { kind: 'message' }],
  ['examine', { kind: 'fail', code: 'E1', message: 'no' }],
  ['remind', { kind: 'complete' }],
] as const)('at %s, %j is refused: it does not fit', async (elementId, as) => {
  await expect(answer(workflow, opened, elementId, { as: { ...as } })).rejects.toThrow(StepImpossible);
});

test('an error that nobody catches goes back to the caller', async () => {
  const asked = await answer(workflow, opened, 'examine');
  await expect(answer(workflow, asked, 'ask', { as: { kind: 'fail', code: 'E9', message: 'the carrier says no' } })).rejects.toThrow(
    'carrier',
  );
});

test('open rows that differ from the position are an incident', async () => {
  const event = { kind: 'complete', executionId: waitAt(opened, 'examine').executionId, facts: unknownFacts } as const;
  const [first, ...rest] = opened.waits;
  const others = [
    { ...opened, waits: rest },
    { ...opened, waits: [...opened.waits, { elementId: 'ask', executionId: 'ask_1', kind: 'service' as const }] },
    { ...opened, waits: [{ ...first!, kind: 'message' as const }, ...rest] },
    { ...opened, active: '0'.repeat(64) },
  ];
  for (const known of others) await expect(workflow.advance(opened.state, event, known)).rejects.toThrow(DamagedState);
});

test('a damaged position, an older one, or one of another dossier or diagram is an incident', async () => {
  const later = await answer(workflow, opened, 'examine');
  const other = await workflow.open({}, unknownFacts);
  const foreign = await workflowOf(
    diagram([x.start('a'), x.user('b'), x.end('c'), ...x.flows('a', 'b', 'c')]).replace('"definitions"', '"others"'),
  );
  const text = gunzipSync(later.state).toString();
  const event = { kind: 'complete', executionId: waitAt(later, 'ask').executionId, facts: unknownFacts } as const;
  for (const state of [
    opened.state,
    other.state,
    (await foreign.open({}, unknownFacts)).state,
    Buffer.from('no state'),
    gzipSync('{"definitions":[]}'),
    gzipSync('{'),
    gzipSync(text.replace('"engineVersion":"25.', '"engineVersion":"26.')),
    gzipSync(text.replaceAll(waitAt(later, 'ask').executionId, 'ask_0')),
  ])
    await expect((async () => workflow.advance(state, event, later))()).rejects.toThrow(DamagedState);
});

test('the position holds neither facts nor the diagram, and says which engine wrote it', async () => {
  const step = await answer(workflow, opened, 'examine', { facts: { intake: 'accepted', decision: 'grant' } });
  const text = gunzipSync(step.state).toString();
  expect(text).not.toMatch(/accepted|"grant"|supplement|named examination|conditionExpression/);
  const installed = (name: string) =>
    (JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')) as { version: string }).version;
  expect(engineVersion).toBe(`bpmn-engine ${installed('bpmn-engine')}, bpmn-elements ${installed('bpmn-elements')}`);
  expect((JSON.parse(text) as { engineVersion: string }).engineVersion).toBe(installed('bpmn-engine'));
});

test('thirty dossiers stepped side by side go the same way as one alone', async () => {
  const run = async () => {
    const steps = [await workflow.open({}, unknownFacts)];
    for (const id of ['remind', 'warn', 'examine', 'ask', 'arrived']) steps.push(await answer(workflow, steps.at(-1)!, id));
    return steps.map((step) => [open(step), step.status, step.entered]);
  };
  const alone = await run();
  for (const trace of await Promise.all(Array.from({ length: 30 }, run))) expect(trace).toEqual(alone);
});

test('two positions of one moment are the same bytes or not, as their digest says', async () => {
  const [a, b] = [await answer(workflow, opened, 'examine'), await answer(workflow, opened, 'examine')];
  expect(a.stateSha256).toMatch(/^[0-9a-f]{64}$/);
  expect(a.stateSha256 === b.stateSha256).toBe(a.state.equals(b.state));
});
