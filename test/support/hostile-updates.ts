import { deflateSync, inflateSync } from 'node:zlib';
import { type PDFArray, PDFDict, PDFHexString, PDFName, PDFNumber, PDFRawStream, PDFRef, PDFString, type PDFObject } from 'pdf-lib';
import { addForm, addStream, readFace, textAppearance } from '../../server/documents/appearance';
import { NUMBER, OTHER_FIELD, type OpenUpdate } from './result-document';

export interface HostileUpdate {
  readonly title: string;
  readonly meddle: (doc: OpenUpdate) => unknown;
  /** What the strict check says. */
  readonly refusal: RegExp;
}

const N = (name: string) => PDFName.of(name);

/** Changes that somebody with the agency's key could slip into the seal's own update; all signatures stay intact. */
export const hostileUpdates: readonly HostileUpdate[] = [
  {
    title: 'fills a field that is not to be filled',
    meddle: (doc) => fieldOf(doc, OTHER_FIELD).set(N('V'), PDFHexString.fromText('Cấp hai thẻ')),
    refusal: /may not change/,
  },
  {
    title: 'moves the number elsewhere',
    meddle: (doc) => (fieldOf(doc, 'so').lookup(N('Rect')) as PDFArray).set(0, PDFNumber.of(20)),
    refusal: /field so differs/,
  },
  { title: 'hides the number', meddle: (doc) => fieldOf(doc, 'so').set(N('F'), PDFNumber.of(2)), refusal: /field so differs/ },
  {
    title: 'draws more text on the page',
    meddle: (doc) => doc.getPage(0).drawText('va hai the', { x: 85, y: 600 }),
    refusal: /may not change|no purpose/,
  },
  {
    title: 'replaces what the page says',
    meddle: (doc) => {
      const contents = pageOf(doc).get(N('Contents'));
      const first = contents instanceof PDFRef ? contents : ((contents as PDFArray).get(0) as PDFRef);
      replace(doc, first, PDFRawStream.of(dictionary(doc, { Length: 3 }), Buffer.from('q Q')));
    },
    refusal: /may not change/,
  },
  {
    title: 'adds a note over the page',
    meddle: (doc) => {
      const note = {
        Type: 'Annot',
        Subtype: 'FreeText',
        Rect: [85, 600, 300, 620],
        Contents: PDFString.of('x'),
        DA: PDFString.of('/Helv 12 Tf'),
      };
      (pageOf(doc).lookup(N('Annots')) as PDFArray).push(doc.context.register(dictionary(doc, note)));
    },
    refusal: /may not change/,
  },
  {
    title: 'adds a script to the document',
    meddle: (doc) => doc.catalog.set(N('Names'), dictionary(doc, { JavaScript: { Names: [] } })),
    refusal: /catalog differs/,
  },
  {
    title: 'adds an act at opening',
    meddle: (doc) => doc.catalog.set(N('OpenAction'), dictionary(doc, { S: 'JavaScript', JS: PDFString.of('1') })),
    refusal: /catalog differs/,
  },
  { title: 'adds a page', meddle: (doc) => doc.addPage(), refusal: /may not change/ },
  {
    title: 'shows another hand signature for the leader',
    meddle: (doc) => fieldOf(doc, 'KyLanhDao').set(N('AP'), doc.context.obj({ N: addForm(doc.context, 'q Q', 115, 48, {}) })),
    refusal: /may not change/,
  },
  {
    title: 'overwrites the hand signature of the leader in place',
    meddle: (doc) => overwrite(doc, shownBy(doc, 'KyLanhDao'), 'q Q'),
    refusal: /may not change/,
  },
  {
    title: 'shows another number than it holds',
    meddle: (doc) => showInNumber(doc, '923/QĐ-UBND'),
    refusal: /what is shown is not the value/,
  },
  {
    title: 'shows nothing where the number belongs',
    meddle: (doc) => fieldOf(doc, 'so').set(N('AP'), doc.context.obj({ N: addForm(doc.context, '/Tx BMC EMC', 137, 18, {}) })),
    refusal: /other entries/,
  },
  {
    title: 'writes the number in a second font whose 1 and 9 are swapped',
    meddle: (doc) => {
      const face = readFace(doc, 'Tinos');
      const font = copy(doc, face.font);
      const descendant = copy(doc, (font.dict.lookup(N('DescendantFonts')) as PDFArray).get(0) as PDFRef);
      descendant.dict.set(N('CIDToGIDMap'), addStream(doc.context, {}, swappedGlyphs(face.codes.get('1')!, face.codes.get('9')!)));
      font.dict.set(N('DescendantFonts'), doc.context.obj([descendant.ref]));
      const content = streamOf(doc, shownBy(doc, 'so')).contents;
      const shown = addForm(doc.context, Buffer.from(content).toString('latin1'), 137, 18, { Font: { Tinos: font.ref } });
      fieldOf(doc, 'so').set(N('AP'), doc.context.obj({ N: shown }));
    },
    refusal: /other entries/,
  },
  {
    title: 'swaps the glyphs in the font of the page itself',
    meddle: (doc) => replace(doc, fontFile(doc), changedFont(doc)),
    refusal: /may not change/,
  },
  {
    title: 'defines the font once more, word for word',
    meddle: (doc) => doc.context.snapshot!.markRefForSave(readFace(doc, 'Tinos').font),
    refusal: /may not change/,
  },
  {
    title: 'defines the letters of the font once more',
    meddle: (doc) => doc.context.snapshot!.markRefForSave(fontOf(doc).get(N('ToUnicode')) as PDFRef),
    refusal: /may not change/,
  },
  {
    title: 'overwrites the empty appearance of the number instead of making its own',
    meddle: (doc) => {
      const [before, shown] = [emptyNumber(doc), streamOf(doc, shownBy(doc, 'so'))];
      fieldOf(doc, 'so').set(N('AP'), doc.context.obj({ N: before }));
      replace(doc, before, shown);
    },
    refusal: /not a new one/,
  },
  {
    title: 'asks viewers to draw the fields anew',
    meddle: (doc) => doc.catalog.getAcroForm()!.dict.set(N('NeedAppearances'), doc.context.obj(true)),
    refusal: /may not change/,
  },
  {
    title: 'replaces the document information',
    meddle: (doc) => {
      doc.context.trailerInfo.Info = doc.context.register(dictionary(doc, { Title: PDFString.of('x') }));
    },
    refusal: /trailer differs|no purpose/,
  },
  { title: 'leaves a hidden object behind', meddle: (doc) => doc.context.register(doc.context.obj({})), refusal: /no purpose/ },
  {
    title: 'says another kind of signature',
    meddle: (doc) => (fieldOf(doc, 'KyCoQuan').lookup(N('V')) as PDFDict).set(N('Filter'), N('Other')),
    refusal: /signature dictionary differs/,
  },
  {
    title: 'closes no field',
    meddle: (doc) => (fieldOf(doc, 'KyCoQuan').lookup(N('V')) as PDFDict).delete(N('Reference')),
    refusal: /signature dictionary differs/,
  },
  {
    title: 'gives the number a second appearance',
    meddle: (doc) => (fieldOf(doc, 'so').lookup(N('AP')) as PDFDict).set(N('D'), shownBy(doc, 'so')),
    refusal: /second appearance/,
  },
  {
    title: 'lets two fields share what they show',
    meddle: (doc) => fieldOf(doc, 'ngay').set(N('AP'), doc.context.obj({ N: shownBy(doc, 'so') })),
    refusal: /not a new one of its own/,
  },
];

