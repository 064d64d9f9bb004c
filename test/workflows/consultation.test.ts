import { unknownFacts } from '../../server/domain/facts';
import { type Step, type Workflow } from '../../server/workflow/workflow';
import { answer, diagram, open, waitAt, workflowOf } from './models/small';
import * as x from './models/xml';

jest.setTimeout(60_000);

const SILENCE = '=facts.silenceAgrees = true';

/** Several agencies are asked at once, each with its own clock; silence counts as consent, or the agency is chased. */
const consultation = (isSequential: boolean) =>
  diagram([
    x.start('start'),
    x.user('choose'),
    x.sub(
      'consult',
      [
        x.start('in'),
        x.user('opinion'),
        x.boundary('over', 'opinion', x.emptyTimer, { 'mc:limit': 'named consultation' }),
        x.xor('silent', 'f_chase'),
        x.service('mark'),
        x.user('chase'),
        x.xor('merge'),
        x.end('out'),
        ...x.flows('in', 'opinion', 'merge', 'out'),
        ...x.flows('over', 'silent'),
        x.flow('silent', 'mark', SILENCE),
        x.flow('silent', 'chase', undefined, 'f_chase'),
        ...x.flows('mark', 'merge'),
        ...x.flows('chase', 'merge'),
      ],
      x.multi({ isSequential, collection: '=output.choose.agencies' }),
    ),
    x.user('decide'),
    x.end('end'),
    ...x.flows('start', 'choose', 'consult', 'decide', 'end'),
  ]);
const agencies = [{ key: 'fire' }, { key: 'health' }, { key: 'roads' }];

async function consulted(workflow: Workflow): Promise<Step> {
  const step = await workflow.open({}, unknownFacts);
  return answer(workflow, step, 'choose', { as: { kind: 'complete', output: { agencies } } });
}

test('each agency has its own task and its own clock, and each wait says whose it is', async () => {
  const step = await consulted(await workflowOf(consultation(false)));
  expect(open(step)).toEqual(['opinion@0', 'opinion@1', 'opinion@2', 'over@0', 'over@1', 'over@2']);
  expect(waitAt(step, 'opinion', 1).instance).toEqual({ index: 1, key: 'health' });
  expect(waitAt(step, 'over', 2).instance).toEqual({ index: 2, key: 'roads' });
});

test('one answers, one is silent and consents, one is silent and chased; then the officer decides', async () => {
  const workflow = await workflowOf(consultation(false));
  let step = await consulted(workflow);
  step = await answer(workflow, step, 'opinion', { index: 0 });
  expect(open(step)).toEqual(['opinion@1', 'opinion@2', 'over@1', 'over@2']);
  step = await answer(workflow, step, 'over', { index: 1, facts: { silenceAgrees: true } });
  step = await answer(workflow, step, 'over', { index: 2, facts: { silenceAgrees: false } });
  expect(open(step)).toEqual(['chase@2', 'mark@1']);
  step = await answer(workflow, step, 'mark', { index: 1 });
  step = await answer(workflow, step, 'chase', { index: 2 });
  expect(open(step)).toEqual(['decide']);
});

test('asked one after the other, the next agency is asked when the one before has answered', async () => {
  const workflow = await workflowOf(consultation(true));
  let step = await consulted(workflow);
  expect(open(step)).toEqual(['opinion@0', 'over@0']);
  step = await answer(workflow, step, 'opinion', { index: 0 });
  expect(waitAt(step, 'opinion', 1).instance).toEqual({ index: 1, key: 'health' });
});

test('a condition inside may ask which agency it is', async () => {
  const workflow = await workflowOf(consultation(false).replace(SILENCE, '=instance.key = "health"'));
  let step = await consulted(workflow);
  step = await answer(workflow, step, 'over', { index: 1 });
  step = await answer(workflow, step, 'over', { index: 0 });
  expect(open(step)).toContain('mark@1');
  expect(open(step)).toContain('chase@0');
});

test('without a list nothing is opened: the step fails', async () => {
  const workflow = await workflowOf(consultation(false));
  const step = await workflow.open({}, unknownFacts);
  await expect(answer(workflow, step, 'choose')).rejects.toThrow('collection');
});
