import { unknownFacts } from '../../server/domain/facts';
import { answer, diagram, open, waitAt, workflowOf } from './models/small';
import * as x from './models/xml';

jest.setTimeout(60_000);

const withClock = (inner: string, attributes: Record<string, string> = {}) =>
  diagram([
    x.start('s'),
    x.user('task'),
    x.boundary('clock', 'task', inner, attributes),
    x.service('late'),
    x.end('told'),
    x.end('e'),
    ...x.flows('s', 'task', 'e'),
    ...x.flows('clock', 'late', 'told'),
  ]);

test('a clock whose date has passed is an open wait, and fires only when told', async () => {
  const workflow = await workflowOf(withClock(x.timer('2020-01-01T00:00:00Z', 'timeDate')));
  const step = await workflow.open({}, unknownFacts);
  expect(open(step)).toEqual(['clock', 'task']);
  expect(waitAt(step, 'clock').dueAt).toBe('2020-01-01T00:00:00.000Z');
  expect(open(await workflow.look(step.state))).toEqual(['clock', 'task']);
  expect(open(await answer(workflow, step, 'clock'))).toEqual(['late']);
});

test('a clock with a limit of the office has no date of its own', async () => {
  const workflow = await workflowOf(withClock(x.emptyTimer, { 'mc:limit': '1 working-day before due' }));
  expect(waitAt(await workflow.open({}, unknownFacts), 'clock')).toMatchObject({ limit: '1 working-day before due', dueAt: null });
});

test('every ring of a cycle closes its wait and opens a new one, as often as it says', async () => {
  const workflow = await workflowOf(withClock(x.timer('R3/PT1H', 'timeCycle'), { cancelActivity: 'false' }));
  let step = await workflow.open({}, unknownFacts);
  const seen = new Set<string>();
  for (let ring = 1; ring <= 3; ring++) {
    seen.add(waitAt(step, 'clock').executionId);
    step = await answer(workflow, step, 'clock');
    step = await answer(workflow, step, 'late');
  }
  expect(seen.size).toBe(3);
  expect(open(step)).toEqual(['task']);
});

test.each([
  ['without a value', x.timer('=facts.intake')],
  ['that is not ISO 8601', x.timer('three days')],
])('a time %s is a fault, not a clock that rings at once', async (_what, inner) => {
  const workflow = await workflowOf(withClock(inner));
  await expect(workflow.open({}, unknownFacts)).rejects.toThrow();
});
