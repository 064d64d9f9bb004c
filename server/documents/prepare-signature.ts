import { createHash } from 'node:crypto';
import {
  EncryptedPDFError,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  type PDFNumber,
  PDFString,
  type PDFObject,
  type PDFRef,
} from 'pdf-lib';
import { Refusal, refuseUnless, type RefusalCode } from '../domain/refusal';
import { addForm, addImage, encodeLine, imageAppearance, readFace, readRegisteredImage, textAppearance } from './appearance';

/** What one signing act does to a file: fills fields, shows something, reserves room for the CMS. */
export interface SignatureRequest {
  /** The signature field, empty until now. */
  readonly field: string;
  /** Text fields to fill in the same update, by name. */
  readonly fill?: Readonly<Record<string, string>>;
  readonly appearance: { readonly image: Uint8Array } | { readonly lines: readonly string[] };
  /** Text fields that this signature closes: the same names as in the field's lock. */
  readonly locks?: readonly string[];
  readonly signedBy: string;
  readonly reason: string;
  /** A claim only, shown by viewers in Vietnamese time; only a timestamp token would prove it. */
  readonly at: Date;
  /** Bytes kept for the CMS. */
  readonly room: number;
}

export interface PreparedSignature {
  readonly bytes: Buffer;
  /** Offsets of `<` and behind `>` of the reserved token. */
  readonly contents: { readonly from: number; readonly to: number };
  /** SHA-256 over everything but the reserved token: what the signing side gets. */
  readonly digest: Buffer;
}

/** Enough for a baseline signature with a chain of three RSA-3072 certificates. */
export const BASELINE_ROOM = 8192;

/**
 * Appends one update to a file and leaves a gap for the signature. Everything
 * before it stays as it was, byte for byte, so that earlier signatures hold.
 */
export async function prepareSignature(before: Uint8Array, request: SignatureRequest): Promise<PreparedSignature> {
  const doc = await openForUpdate(before);
  const signature = await applySignature(doc, request);
  return closeUpdate(before, doc, signature, request.room);
}

export async function openForUpdate(before: Uint8Array): Promise<PDFDocument> {
  try {
    return await PDFDocument.load(before, { forIncrementalUpdate: true, updateMetadata: false });
  } catch (error) {
    if (error instanceof EncryptedPDFError) throw new Refusal('file-encrypted');
    throw error;
  }
}

/** Fills the fields and puts the signature dictionary in its place; the update is not written yet. */
export async function applySignature(doc: PDFDocument, request: SignatureRequest): Promise<PDFRef> {
  const fields = readFields(doc);
  for (const [name, value] of Object.entries(request.fill ?? {})) fillText(doc, readEmptyField(fields, name, 'already-numbered'), value);
  const widget = readEmptyField(fields, request.field, 'document-changed');
  const signature = addSignatureDictionary(doc, request);
  setValue(doc, widget, signature, await addAppearance(doc, widget, request.appearance));
  return signature;
}

function readFields(doc: PDFDocument): Map<string, PDFDict> {
  const fields = doc.catalog.getAcroForm()?.Fields()?.asArray() ?? [];
  const widgets = fields.map((field) => doc.context.lookup(field, PDFDict));
  return new Map(widgets.map((widget) => [(widget.lookup(PDFName.of('T')) as PDFString).decodeText(), widget]));
}

function readEmptyField(fields: Map<string, PDFDict>, name: string, otherwise: RefusalCode): PDFDict {
  const widget = fields.get(name);
  if (!widget) throw new Error(`the file has no field ${name}`);
  refuseUnless(!widget.get(PDFName.of('V')), otherwise, { field: name });
  return widget;
}

function fillText(doc: PDFDocument, widget: PDFDict, value: string): void {
  const [, face, size] = /^\/(\w+) ([\d.]+) Tf/.exec(widget.lookup(PDFName.of('DA'), PDFString).asString())!;
  const { width, height } = sizeOf(widget);
  const embedded = readFace(doc, face!);
  const content = textAppearance(face!, encodeLine(embedded, value, Number(size), width), Number(size));
  const shown = addForm(doc.context, content, width, height, { Font: { [face!]: embedded.font } });
  setValue(doc, widget, PDFHexString.fromText(value.normalize('NFC')), shown);
}

