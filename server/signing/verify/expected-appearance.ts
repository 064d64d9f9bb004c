import { dictionary, inflateStream, isReference } from './pdf-objects';
import { type Revision } from './pdf-revisions';
import { type PdfReference, type PdfValue } from './pdf-scanner';

/*
 * What a field must show, written again from its value. The writing side has
 * its own words for this; the two are kept apart on purpose, so that a fault in
 * one of them is seen here and not repeated.
 */

export interface Size {
  readonly width: number;
  readonly height: number;
}

export function expectedText(face: string, glyphs: string, size: number, baseline: number): string {
  return `/Tx BMC q BT /${face} ${decimal(size)} Tf 0 g 1 0 0 1 2 ${decimal(baseline)} Tm <${glyphs}> Tj ET Q EMC`;
}

export function expectedLines(face: Face, lines: readonly string[], field: Size): string {
  return lines
    .map((line, index) => expectedText(face.name, glyphsOf(face, line, 10, field), 10, field.height - 12 * (index + 1)))
    .join('\n');
}

export function expectedImage(image: Size, field: Size): string {
  const scale = Math.min(field.width / image.width, field.height / image.height);
  const [width, height] = [image.width * scale, image.height * scale];
  const place = [(field.width - width) / 2, (field.height - height) / 2].map(decimal).join(' ');
  return `q ${decimal(width)} 0 0 ${decimal(height)} ${place} cm /Img Do Q`;
}

function decimal(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** A face as it lay in the file when it was signed first. */
export interface Face {
  readonly name: string;
  readonly font: PdfReference;
  readonly codes: ReadonlyMap<string, string>;
  readonly widths: ReadonlyMap<number, number>;
}

export function readFace(revision: Revision, fonts: PdfValue | undefined, name: string): Face {
  const font = dictionary(revision.resolve(fonts), 'the fonts').get(`/${name}`);
  if (!isReference(font)) throw new Error(`the face ${name} is missing`);
  const value = dictionary(revision.resolve(font), 'the font');
  const toUnicode = value.get('/ToUnicode');
  if (!isReference(toUnicode)) throw new Error('the letters of a font are missing');
  const text = inflateStream(revision.source, revision.object(toUnicode.object)).toString('latin1');
  const pairs = text.matchAll(/^<([0-9a-f]{4})> <([0-9a-f]{4})>$/gim);
  const codes = new Map([...pairs].map(([, code, letter]) => [String.fromCharCode(parseInt(letter!, 16)), code!.toLowerCase()]));
  const descendants = revision.resolve(value.get('/DescendantFonts'));
  const descendant = dictionary(revision.resolve(Array.isArray(descendants) ? descendants[0] : null), 'the font');
  return { name, font, codes, widths: readWidths(revision, descendant.get('/W')) };
}

function readWidths(revision: Revision, value: PdfValue | undefined): Map<number, number> {
  const array = revision.resolve(value);
  if (!Array.isArray(array)) throw new Error('the widths of a font are missing');
  const widths = new Map<number, number>();
  for (let at = 0; at + 1 < array.length; at += 2) {
    const [first, run] = [array[at], revision.resolve(array[at + 1])];
    if (typeof first !== 'number' || !Array.isArray(run)) throw new Error('the widths of a font are unusual');
    run.forEach((width, index) => widths.set(first + index, typeof width === 'number' ? width : Infinity));
  }
  return widths;
}

/** The glyphs of one line; it must fit, since the field's edge would hide the rest of a number. */
export function glyphsOf(face: Face, value: string, size: number, field: Size): string {
  const codes = [...value].map((letter) => {
    const code = face.codes.get(letter);
    if (code === undefined) throw new Error('a letter has no glyph');
    return code;
  });
  const width = codes.reduce((sum, code) => sum + (face.widths.get(parseInt(code, 16)) ?? 1000), 0) * (size / 1000);
  if (width > field.width - 4) throw new Error('a value is wider than its field');
  return codes.join('');
}
