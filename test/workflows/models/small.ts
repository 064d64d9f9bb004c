import { unknownFacts, type Facts } from '../../../server/domain/facts';
import { compileDiagram } from '../../../server/workflow/compile';
import { type Parts, type Step, type Wait, Workflow } from '../../../server/workflow/workflow';
import * as x from './xml';

/** A diagram of one process around these elements. */
export function diagram(items: readonly string[], outside: readonly string[] = []): string {
  return x.definitions([...outside, x.process('main', items, true)]);
}

export async function workflowOf(xml: string, parts: Partial<Parts> = {}): Promise<Workflow> {
  return new Workflow(await compileDiagram(xml), parts);
}

export function waitAt({ waits }: Pick<Step, 'waits'>, elementId: string, index?: number): Wait {
  const wait = waits.find((one) => one.elementId === elementId && one.instance?.index === index);
  if (!wait) throw new Error(`${elementId} is not open; open are ${waits.map((one) => one.elementId).join()}`);
  return wait;
}

type Answer =
  { kind: 'complete' | 'message'; output?: Record<string, unknown> } | { kind: 'fail'; code: string; message: string } | { kind: 'fire' };

/** Answers the wait at this element; the event's kind follows from the wait unless one is given. */
export async function answer(
  workflow: Workflow,
  before: Step,
  elementId: string,
  { facts = {}, index, as }: { facts?: Partial<Facts>; index?: number; as?: Answer } = {},
): Promise<Step> {
  const { executionId, kind } = waitAt(before, elementId, index);
  const usual: Answer = kind === 'timer' ? { kind: 'fire' } : { kind: kind === 'message' ? 'message' : 'complete' };
  const event = { executionId, facts: { ...unknownFacts, ...facts }, ...(as ?? usual) };
  const step = await workflow.advance(before.state, event, before);
  if (step.stale) throw new Error(`${elementId} was not waiting`);
  return step;
}

/** Ids of the open waits, `agency@1` for an instance. */
export function open({ waits }: Pick<Step, 'waits'>): string[] {
  return waits.map(({ elementId, instance }) => (instance ? `${elementId}@${instance.index}` : elementId)).sort();
}
