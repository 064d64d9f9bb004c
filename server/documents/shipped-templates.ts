import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { factsSchemas, type TemplateKey } from './facts';
import { readTemplate, type Template } from './template';

export const TEMPLATE_KEYS = Object.keys(factsSchemas) as TemplateKey[];

/** Reads a template as it ships with the system, before it is published as an immutable row. `folder` is `templates/`. */
export function readShippedTemplate(folder: string, key: TemplateKey): Template {
  const template = readTemplate(JSON.parse(readFileSync(join(folder, key, 'template.json'), 'utf8')));
  if (template.key !== key) throw new Error(`${key}/template.json calls itself ${template.key}`);
  return template;
}
