import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unknownFacts } from '../../server/domain/facts';
import { type Known, type Step } from '../../server/workflow/workflow';
import { follow, RECORDED, RECORDED_DIAGRAMS, type Script } from './models/recorded';
import { open, workflowOf } from './models/small';

jest.setTimeout(60_000);
const FOLDER = join(__dirname, 'states');
type Recorded = { diagram: string; engineVersion: string; state: string; known: Known; on: Script };

// Written anew only on purpose: see states/README.md.
if (process.env['RECORD_STATES']) beforeAll(record);

test('every kind of position is recorded', () => {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith('.json'));
  expect(files.map((file) => file.replace('.json', '')).sort()).toEqual(Object.keys(RECORDED).sort());
});

test.each(Object.keys(RECORDED))('a dossier stored long ago at “%s” is recovered, and goes on to its end', async (name) => {
  const recorded = JSON.parse(readFileSync(join(FOLDER, `${name}.json`), 'utf8')) as Recorded;
  const workflow = await workflowOf(readFileSync(join(FOLDER, `${recorded.diagram}.bpmn`), 'utf8'));
  const state = Buffer.from(recorded.state, 'base64');
  const position = await workflow.look(state);
  expect(position).toMatchObject({ active: recorded.known.active });
  expect(inOrder(position.waits)).toEqual(inOrder(recorded.known.waits));
  const last = await follow(workflow, { ...position, state } as unknown as Step, recorded.on);
  expect({ ended: last.ended, open: open(last) }).toEqual({ ended: true, open: [] });
});

function inOrder(waits: Known['waits']) {
  return waits.toSorted((a, b) => a.executionId.localeCompare(b.executionId));
}

async function record(): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  for (const [name, xml] of Object.entries(RECORDED_DIAGRAMS)) writeFileSync(join(FOLDER, `${name}.bpmn`), `${xml}\n`);
  for (const [name, { diagram, path, on }] of Object.entries(RECORDED)) {
    const workflow = await workflowOf(RECORDED_DIAGRAMS[diagram]!);
    const { state, engineVersion, waits, active } = await follow(workflow, await workflow.open({}, unknownFacts), path);
    const recorded: Recorded = { diagram, engineVersion, state: state.toString('base64'), known: { waits, active }, on };
    writeFileSync(join(FOLDER, `${name}.json`), `${JSON.stringify(recorded, null, 2)}\n`);
  }
}
