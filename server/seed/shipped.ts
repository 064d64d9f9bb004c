import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { judgeDiagram } from '../commands/administration/judge-diagram';
import { type PublishDiagram } from '../commands/administration/publish-diagram';
import { parseFormContent } from '../contract/form-content';
import { parseProcedureContent } from '../contract/procedure-content';
import { type ProcedureVersionContent } from '../domain/procedure';
import { type FormDefinition } from '../forms/definition';

/** Where the program finds what ships with it. */
export type ShippedFolders = { templates: string; workflows: string };

/** What ships with the system and is published at its first start. */
export type Shipped = {
  forms: FormDefinition[];
  templates: unknown[];
  diagrams: PublishDiagram[];
  procedures: ProcedureVersionContent[];
};

/** Diagrams that ship were walked hundreds of times before they shipped; at a first start a glance is enough. */
const GLANCE = { sound: 30, agreeing: 1 };

/** Reads and judges what ships, outside every transaction. */
export async function readShipped({ templates, workflows }: ShippedFolders): Promise<Shipped> {
  const codes = await foldersIn(join(workflows, 'procedures'));
  const taskForms = (await readdir(join(workflows, 'forms'))).filter((name) => name.endsWith('.json')).sort();
  const formFiles = [
    ...taskForms.map((name) => join(workflows, 'forms', name)),
    ...codes.map((code) => join(workflows, 'procedures', code, 'form.json')),
  ];
  const forms = (await Promise.all(formFiles.map(readJson))).map(parseFormContent);
  const templateFiles = await foldersHolding(templates, 'template.json');
  const procedures = await Promise.all(codes.map((code) => readJson(join(workflows, 'procedures', code, 'procedure.json'))));
  return {
    forms,
    templates: await Promise.all(templateFiles.map((key) => readJson(join(templates, key, 'template.json')))),
    diagrams: await readDiagrams(workflows, { forms: forms.map(({ id }) => id), templates: templateFiles }),
    procedures: procedures.map(parseProcedureContent),
  };
}

async function readDiagrams(workflows: string, published: { forms: string[]; templates: string[] }): Promise<PublishDiagram[]> {
  const diagrams: PublishDiagram[] = [];
  for (const key of await foldersIn(join(workflows, 'diagrams'))) {
    const xml = await readFile(join(workflows, 'diagrams', key, 'process.bpmn'), 'utf8');
    diagrams.push({ key, name: nameIn(xml) ?? key, judged: await judgeDiagram(xml, published, GLANCE) });
  }
  return diagrams;
}

function nameIn(xml: string): string | undefined {
  return /<(?:\w+:)?process [^>]*\bname="([^"]*)"/.exec(xml)?.[1];
}

async function readJson(path: string): Promise<unknown> {
  return JSON.parse(await readFile(path, 'utf8')) as unknown;
}

async function foldersIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

async function foldersHolding(folder: string, file: string): Promise<string[]> {
  const names = await foldersIn(folder);
  const holding = await Promise.all(names.map(async (name) => (await readdir(join(folder, name))).includes(file)));
  return names.filter((_name, index) => holding[index]);
}
