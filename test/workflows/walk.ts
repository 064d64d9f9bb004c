import { readFileSync } from 'node:fs';
import { type Facts, unknownFacts } from '../../server/domain/facts';
import { compileDiagram } from '../../server/workflow/compile';
import { type Step, Workflow, type WorkflowEvent } from '../../server/workflow/workflow';

const KINDS = { user: 'complete', service: 'complete', timer: 'fire', message: 'message' } as const;

/** Each line: the wait that is answered, and what the office knows from then on. */
export type Line = readonly [elementId: string, learned?: Partial<Facts>];
export type Walked = { statuses: number[]; ended: boolean; open: string[]; entered: string[] };

/** Answers one wait after another of a diagram, recovered before every step, and tells the statuses it went through. */
export async function walk(diagram: string, known: Partial<Facts>, lines: readonly Line[]): Promise<Walked> {
  const workflow = new Workflow(await compileDiagram(readFileSync(`workflows/diagrams/${diagram}/process.bpmn`, 'utf8')));
  let facts: Facts = { ...unknownFacts, ...known };
  let step = await workflow.open({}, facts);
  const statuses: number[] = [];
  const entered: string[] = [];
  const note = ({ status, entered: here }: Step) => {
    entered.push(...here);
    if (status && statuses.at(-1) !== status) statuses.push(status);
  };
  note(step);
  for (const [elementId, learned] of lines) {
    const wait = step.waits.find((one) => one.elementId === elementId);
    if (!wait) throw new Error(`${elementId} is not open; open: ${step.waits.map((one) => one.elementId).join(', ')}`);
    facts = { ...facts, ...learned };
    const event = { kind: KINDS[wait.kind], executionId: wait.executionId, facts } as WorkflowEvent;
    const next = await workflow.advance(step.state, event, step);
    if (next.stale) throw new Error(`${elementId} is stale`);
    step = next;
    note(step);
  }
  return { statuses, ended: step.ended, open: step.waits.map((one) => one.elementId), entered };
}