async function addAppearance(doc: PDFDocument, widget: PDFDict, appearance: SignatureRequest['appearance']): Promise<PDFRef> {
  const { width, height } = sizeOf(widget);
  if ('image' in appearance) {
    const image = await readRegisteredImage(appearance.image);
    const resources = { XObject: { Img: addImage(doc.context, image) } };
    return addForm(doc.context, imageAppearance(image, width, height), width, height, resources);
  }
  const face = readFace(doc, 'Tinos');
  const lines = appearance.lines.map((line, index) =>
    textAppearance('Tinos', encodeLine(face, line, LINE.size, width), LINE.size, height - LINE.step * (index + 1)),
  );
  return addForm(doc.context, lines.join('\n'), width, height, { Font: { Tinos: face.font } });
}

/** Lines of a visible signature without image: Times New Roman, upright, size 10 (NĐ 30/2020, Annex I, II.8b). */
const LINE = { size: 10, step: 12 } as const;

function sizeOf(widget: PDFDict): { width: number; height: number } {
  const corners = widget.lookup(PDFName.of('Rect'), PDFArray).asArray();
  const [left, bottom, right, top] = corners.map((corner) => (corner as PDFNumber).asNumber()) as [number, number, number, number];
  return { width: right - left, height: top - bottom };
}

function setValue(doc: PDFDocument, widget: PDFDict, value: PDFObject, shown: PDFRef): void {
  widget.set(PDFName.of('V'), value);
  widget.set(PDFName.of('AP'), doc.context.obj({ N: shown }));
}

const WIDEST = 9_999_999_999;

function addSignatureDictionary(doc: PDFDocument, { locks, at, signedBy, reason, room }: SignatureRequest): PDFRef {
  const names = locks?.map((name) => PDFString.of(name));
  const parameters = { Type: 'TransformParams', V: '1.2', Action: 'Include', Fields: names };
  const lock = { Type: 'SigRef', TransformMethod: 'FieldMDP', Data: doc.context.trailerInfo.Root, TransformParams: parameters };
  const entries = {
    Type: 'Sig',
    Filter: 'Adobe.PPKLite',
    SubFilter: 'ETSI.CAdES.detached',
    ByteRange: [0, WIDEST, WIDEST, WIDEST],
    Contents: PDFHexString.of('00'.repeat(room)),
    M: PDFString.of(pdfDate(at)),
    Name: PDFHexString.fromText(signedBy.normalize('NFC')),
    Reason: PDFHexString.fromText(reason.normalize('NFC')),
    ...(names ? { Reference: [lock] } : {}),
  };
  return doc.context.register(doc.context.obj(entries as never));
}

/** An instant as PDF writes it, in Vietnamese time (+07:00, without summer time). */
export function pdfDate(at: Date): string {
  const local = new Date(at.getTime() + 7 * 3_600_000).toISOString().replace(/\D/g, '');
  return `D:${local.slice(0, 14)}+07'00'`;
}

/** Writes the update and its true byte range, searching only inside the object just added: older signatures look alike. */
export async function closeUpdate(before: Uint8Array, doc: PDFDocument, signature: PDFRef, room: number): Promise<PreparedSignature> {
  const bytes = Buffer.from(await doc.save({ useObjectStreams: false }));
  const head = find(bytes, `\n${signature.objectNumber} 0 obj`, before.length);
  const rangeFrom = find(bytes, '/ByteRange [', head);
  const rangeTo = find(bytes, ']', rangeFrom) + 1;
  const from = find(bytes, '/Contents <', head) + '/Contents '.length;
  const to = find(bytes, '>', from) + 1;
  const range = `/ByteRange [ 0 ${from} ${to} ${bytes.length - to} ]`;
  const isOurs = to - from === room * 2 + 2 && to < find(bytes, 'endobj', head) && range.length <= rangeTo - rangeFrom;
  if (!isOurs || !bytes.subarray(0, before.length).equals(before)) throw new Error('the update was not written as expected');
  bytes.write(range.padEnd(rangeTo - rangeFrom), rangeFrom, 'latin1');
  const digest = createHash('sha256').update(bytes.subarray(0, from)).update(bytes.subarray(to)).digest();
  return { bytes, contents: { from, to }, digest };
}

function find(bytes: Buffer, text: string, from: number): number {
  const at = bytes.indexOf(text, from, 'latin1');
  if (at < 0) throw new Error(`the update has no ${text}`);
  return at;
}
