import { createHash } from 'node:crypto';
import { inflateSync } from 'node:zlib';
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFNumber,
  PDFRawStream,
  type PDFContext,
  type PDFRef,
} from 'pdf-lib';
import { Refusal, refuseUnless } from '../domain/refusal';

/** Where the text of a field begins, in points from the field's lower left corner. Layout puts the field this far left of and below the line. */
export const TEXT_INSET = { x: 2, baseline: 4 } as const;

/** A number as it stands in a content stream: at most two decimals. The verifier writes the same appearances again, byte for byte. */
export function decimal(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** One line of already encoded glyphs. */
export function textAppearance(face: string, glyphs: string, size: number, baseline: number = TEXT_INSET.baseline): string {
  return `/Tx BMC q BT /${face} ${decimal(size)} Tf 0 g 1 0 0 1 ${TEXT_INSET.x} ${decimal(baseline)} Tm <${glyphs}> Tj ET Q EMC`;
}

/** The image as large as the field allows, in its own proportions, centred: a seal is never squashed. */
export function imageAppearance(image: { width: number; height: number }, width: number, height: number): string {
  const scale = Math.min(width / image.width, height / image.height);
  const [w, h] = [image.width * scale, image.height * scale];
  return `q ${decimal(w)} 0 0 ${decimal(h)} ${decimal((width - w) / 2)} ${decimal((height - h) / 2)} cm /Img Do Q`;
}

export function addStream(context: PDFContext, entries: Record<string, unknown>, content: Uint8Array): PDFRef {
  const dictionary = context.obj(entries as never) as unknown as PDFDict;
  dictionary.set(PDFName.of('Length'), PDFNumber.of(content.length));
  return context.register(PDFRawStream.of(dictionary, content));
}

/** A form XObject: what a field shows. Always a new object; an older appearance is never overwritten. */
export function addForm(context: PDFContext, content: string, width: number, height: number, resources: Record<string, unknown>): PDFRef {
  const entries = { Type: 'XObject', Subtype: 'Form', FormType: 1, BBox: [0, 0, width, height], Resources: resources };
  return addStream(context, entries, Buffer.from(content, 'latin1'));
}

/** A face that lies in the file since before the first signature: its glyph codes and widths, read back from the file itself. */
export interface EmbeddedFace {
  readonly name: string;
  readonly font: PDFRef;
  readonly codes: ReadonlyMap<string, string>;
  widthOf(code: string): number;
}

export function readFace(doc: PDFDocument, name: string): EmbeddedFace {
  const fonts = doc.catalog.getAcroForm()?.dict.lookup(PDFName.of('DR'), PDFDict).lookup(PDFName.of('Font'), PDFDict);
  const font = fonts?.get(PDFName.of(name)) as PDFRef | undefined;
  if (!font) throw new Error(`the file has no face ${name} for its fields`);
  const dictionary = doc.context.lookup(font, PDFDict);
  const toUnicode = doc.context.lookup(dictionary.get(PDFName.of('ToUnicode')));
  const text = Buffer.from(decodePDFRawStream(toUnicode as PDFRawStream).decode()).toString('latin1');
  const descendant = dictionary.lookup(PDFName.of('DescendantFonts'), PDFArray).lookup(0, PDFDict);
  const widths = readWidths(descendant.lookup(PDFName.of('W'), PDFArray));
  const otherwise = descendant.lookupMaybe(PDFName.of('DW'), PDFNumber)?.asNumber() ?? 1000;
  return { name, font, codes: readCodes(text), widthOf: (code) => widths.get(parseInt(code, 16)) ?? otherwise };
}

function readCodes(toUnicode: string): Map<string, string> {
  const pairs = toUnicode.matchAll(/^<([0-9a-f]{4})> <([0-9a-f]{4})>$/gim);
  return new Map([...pairs].map(([, code, letter]) => [String.fromCharCode(parseInt(letter!, 16)), code!.toLowerCase()]));
}

function readWidths(array: PDFArray): Map<number, number> {
  const widths = new Map<number, number>();
  for (let at = 0; at < array.size();) {
    const first = array.lookup(at, PDFNumber).asNumber();
    const second = array.lookup(at + 1);
    if (second instanceof PDFArray) {
      second.asArray().forEach((width, index) => widths.set(first + index, (width as PDFNumber).asNumber()));
      at += 2;
    } else {
      const [last, width] = [(second as PDFNumber).asNumber(), array.lookup(at + 2, PDFNumber).asNumber()];
      for (let code = first; code <= last; code++) widths.set(code, width);
      at += 3;
    }
  }
  return widths;
}

/**
 * Encodes `value` for one line of `room` points, and refuses what would not be
 * seen: a letter without a glyph, or a value that the field's edge would clip.
 */
export function encodeLine(face: EmbeddedFace, value: string, size: number, room: number): string {
  const codes = [...value.normalize('NFC')].map((letter) => {
    const code = face.codes.get(letter);
    refuseUnless(code, 'value-not-printable', { value, letter });
    return code;
  });
  const width = codes.reduce((sum, code) => sum + face.widthOf(code), 0) * (size / 1000);
  if (width > room - 2 * TEXT_INSET.x) throw new Refusal('value-not-printable', { value, width: Math.ceil(width), room: Math.floor(room) });
  return codes.join('');
}

/** A registered image: hand signature (blue) or seal (red), PNG with transparent background (NĐ 30/2020, Annex I, II.7d and II.8a). */
export interface RegisteredImage {
  readonly width: number;
  readonly height: number;
  /** SHA-256 of size and pixels: the same however the pixels are compressed. */
  readonly fingerprint: string;
  readonly colours: Uint8Array;
  readonly mask: Uint8Array;
}

const decoded = new Map<string, RegisteredImage>();

/** Decodes a registered PNG once per process. Refuses what is no PNG, is larger than 2000 pixels a side, or hides what lies beneath. */
export async function readRegisteredImage(png: Uint8Array): Promise<RegisteredImage> {
  const key = createHash('sha256').update(png).digest('hex');
  const known = decoded.get(key);
  if (known) return known;
  const image = await decodePng(png);
  if (decoded.size >= 500) decoded.clear();
  decoded.set(key, image);
  return image;
}

async function decodePng(png: Uint8Array): Promise<RegisteredImage> {
  const header = Buffer.from(png.subarray(0, 24));
  refuseUnless(header.length === 24 && header.toString('latin1', 1, 4) === 'PNG', 'file-type-refused', { types: 'PNG' });
  refuseUnless(Math.max(header.readUInt32BE(16), header.readUInt32BE(20)) <= 2000, 'file-damaged', { why: 'larger than 2000 pixels' });
  const doc = await PDFDocument.create({ updateMetadata: false });
  const image = await doc.embedPng(png).catch(() => {
    throw new Refusal('file-damaged');
  });
  await image.embed();
  const colours = doc.context.lookup(image.ref) as PDFRawStream;
  const mask = colours.dict.lookup(PDFName.of('SMask')) as PDFRawStream | undefined;
  refuseUnless(mask, 'file-damaged', { why: 'no transparent background' });
  const fingerprint = createHash('sha256')
    .update(`${image.width}x${image.height}\n`)
    .update(inflateSync(colours.contents))
    .update(inflateSync(mask.contents))
    .digest('hex');
  return { width: image.width, height: image.height, fingerprint, colours: colours.contents, mask: mask.contents };
}

export function addImage(context: PDFContext, image: RegisteredImage): PDFRef {
  const entries = {
    Type: 'XObject',
    Subtype: 'Image',
    BitsPerComponent: 8,
    Width: image.width,
    Height: image.height,
    Filter: 'FlateDecode',
  };
  const mask = addStream(context, { ...entries, ColorSpace: 'DeviceGray' }, image.mask);
  return addStream(context, { ...entries, ColorSpace: 'DeviceRGB', SMask: mask }, image.colours);
}
