import { readFileSync } from 'node:fs';
import { type Facts, unknownFacts } from '../../server/domain/facts';
import { followStatuses } from '../../server/casework/take-step';
import { type NationalStatus } from '../../server/domain/status';
import { compileDiagram } from '../../server/workflow/compile';
import { type Step, Workflow, type WorkflowEvent } from '../../server/workflow/workflow';

const KINDS = { user: 'complete', service: 'complete', timer: 'fire', message: 'message' } as const;

/** Each line: the wait that is answered, and what the office knows from then on. */
export type Line = readonly [elementId: string, learned?: Partial<Facts>];
/** What is known at filing, what happens, the statuses, and the end it comes to, or (`open:`) a wait that stays open. */
export type Story = [name: string, known: Partial<Facts>, lines: Line[], statuses: NationalStatus[], last: string];
export type Walked = { statuses: NationalStatus[]; ended: boolean; open: string[]; entered: string[] };

/** Answers one wait after another of a diagram, recovered before every step, and tells the statuses it went through. */
export async function walk(diagram: string, known: Partial<Facts>, lines: readonly Line[]): Promise<Walked> {
  const workflow = new Workflow(await compileDiagram(readFileSync(`workflows/diagrams/${diagram}/process.bpmn`, 'utf8')));
  let facts: Facts = { ...unknownFacts, ...known };
  let step = await workflow.open({}, facts);
  const statuses: NationalStatus[] = [];
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

/** One test per story, and one that together they go through every element but those that `elsewhere` names. */
export function tellStories(diagram: string, stories: Story[], elsewhere: RegExp): void {
  const seen = new Set<string>();
  test.each(stories)('%s', async (_name, known, lines, statuses, last) => {
    const walked = await walk(diagram, known, lines);
    for (const id of walked.entered) seen.add(id);
    expect(walked.statuses).toEqual(statuses);
    expect(followStatuses(walked.statuses[0]!, walked.statuses)).toBe(walked.statuses.at(-1));
    if (last.startsWith('open:')) expect(walked.open).toContain(last.slice(5));
    else expect([walked.ended, walked.entered.includes(last)]).toEqual([true, true]);
  });

  test('the stories go through every element', () => {
    const xml = readFileSync(`workflows/diagrams/${diagram}/process.bpmn`, 'utf8');
    const ids = [...xml.matchAll(/<(?:\w*[tT]ask|\w*Gateway|\w*Event) id="([^"]+)"/g)].map(([, id = '']) => id);
    expect(ids.filter((id) => !seen.has(id) && !elsewhere.test(id))).toEqual([]);
  });
}
