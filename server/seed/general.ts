import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Usual } from '../catalogue/usual';
import { parseFormContent } from '../contract/form-content';
import { type FormDefinition } from '../forms/definition';
import { type ShippedFolders } from './shipped';

/** What every imported procedure is received on: the general form, its result, and what every office has. */
export type General = { usual: Usual; form: FormDefinition; template: unknown };

export async function readGeneral({ templates, workflows }: ShippedFolders): Promise<General> {
  const usual = (await readJson(join(workflows, 'general', 'usual.json'))) as Usual;
  return {
    usual,
    form: parseFormContent(await readJson(join(workflows, 'general', 'form.json'))),
    template: await readJson(join(templates, usual.result.template, 'template.json')),
  };
}

async function readJson(path: string): Promise<unknown> {
  return JSON.parse(await readFile(path, 'utf8')) as unknown;
}
