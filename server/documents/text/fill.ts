import { Refusal } from '../../domain/refusal';
import { plainText, unprintableLetters } from '../../domain/writing';
import { faceOf, type FaceName } from '../type/faces';
import { formatters } from './formatters';
import { type Piece, readMarkup, type Style } from './markup';
import { findFact, readFact, type Scope } from './scope';

/** Text of one face, or a gap that becomes a form field. */
export type Run = { kind: 'text'; face: FaceName; text: string } | { kind: 'gap'; face: FaceName; field: string; widthMm: number };

/** Fills a template's text with facts. The words a person typed are only ever text: no mark in them is read. */
export function fill(text: string, scope: Scope, base: Style): Run[] {
  return readMarkup(text).map((piece) => runOf(piece, scope, base));
}

/** Makes a string printable. Refuses a character that our faces cannot draw; a name with a hole in it must not leave the office. */
export function printable(value: string, where: string): string {
  const text = plainText(value);
  const [strange] = unprintableLetters(text);
  if (strange !== undefined) throw new Refusal('document-incomplete', { what: `${where}: “${strange}”` });
  return text;
}

function runOf(piece: Piece, scope: Scope, base: Style): Run {
  const face = faceOf({ bold: base.bold !== piece.bold, italic: base.italic !== piece.italic });
  switch (piece.kind) {
    case 'words':
      return { kind: 'text', face, text: piece.text };
    case 'gap':
      return { kind: 'gap', face, field: piece.field, widthMm: piece.widthMm };
    case 'fact': {
      if (piece.isOptional && findFact(scope, piece.path) === undefined) return { kind: 'text', face, text: '' };
      const value = piece.formats.reduce((so, name) => formatters[name](so), readFact(scope, piece.path));
      if (typeof value !== 'string' && typeof value !== 'number') throw new Refusal('document-incomplete', { what: piece.path });
      return { kind: 'text', face, text: printable(String(value), piece.path) };
    }
  }
}
