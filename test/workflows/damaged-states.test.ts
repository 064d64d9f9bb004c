import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { seededRandom } from '../../server/workflow/random';
import { type Known, type Step, type Workflow } from '../../server/workflow/workflow';
import { open, workflowOf } from './models/small';
import { follow, RECORDED, type Script } from './models/recorded';

jest.setTimeout(120_000);
type Recorded = { diagram: string; state: string; known: Known; on: Script };
type Json = { [key: string]: unknown };
const DAMAGES = 6;
let stopped = 0;

/**
 * The engine recovers a damaged position without a word. Whatever is damaged,
 * either the step is stopped, or the dossier goes exactly the way it would have.
 */
test.each(Object.keys(RECORDED))('damage to a position at “%s” is stopped, or changes nothing', async (name) => {
  const recorded = JSON.parse(readFileSync(join(__dirname, 'states', `${name}.json`), 'utf8')) as Recorded;
  const workflow = await workflowOf(readFileSync(join(__dirname, 'states', `${recorded.diagram}.bpmn`), 'utf8'));
  const text = gunzipSync(Buffer.from(recorded.state, 'base64')).toString();
  const whole = await courseOf(workflow, text, recorded);
  for (let seed = 1; seed <= DAMAGES; seed++) {
    const { state, what } = damaged(text, seed);
    const course = await courseOf(workflow, state, recorded).catch(() => undefined);
    if (!course) stopped++;
    else expect({ what, course }).toEqual({ what, course: whole });
  }
});

test('most of that damage is stopped', () => {
  expect(stopped).toBeGreaterThan(20);
});

/** What is open after each step to the end. */
async function courseOf(workflow: Workflow, text: string, { known, on }: Recorded): Promise<string[]> {
  const course: string[] = [];
  let step = { ...known, state: gzipSync(text) } as unknown as Step;
  for (const word of on) {
    step = await follow(workflow, step, [word]);
    course.push(open(step).join());
  }
  return course;
}

/** One thing taken away, doubled, renamed or turned round, anywhere in the position. */
function damaged(text: string, seed: number): { state: string; what: string } {
  const random = seededRandom(seed);
  const state = JSON.parse(text) as Json;
  const places: { holder: Json; key: string; path: string }[] = [];
  collect((state['definitions'] as Json[])[0]!, '', places);
  for (;;) {
    const { holder, key, path } = places[Math.floor(random() * places.length)]!;
    const value = holder[key];
    if (Array.isArray(value) && value.length) {
      if (random() < 0.5) value.splice(Math.floor(random() * value.length), 1);
      else value.push(value[0]);
    } else if (typeof value === 'string' && /^(id|executionId|status|routingKey|state)$/.test(key)) holder[key] = `${value}x`;
    else if (typeof value === 'boolean') holder[key] = !value;
    else continue;
    return { state: JSON.stringify(state), what: path };
  }
}

function collect(holder: Json, path: string, places: { holder: Json; key: string; path: string }[]): void {
  for (const [key, value] of Object.entries(holder)) {
    places.push({ holder, key, path: `${path}.${key}` });
    if (typeof value === 'object' && value !== null) collect(value as Json, `${path}.${key}`, places);
  }
}
