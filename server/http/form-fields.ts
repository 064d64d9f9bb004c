import { z } from 'zod';
import { type AnyEndpoint } from '../contract/endpoint';

type Schema = {
  type?: 'object' | 'array' | 'boolean' | 'integer' | 'number' | 'string' | 'null';
  properties?: Record<string, Schema>;
  items?: Schema;
  anyOf?: Schema[];
};
type Fields = Readonly<Record<string, string | string[] | undefined>>;

const NAME = /^[A-Za-z][\w-]*(\.[A-Za-z0-9][\w-]*)*$/;

/**
 * The fields of a page's form as the body that its endpoint describes. A form
 * knows only texts: numbers and ticks are read as the shape says, `a.b` and
 * `items.0.kind` are places inside it, an empty field is an absent one, and a box
 * without a tick is no. What the shape does not know is left for it to refuse.
 */
export function bodyOfForm(endpoint: AnyEndpoint, fields: Fields): unknown {
  const schema = z.toJSONSchema(endpoint.body as z.ZodType, { io: 'input', unrepresentable: 'any' }) as Schema;
  return valueOf(schema, treeOf(fields));
}

type Tree = { texts: string[]; inside: Map<string, Tree> };

function treeOf(fields: Fields): Tree {
  const root = emptyTree();
  for (const [name, value] of Object.entries(fields)) {
    const texts = (Array.isArray(value) ? value : [value ?? '']).filter((text) => text !== '');
    if (!texts.length) continue;
    let place = root;
    for (const part of NAME.test(name) ? name.split('.') : [name]) {
      const next = place.inside.get(part) ?? emptyTree();
      place.inside.set(part, next);
      place = next;
    }
    place.texts.push(...texts);
  }
  return root;
}

function emptyTree(): Tree {
  return { texts: [], inside: new Map() };
}

function valueOf(given: Schema, tree: Tree | undefined): unknown {
  const schema = given.anyOf?.find(({ type }) => type !== 'null') ?? given;
  switch (schema.type) {
    case 'object':
      return tree && (tree.texts[0] ?? objectOf(schema.properties ?? {}, tree));
    case 'array':
      return tree && listOf(schema.items ?? {}, tree);
    case 'boolean':
      return tree ? tickOf(tree.texts[0]) : false;
    case 'integer':
    case 'number':
      return tree && numberOf(tree.texts[0]);
    case 'string':
    case 'null':
    case undefined:
      return tree && textOf(tree);
  }
}

function objectOf(properties: Record<string, Schema>, { inside }: Tree): Record<string, unknown> {
  const names = new Set([...Object.keys(properties), ...inside.keys()]);
  const values = [...names].map((name) => [name, valueOf(properties[name] ?? {}, inside.get(name))] as const);
  return Object.fromEntries(values.filter(([, value]) => value !== undefined));
}

/** A text; several of them, or something inside it, are shown to the shape as what they are. */
function textOf({ texts, inside }: Tree): unknown {
  if (inside.size) return objectOf({}, { texts, inside });
  return texts.length > 1 ? texts : texts[0];
}

/** Repeated fields, or numbered places in their order. */
function listOf(items: Schema, { texts, inside }: Tree): unknown[] {
  const numbered = [...inside].sort(([one], [other]) => Number(one) - Number(other)).map(([, tree]) => tree);
  return [...texts.map((text) => ({ texts: [text], inside: new Map<string, Tree>() })), ...numbered].map((tree) => valueOf(items, tree));
}

function tickOf(text: string | undefined): unknown {
  return text === 'on' || text === 'true' ? true : text === 'false' ? false : text;
}

function numberOf(text: string | undefined): unknown {
  return text !== undefined && /^-?\d{1,15}$/.test(text) ? Number(text) : text;
}
