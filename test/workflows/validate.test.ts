import { seededRandom } from '../../server/workflow/random';
import { compileDiagram, loadContext } from '../../server/workflow/compile';
import { analyse } from '../../server/workflow/diagram-model';
import { houseTypes } from '../../server/workflow/replaced-types';
import { findDisagreement } from '../../server/workflow/validate/agreement';
import { validateDiagram } from '../../server/workflow/validate/validate';
import { diagramWords } from '../../server/domain/diagram-words';
import { diagramFaultSentences } from '../../server/domain/words/diagram-faults';
import { BAD_DOCUMENTS } from './models/bad-documents';
import { BAD_EVENTS } from './models/bad-events';
import { BAD_SHAPES } from './models/bad-shapes';
import { BAD_WORDS } from './models/bad-words';
import { ALL, BASIC, generate, unwrapped } from './models/blocks';
import { spokenToPublish, writeBpmn } from './models/write-bpmn';

jest.setTimeout(120_000);
const known = diagramWords({ templates: ['form-02'], forms: ['opinion'] });
const BAD_DIAGRAMS = [...BAD_DOCUMENTS, ...BAD_SHAPES, ...BAD_WORDS, ...BAD_EVENTS];
const FEW = { sound: 60, agreeing: 2 };

describe('a diagram is refused when it has', () => {
  test.each(BAD_DIAGRAMS.map(([code, at, xml, why]) => ({ code, at, xml, why: why ?? '' })))('$code $why', async ({ code, at, xml }) => {
    const faults = await validateDiagram(xml, known, FEW);
    expect(faults.map((fault) => [fault.code, fault.elementId])).toContainEqual([code, at]);
    const fault = faults.find((one) => one.code === code);
    expect(fault?.vi).not.toBe('');
    expect(`${fault?.vi}${fault?.en}`).not.toContain('{what}');
  });

  test('any fault that has a sentence: each is shown by a diagram, but for two that no diagram can show', () => {
    const shown = new Set<string>(BAD_DIAGRAMS.map(([code]) => code));
    const missing = Object.keys(diagramFaultSentences).filter((code) => !shown.has(code));
    expect(missing.sort()).toEqual(['engine-disagrees', 'walk-failed']);
  });
});

test('all faults come at once, each with the element’s id and name and two languages', async () => {
  const xml = BAD_DIAGRAMS.find(([code]) => code === 'duty-missing')![2]
    .replace('name="t"', 'name="Thẩm định"')
    .replace('named examination', 'soon');
  expect(await validateDiagram(xml, known, FEW)).toEqual([
    {
      elementId: 't',
      elementName: 'Thẩm định',
      code: 'duty-missing',
      vi: 'Chưa ghi nhiệm vụ (mc:duty).',
      en: 'The duty (mc:duty) is missing.',
    },
    expect.objectContaining({ elementId: 't', elementName: 'Thẩm định', code: 'limit-malformed' }),
  ]);
});

test('a missing flow is named where it is missing, not at every element behind it', async () => {
  const xml = writeBpmn(generate(11, BASIC, 3), spokenToPublish);
  const flow = /<sequenceFlow id="f_start_[^]*?<\/sequenceFlow>/;
  const faults = await validateDiagram(xml.replace(flow, ''), known, FEW);
  expect(faults.map(({ code }) => code)).toEqual(['nothing-follows', 'nothing-leads-here']);
});

test('24 random sound diagrams are accepted', async () => {
  for (let seed = 1; seed <= 24; seed++)
    expect([seed, await validateDiagram(writeBpmn(generate(seed, ALL, 3), spokenToPublish), known, FEW)]).toEqual([seed, []]);
});

test('a verdict is the same every time', async () => {
  const xml = BAD_DIAGRAMS.find(([code]) => code === 'two-at-once')![2];
  expect(await validateDiagram(xml, known, FEW)).toEqual(await validateDiagram(xml, known, FEW));
});

test('an engine that opens joins too early is found out on the diagram itself', async () => {
  const types = Object.fromEntries(Object.entries(houseTypes).filter(([name]) => name !== 'SequenceFlow'));
  let found = 0;
  for (let seed = 1; seed <= 12; seed++) {
    const compiled = await compileDiagram(writeBpmn(unwrapped(generate(seed, BASIC, 3)), spokenToPublish));
    if (await findDisagreement({ ...analyse(loadContext(compiled, types)), isExotic: true }, 2, seed)) found++;
  }
  expect(found).toBeGreaterThan(0);
});

test('a file spoilt anywhere gives faults or none, and never throws', async () => {
  const random = seededRandom(7);
  const good = writeBpmn(generate(3, ALL, 3), spokenToPublish);
  const at = () => Math.floor(random() * good.length);
  const spoil: ((text: string) => string)[] = [
    (text) => text.slice(0, at()) + text.slice(at()),
    (text) => text.slice(0, at()),
    (text) => text.replace(/"[^"]*"/g, (value) => (random() < 0.02 ? '"\u0000x"' : value)),
    (text) => text.replace(/"[^"]*"/g, (value) => (random() < 0.05 ? '"t1"' : value)),
    (text) => text.replace(/<(\w+)/g, (tag) => (random() < 0.03 ? '<userTask' : tag)),
    (text) => text.replace(/<[^>]*\/>/g, (tag) => (random() < 0.1 ? '' : tag)),
  ];
  let refused = 0;
  for (let round = 0; round < 120; round++) {
    const faults = await validateDiagram(spoil[round % spoil.length]!(good), known, { sound: 5, agreeing: 1 });
    if (faults.length) refused++;
  }
  expect(refused).toBeGreaterThan(60);
});
