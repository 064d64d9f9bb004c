import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { parseProcedureContent } from '../../server/contract/procedure-content';
import { diagramWords, LIMITS_SAID_ELSEWHERE } from '../../server/domain/diagram-words';
import { parseLimitTerm } from '../../server/domain/limit';
import { lintForm } from '../../server/forms/lint';
import { validateDiagram } from '../../server/workflow/validate/validate';

const json = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
const forms = readdirSync('workflows/forms').map((file) => file.replace('.json', ''));
const templates = readdirSync('templates');
const words = diagramWords({ templates, forms });
const diagrams = readdirSync('workflows/diagrams');
const xmlOf = (name: string) => readFileSync(`workflows/diagrams/${name}/process.bpmn`, 'utf8');
const attributesOf = (xml: string, element: string) =>
  [...xml.matchAll(new RegExp(`<${element} ([^>]*?)/?>`, 'g'))].map(([, text = '']) =>
    Object.fromEntries([...text.matchAll(/([\w:]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value])),
  );

describe.each(diagrams)('diagram %s', (name) => {
  const xml = xmlOf(name);

  test('every user task says who does what, where and by when', () => {
    for (const task of attributesOf(xml, 'userTask')) {
      expect(words.duties).toContain(task['mc:duty']);
      expect(words.agencies).toContain(task['mc:agency']);
      expect(words.taskActs).toContain(task['mc:act']);
      expect(parseLimitTerm(String(task['mc:limit']))).toBeDefined();
      expect(task.name).toBeTruthy();
    }
  });

  test('messages, services, limits and facts are words of the house', () => {
    for (const message of attributesOf(xml, 'message')) expect(words.messageActs).toContain(message['mc:act']);
    for (const service of attributesOf(xml, 'serviceTask')) expect(words.topics).toContain(service['mc:topic']);
    for (const [, limit] of xml.matchAll(/mc:limit="named ([^"]+)"/g)) expect(words.limits).toContain(limit);
    for (const [, form] of xml.matchAll(/mc:form="([^"]+)"/g)) expect(words.forms).toContain(form);
    for (const [, fact = '', value] of xml.matchAll(/facts\.(\w+) = ("\w+"|true)/g))
      expect(words.facts[fact]).toContain(JSON.parse(value as string));
  });

  test('may be published', async () => {
    const faults = await validateDiagram(xml, words, { sound: 300, agreeing: 4 });
    expect(faults).toEqual([]);
  }, 60_000);

  test('everything is drawn, once', () => {
    const drawn = [...xml.matchAll(/bpmnElement="([^"]+)"/g)].map(([, id]) => id);
    const ids = [...xml.matchAll(/<(?:\w*[tT]ask|\w*Gateway|\w*Event|subProcess|lane|participant|sequenceFlow) id="([^"]+)"/g)].map(
      ([, id]) => id,
    );
    expect([...drawn].sort()).toEqual([...ids, `${name}-collaboration`].sort());
  });

  test('the drawing is what the layout gives', () => {
    expect(() => execFileSync(process.execPath, ['workflows/draw.mjs', '--check', name], { stdio: 'pipe' })).not.toThrow();
  });
});

test('no line of a drawing crosses another', () => {
  const said = execFileSync(process.execPath, ['workflows/draw.mjs', '--check'], { encoding: 'utf8' }).trim();
  expect(said).toBe('');
});

test.each(forms)('the task form %s can be published', (name) => {
  expect(lintForm(json(`workflows/forms/${name}.json`))).toEqual([]);
});

test.each(readdirSync('workflows/procedures'))('procedure %s gives every limit that its diagram names', (code) => {
  const { diagram, limits } = parseProcedureContent(json(`workflows/procedures/${code}/procedure.json`));
  const named = [...xmlOf(diagram).matchAll(/mc:limit="named ([^"]+)"/g)].map(([, limit = '']) => limit);
  expect([...LIMITS_SAID_ELSEWHERE, ...Object.keys(limits)]).toEqual(expect.arrayContaining(named));
});

test.each(readdirSync('workflows/procedures'))('procedure %s names papers that can be printed', (code) => {
  const { template, refusalTemplate, stopTemplate } = parseProcedureContent(json(`workflows/procedures/${code}/procedure.json`)).result;
  expect(templates).toEqual(expect.arrayContaining([template, refusalTemplate, stopTemplate]));
});
