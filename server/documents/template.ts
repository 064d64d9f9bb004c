import { createHash } from 'node:crypto';
import { z } from 'zod';
import { readMarkup } from './text/markup';

const millimetres = z.number().min(0).max(297);
const text = z.string().min(1).max(2000).refine(isReadable, 'the marks or placeholders cannot be read');
const path = z.string().regex(/^[a-z][a-zA-Z0-9]*(\.[a-z][a-zA-Z0-9]*)*$/);
const align = z.enum(['left', 'center', 'right', 'justify']);
const share = z.number().positive();

const paragraph = z.strictObject({
  kind: z.literal('p'),
  text,
  align: align.optional(),
  size: z.number().min(6).max(24).optional(),
  bold: z.boolean().optional(),
  italic: z.boolean().optional(),
  /** Indent of the first line; `left` moves the whole paragraph. */
  first: millimetres.optional(),
  left: millimetres.optional(),
  /** White space below. */
  after: millimetres.optional(),
  /** A rule below in the middle, as a share of the longest line (Decree 30/2020: 1 under the motto, 1/3 to 1/2 under the agency). */
  rule: z.number().positive().max(1).optional(),
  keepsNext: z.boolean().optional(),
});
const headCell = z.strictObject({ text, span: z.int().min(1).optional(), down: z.int().min(1).optional() });
const table = z.strictObject({
  kind: z.literal('table'),
  rows: path,
  size: z.number().min(6).max(24).optional(),
  head: z.array(z.array(headCell).min(1)).min(1),
  columns: z.array(z.strictObject({ width: share, text, align: align.optional() })).min(1),
  after: millimetres.optional(),
});
const rule = z.strictObject({ kind: z.literal('rule'), dashed: z.boolean().optional(), after: millimetres.optional() });
const qr = z.strictObject({ kind: z.literal('qr'), text, size: millimetres });
const space = z.strictObject({ kind: z.literal('space'), height: millimetres });
const sign = z.strictObject({
  kind: z.literal('sign'),
  anchor: z.enum(['leader', 'centre']),
  width: millimetres,
  height: millimetres,
  /** The agency's seal covers the left third of the leader's signature (Decree 30/2020, Annex I). */
  seal: z.strictObject({ size: millimetres }).optional(),
});
const columns = z.strictObject({
  kind: z.literal('columns'),
  gap: millimetres.optional(),
  align: z.enum(['top', 'middle', 'bottom']).optional(),
  after: millimetres.optional(),
  get columns() {
    return z.array(z.strictObject({ width: share, blocks: z.array(block) })).min(1);
  },
});
const keep = z.strictObject({
  kind: z.literal('keep'),
  get blocks() {
    return z.array(block).min(1);
  },
});
const when = z.strictObject({
  kind: z.literal('when'),
  path,
  is: z.union([z.string(), z.number(), z.boolean()]).optional(),
  get then() {
    return z.array(block);
  },
  get else() {
    return z.array(block).optional();
  },
});
const each = z.strictObject({
  kind: z.literal('each'),
  rows: path,
  get blocks() {
    return z.array(block).min(1);
  },
});
const block = z.discriminatedUnion('kind', [paragraph, table, rule, qr, space, sign, columns, keep, when, each]);

/**
 * A form or result document as data: what an administrator may edit, what is
 * published as an immutable row, and what our engine draws.
 */
const Template = z.strictObject({
  key: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  version: z.int().min(1),
  /** The form's title and source by period of law, oldest first: the edition in force on the day of issue is printed. */
  editions: z.array(z.strictObject({ from: z.iso.date(), title: z.string().min(1), source: z.string().min(1) })).min(1),
  page: z.strictObject({
    size: z.enum(['A4', 'A5']),
    top: millimetres,
    right: millimetres,
    bottom: millimetres,
    left: millimetres,
  }),
  text: z.strictObject({ size: z.number().min(6).max(24), leading: z.number().min(1).max(2), after: millimetres, align: align.optional() }),
  /** A list of facts, each drawing the whole document once (the copies of a receipt, as `row`). */
  copies: path.optional(),
  blocks: z.array(block).min(1),
});

export type Template = z.infer<typeof Template>;
export type Block = z.infer<typeof block>;
export type BlockOf<Kind extends Block['kind']> = Extract<Block, { kind: Kind }>;

/** Reads a template; throws with every fault and its place (`blocks.3.text: …`). */
export function readTemplate(json: unknown): Template {
  const { success, data, error } = Template.safeParse(json);
  if (!success)
    throw new Error(
      issuesOf(error)
        .map(({ path, message }) => `${path}: ${message}`)
        .join('\n'),
    );
  return data;
}

/** What keeps this from being a template at all, each with its place; empty: nothing. */
export function shapeFaults(json: unknown): { path: string; message: string }[] {
  const { error } = Template.safeParse(json);
  return error ? issuesOf(error) : [];
}

function issuesOf({ issues }: z.ZodError): { path: string; message: string }[] {
  return issues.map(({ path, message }) => ({ path: path.join('.'), message }));
}

/** SHA-256 of the template's canonical form: equal content, equal hash, whatever the order of keys in the file. */
export function templateHash(template: Template): string {
  return createHash('sha256').update(canonical(template)).digest('hex');
}

export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, one]) => one !== undefined);
  return `{${entries
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`)
    .join(',')}}`;
}

function isReadable(value: string): boolean {
  try {
    readMarkup(value);
    return true;
  } catch {
    return false;
  }
}
