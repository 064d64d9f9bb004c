import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as fontkit from '@cantoo/fontkit';

export type FaceName = 'regular' | 'bold' | 'italic' | 'bold-italic';

/** One face of Tinos, parsed once in this process and shared by all documents. */
export interface Face {
  name: FaceName;
  bytes: Uint8Array;
  parsed: fontkit.Font;
  /** Advance of each letter in thousandths of the font size. */
  advances: ReadonlyMap<string, number>;
}

/** Height above and depth below the base line, as shares of the font size. */
export const ASCENT = 1825 / 2048;
export const DESCENT = 443 / 2048;

const faces = new Map<FaceName, Face>();

export function faceOf({ bold, italic }: { bold: boolean; italic: boolean }): FaceName {
  if (bold) return italic ? 'bold-italic' : 'bold';
  return italic ? 'italic' : 'regular';
}

/** Reads a face at its first use; the bytes are those of `templates/fonts`. */
export function readFace(name: FaceName): Face {
  const face = faces.get(name) ?? parse(name);
  faces.set(name, face);
  return face;
}

/** The shared parsed font behind these very bytes: pdf-lib would otherwise parse the file anew for every document. */
export function parsedFont(bytes: Uint8Array): fontkit.Font {
  const face = [...faces.values()].find((one) => one.bytes === bytes);
  if (!face) throw new Error('Only the faces of templates/fonts are embedded');
  return face.parsed;
}

/** Whether our faces draw this letter; the four hold the same letters. */
export function hasGlyph(letter: string): boolean {
  return readFace('regular').advances.has(letter);
}

/** Width of a text in points. */
export function widthOf(text: string, name: FaceName, size: number): number {
  const { advances } = readFace(name);
  let width = 0;
  for (const letter of text) width += advances.get(letter) ?? noGlyph(letter);
  return (width * size) / 1000;
}

function parse(name: FaceName): Face {
  const bytes = new Uint8Array(readFileSync(join(fontFolder(), `tinos-${name}.ttf`)));
  const parsed = fontkit.create(bytes) as fontkit.Font;
  const scale = 1000 / parsed.unitsPerEm;
  const advances = new Map(
    parsed.characterSet.map((code) => [String.fromCodePoint(code), (parsed.glyphForCodePoint(code)?.advanceWidth ?? 0) * scale]),
  );
  return { name, bytes, parsed, advances };
}

/** `templates/fonts` stands beside `server` and beside `dist`, however deep the built file lies. */
function fontFolder(): string {
  for (let folder = __dirname; ; folder = dirname(folder)) {
    const fonts = join(folder, 'templates', 'fonts');
    if (existsSync(fonts)) return fonts;
    if (folder === dirname(folder)) throw new Error(`templates/fonts is missing above ${__dirname}`);
  }
}

function noGlyph(letter: string): never {
  throw new Error(`Our faces do not draw “${letter}”`);
}