export function pageOf(doc: OpenUpdate): PDFDict {
  return doc.catalog.Pages().Kids().lookup(0) as PDFDict;
}

export function fieldOf(doc: OpenUpdate, name: string): PDFDict {
  const fields = doc.catalog.getAcroForm()!.Fields()!.asArray();
  return fields
    .map((field) => doc.context.lookup(field, PDFDict))
    .find((field) => (field.lookup(N('T')) as PDFString).decodeText() === name)!;
}

function shownBy(doc: OpenUpdate, field: string): PDFRef {
  return (fieldOf(doc, field).lookup(N('AP')) as PDFDict).get(N('N')) as PDFRef;
}

function showInNumber(doc: OpenUpdate, value: string): void {
  const face = readFace(doc, 'Tinos');
  const glyphs = [...value].map((letter) => face.codes.get(letter)!).join('');
  const shown = addForm(doc.context, textAppearance('Tinos', glyphs, 13), 137, 18, { Font: { Tinos: face.font } });
  if (value.length !== NUMBER.length) throw new Error('the other number must be as long');
  fieldOf(doc, 'so').set(N('AP'), doc.context.obj({ N: shown }));
}

function fontOf(doc: OpenUpdate): PDFDict {
  return doc.context.lookup(readFace(doc, 'Tinos').font, PDFDict);
}

function fontFile(doc: OpenUpdate): PDFRef {
  const descendant = (fontOf(doc).lookup(N('DescendantFonts')) as PDFArray).lookup(0, PDFDict);
  return (descendant.lookup(N('FontDescriptor')) as PDFDict).get(N('FontFile2')) as PDFRef;
}

function changedFont(doc: OpenUpdate): PDFRawStream {
  const program = streamOf(doc, fontFile(doc));
  const content = inflateSync(program.contents);
  content[content.length - 200]! ^= 1;
  const packed = deflateSync(content);
  const dict = program.dict.clone(doc.context);
  dict.set(N('Length'), PDFNumber.of(packed.length));
  return PDFRawStream.of(dict, packed);
}

function swappedGlyphs(one: string, other: string): Buffer {
  const map = Buffer.alloc(1000);
  for (let code = 0; code < 500; code++) map.writeUInt16BE(code, code * 2);
  const [first, second] = [parseInt(one, 16), parseInt(other, 16)];
  map.writeUInt16BE(second, first * 2);
  map.writeUInt16BE(first, second * 2);
  return map;
}

/** The appearance that the field had before: the first form of its size that is empty. */
function emptyNumber(doc: OpenUpdate): PDFRef {
  const found = doc.context.enumerateIndirectObjects().find(([, object]) => {
    return object instanceof PDFRawStream && Buffer.from(object.contents).toString('latin1') === '/Tx BMC EMC';
  });
  return found![0];
}

function overwrite(doc: OpenUpdate, ref: PDFRef, content: string): void {
  const dict = streamOf(doc, ref).dict.clone(doc.context);
  dict.set(N('Length'), PDFNumber.of(content.length));
  replace(doc, ref, PDFRawStream.of(dict, Buffer.from(content)));
}

export function replace(doc: OpenUpdate, ref: PDFRef, object: PDFObject): void {
  doc.context.assign(ref, object);
  doc.context.snapshot!.markRefForSave(ref);
}

function streamOf(doc: OpenUpdate, ref: PDFRef): PDFRawStream {
  return doc.context.lookup(ref) as PDFRawStream;
}

function copy(doc: OpenUpdate, ref: PDFRef): { ref: PDFRef; dict: PDFDict } {
  const dict = doc.context.lookup(ref, PDFDict).clone(doc.context);
  return { ref: doc.context.register(dict), dict };
}

export function dictionary(doc: OpenUpdate, entries: Record<string, unknown>): PDFDict {
  return doc.context.obj(entries as never) as unknown as PDFDict;
}
