import { type Formatter, isFormatter } from './formatters';

/** A piece of a template's text: fixed words, a fact to be filled in, or a gap reserved for a form field. */
export type Piece = Style & (Words | Fact | Gap);
export interface Style {
  bold: boolean;
  italic: boolean;
}
export interface Words {
  kind: 'words';
  text: string;
}
export interface Fact {
  kind: 'fact';
  path: string;
  /** `{{path?}}`: may be absent and then leaves its place empty. */
  isOptional: boolean;
  formats: Formatter[];
}
export interface Gap {
  kind: 'gap';
  field: string;
  widthMm: number;
}

const TOKEN = /\*\*|__|\{\{([^{}]*)\}\}|\[\[([^[\]]*)\]\]/g;
const known = new Map<string, Piece[]>();

/**
 * Reads a template's text: `**bold**`, `__italic__`, `{{path|formatter}}`,
 * `{{path?}}` (may be absent) and `[[field 38]]` (a gap of 38 mm). Marks are read here, before any fact is filled
 * in: an asterisk that a citizen typed stays an asterisk.
 *
 * Throws a plain Error on text that cannot be read; a template is judged when it is published.
 */
export function readMarkup(text: string): Piece[] {
  const read = known.get(text) ?? pieces(text.normalize('NFC'));
  known.set(text, read);
  return read;
}

function pieces(text: string): Piece[] {
  const found: Piece[] = [];
  const style: Style = { bold: false, italic: false };
  let from = 0;
  for (const match of text.matchAll(TOKEN)) {
    if (match.index > from) found.push({ ...style, kind: 'words', text: text.slice(from, match.index) });
    if (match[0] === '**') style.bold = !style.bold;
    else if (match[0] === '__') style.italic = !style.italic;
    else if (match[1] !== undefined) found.push({ ...style, ...fact(match[1]) });
    else found.push({ ...style, ...gap(match[2] ?? '') });
    from = match.index + match[0].length;
  }
  if (style.bold || style.italic) throw new Error(`A mark stays open in “${text}”`);
  if (from < text.length) found.push({ ...style, kind: 'words', text: text.slice(from) });
  return found;
}

function fact(inside: string): Fact {
  const [name = '', ...formats] = inside.split('|').map((part) => part.trim());
  const isOptional = name.endsWith('?');
  const path = isOptional ? name.slice(0, -1) : name;
  if (!/^[a-z][a-zA-Z0-9]*(\.[a-z][a-zA-Z0-9]*)*$/.test(path)) throw new Error(`“${inside}” names no fact`);
  return { kind: 'fact', path, isOptional, formats: formats.map((one) => (isFormatter(one) ? one : unknownFormatter(one))) };
}

function gap(inside: string): Gap {
  const [, field, width] = /^([a-z]+) (\d+(?:\.\d+)?)$/.exec(inside.trim()) ?? [];
  if (field === undefined || width === undefined) throw new Error(`“${inside}” is no gap: a field and its width in millimetres`);
  return { kind: 'gap', field, widthMm: Number(width) };
}

function unknownFormatter(name: string): never {
  throw new Error(`There is no formatter “${name}”`);
}
