import { Refusal } from '../domain/refusal';
import { factsSchemas, type TemplateKey } from './facts';
import { layPages } from './layout/pages';
import { type Anchor, type Sheet } from './layout/sheet';
import { paint, type Title } from './paint';
import { type Template, templateHash } from './template';
import { printable } from './text/fill';
import { readRows, type Scope } from './text/scope';

/** A drawn document: what is stored, and the hash of the template that drew it. */
export interface RenderedDocument {
  bytes: Uint8Array;
  pages: number;
  /** Places to be filled or signed later; the first of each name. */
  anchors: Anchor[];
  templateSha256: string;
}

/** A document laid out on pages, not yet a file. */
export interface LaidOut extends Title {
  sheets: Sheet[];
  anchors: Anchor[];
}

/**
 * Draws a document that nobody signs electronically: printed, stamped and
 * signed by hand, or handed out as a slip.
 *
 * Facts are those of the template's key (`facts.ts`). Refuses with
 * `document-incomplete` where one is missing or unfit.
 */
export async function renderDocument(template: Template, facts: unknown): Promise<RenderedDocument> {
  const { sheets, anchors, title, author } = layOut(template, facts);
  const { doc } = await paint(sheets, { title, author });
  return { bytes: await doc.save(), pages: sheets.length, anchors, templateSha256: templateHash(template) };
}

/** Lays a document out: checks its facts, chooses the edition of the form, breaks lines and pages. */
export function layOut(template: Template, input: unknown): LaidOut {
  const facts = readFacts(template.key, input);
  const form = editionOn(template, String(facts.issuedOn));
  const scope: Scope = { ...facts, form };
  const copies = template.copies === undefined ? [undefined] : readRows(scope, template.copies);
  const sheets = copies.flatMap((row, at) => layPages(template, { ...scope, row, n: at + 1 }));
  const office = (facts.issuer as { office?: string } | undefined)?.office ?? '';
  return { sheets, anchors: firstAnchors(sheets), title: printable(form.title, 'title'), author: printable(office, 'issuer.office') };
}

function readFacts(key: string, input: unknown): Record<string, unknown> {
  if (!Object.hasOwn(factsSchemas, key)) throw new Error(`No facts belong to template ${key}`);
  const { success, data, error } = factsSchemas[key as TemplateKey].safeParse(input);
  if (success) return data;
  throw new Refusal('document-incomplete', { what: [...new Set(error.issues.map((issue) => issue.path.join('.')))].join(', ') });
}

/** The edition of the form that was in force on the day of issue; before the first there was no such form. */
function editionOn(template: Template, issuedOn: string): Template['editions'][number] {
  const edition = template.editions.findLast(({ from }) => from <= issuedOn);
  if (!edition) throw new Refusal('document-incomplete', { what: 'issuedOn' });
  return edition;
}

function firstAnchors(sheets: readonly Sheet[]): Anchor[] {
  const all = sheets.flatMap((sheet, page) => sheet.anchors.map((anchor) => ({ ...anchor, page })));
  return all.filter((anchor, at) => all.findIndex(({ name }) => name === anchor.name) === at);
}
