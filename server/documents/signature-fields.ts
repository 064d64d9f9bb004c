import { PDFHexString, PDFName, PDFString, type PDFDocument, type PDFFont, type PDFRef } from 'pdf-lib';
import { addForm } from './appearance';

export { AGENCY_FIELD, DATE_FIELD, LEADER_FIELD, NUMBER_FIELD } from '../domain/signing-record';

/** Left, bottom, right, top in points from the page's lower left corner. */
export type Box = readonly [number, number, number, number];

/** Faces a field may be written in: the name in the file's AcroForm resources. */
export type FieldFace = 'Tinos' | 'TinosItalic';

export interface TextPlace {
  readonly name: string;
  /** Read out by screen readers. */
  readonly label: string;
  /** Counted from 0. */
  readonly page: number;
  readonly box: Box;
  readonly size: number;
  readonly face: FieldFace;
}

export interface SignaturePlace {
  readonly name: string;
  readonly label: string;
  readonly page: number;
  readonly box: Box;
  /** Text fields that this signature closes. */
  readonly locks?: readonly string[];
}

export interface FieldPlan {
  readonly texts: readonly TextPlace[];
  /** In the order they are signed; a later one lies on top. */
  readonly signatures: readonly SignaturePlace[];
  /** The faces of the page itself. `Tinos` is always there: lines of a visible signature are written in it. */
  readonly faces: { readonly Tinos: PDFFont } & { readonly [Name in FieldFace]?: PDFFont };
}

const VIETNAMESE = 'àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ';
const ASCII = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).join('');

/** Every letter that a number, a date or a line of a visible signature may need: a subset made later would not lie under the signature. */
export const FIELD_REPERTOIRE = ASCII + VIETNAMESE + VIETNAMESE.toUpperCase() + '–';

/**
 * Puts all fields of a document into the file before the first signature:
 * number and date empty and read-only, one signature field each for the leader
 * and the agency. Whoever signs later only fills what the first signature has
 * already covered (NĐ 30/2020 Art. 15: signature, then number, then seal).
 *
 * There is no docMDP, since the leader approves and does not certify, and no
 * NeedAppearances, since a viewer would draw the fields again in its own way.
 */
export function addSignatureFields(doc: PDFDocument, { texts, signatures, faces }: FieldPlan): void {
  const fonts: Record<string, PDFRef> = {};
  for (const [name, font] of Object.entries(faces)) {
    for (const letter of FIELD_REPERTOIRE) font.encodeText(letter);
    fonts[name] = font.ref;
  }
  const fields = [...texts.map((place) => addTextField(doc, place)), ...signatures.map((place) => addSignatureField(doc, place))];
  const form = { Fields: fields, SigFlags: 3, DR: { Font: fonts }, DA: PDFString.of('/Tinos 13 Tf 0 g') };
  doc.catalog.set(PDFName.of('AcroForm'), doc.context.register(doc.context.obj(form)));
}

function addTextField(doc: PDFDocument, place: TextPlace): PDFRef {
  const [left, bottom, right, top] = place.box;
  return addWidget(doc, place, {
    FT: 'Tx',
    Ff: 1,
    F: 4,
    DA: PDFString.of(`/${place.face} ${place.size} Tf 0 g`),
    AP: { N: addForm(doc.context, '/Tx BMC EMC', right - left, top - bottom, {}) },
  });
}

function addSignatureField(doc: PDFDocument, place: SignaturePlace): PDFRef {
  if (!place.locks) return addWidget(doc, place, { FT: 'Sig', F: 132 });
  const lock = { Type: 'SigFieldLock', Action: 'Include', Fields: place.locks.map((name) => PDFString.of(name)) };
  return addWidget(doc, place, { FT: 'Sig', F: 132, Lock: doc.context.register(doc.context.obj(lock)) });
}

function addWidget(doc: PDFDocument, place: TextPlace | SignaturePlace, entries: Record<string, unknown>): PDFRef {
  const page = doc.getPage(place.page);
  const widget = {
    Type: 'Annot',
    Subtype: 'Widget',
    T: PDFString.of(place.name),
    TU: PDFHexString.fromText(place.label),
    Rect: [...place.box],
    P: page.ref,
    ...entries,
  };
  const field = doc.context.register(doc.context.obj(widget as never));
  page.node.addAnnot(field);
  return field;
}

/**
 * The seal's place over the leader's: its right edge covers the left third of
 * the leader's signature, centred in height (NĐ 30/2020, Annex I, II.8a).
 */
export function sealBox(leader: Box, side: number): Box {
  const right = leader[0] + (leader[2] - leader[0]) / 3;
  const middle = (leader[1] + leader[3]) / 2;
  return [right - side, middle - side / 2, right, middle + side / 2].map((value) => Math.round(value * 100) / 100) as unknown as Box;
}

/** The one full save of a document that will be signed. From here on it is only appended to. `fileId` is 32 hex digits, of this file alone. */
export async function saveForSigning(doc: PDFDocument, fileId: string): Promise<Buffer> {
  if (!/^[0-9a-f]{32}$/.test(fileId)) throw new Error('a file id is 32 hex digits');
  doc.context.trailerInfo.ID = doc.context.obj([PDFHexString.of(fileId), PDFHexString.of(fileId)]);
  return Buffer.from(await doc.save({ useObjectStreams: false, updateFieldAppearances: false }));
}
