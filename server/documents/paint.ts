import { type PDFContext, PDFDocument, type PDFFont, PDFName, type PDFRef } from 'pdf-lib';
import { type Mark, type Sheet } from './layout/sheet';
import { type FaceName, parsedFont, readFace } from './type/faces';

/** What a PDF says about itself. */
export interface Title {
  title: string;
  author: string;
}

/** A document that is drawn and not yet saved: signature fields may still be added. */
export interface Painted {
  doc: PDFDocument;
  font: (face: FaceName) => Promise<PDFFont>;
}

const FONT_KEYS: Record<FaceName, string> = {
  regular: 'Tinos',
  bold: 'TinosBold',
  italic: 'TinosItalic',
  'bold-italic': 'TinosBoldItalic',
};

/**
 * Draws laid-out pages. Faces are embedded as they are needed, cut to the letters
 * used; letters are written one by one, so what is shown can be copied and searched.
 * Equal pages give equal bytes: names that pdf-lib would draw by lot are fixed here.
 */
export async function paint(sheets: readonly Sheet[], { title, author }: Title): Promise<Painted> {
  const doc = await PDFDocument.create({ updateMetadata: false });
  doc.registerFontkit({ create: (bytes) => parsedFont(bytes) });
  doc.setTitle(title, { showInWindowTitleBar: true });
  doc.setAuthor(author);
  doc.setLanguage('vi-VN');
  const fonts = new Map<FaceName, PDFFont>();
  const font = async (face: FaceName): Promise<PDFFont> => {
    const embedded = fonts.get(face) ?? (await doc.embedFont(readFace(face).bytes, { subset: true, customName: FONT_KEYS[face] }));
    fonts.set(face, embedded);
    return embedded;
  };
  const codes = new Map<string, string>();
  for (const sheet of sheets) {
    const page = doc.addPage([sheet.width, sheet.height]);
    for (const face of new Set(sheet.marks.flatMap((mark) => (mark.kind === 'text' ? [mark.face] : [])))) {
      page.node.setFontDictionary(PDFName.of(FONT_KEYS[face]), (await font(face)).ref);
    }
    const encode = (text: string, face: FaceName): string => [...text].map((letter) => codeOf(letter, face, fonts, codes)).join('');
    page.node.addContentStream(contents(doc.context, sheet, encode));
  }
  return { doc, font };
}

function codeOf(letter: string, face: FaceName, fonts: Map<FaceName, PDFFont>, codes: Map<string, string>): string {
  const key = `${face} ${letter}`;
  const code = codes.get(key) ?? fonts.get(face)!.encodeText(letter).asString();
  codes.set(key, code);
  return code;
}

function contents(context: PDFContext, sheet: Sheet, encode: (text: string, face: FaceName) => string): PDFRef {
  const operators = sheet.marks.map((mark) => operator(mark, sheet.height, encode));
  return context.register(context.flateStream(operators.join('\n')));
}

function operator(mark: Mark, height: number, encode: (text: string, face: FaceName) => string): string {
  switch (mark.kind) {
    case 'text': {
      const at = `1 0 0 1 ${number(mark.x)} ${number(height - mark.y)} Tm`;
      return `BT /${FONT_KEYS[mark.face]} ${number(mark.size)} Tf ${at} ${shown(mark, encode)} ET`;
    }
    case 'line': {
      const dash = mark.dashed ? '[3 2] 0 d' : '[] 0 d';
      const from = `${number(mark.x1)} ${number(height - mark.y1)} m`;
      return `${dash} ${number(mark.thickness)} w ${from} ${number(mark.x2)} ${number(height - mark.y2)} l S`;
    }
    case 'squares': {
      const boxes = mark.runs.map(({ row, column, length }) => {
        const [x, y] = [mark.x + column * mark.unit, height - mark.y - (row + 1) * mark.unit];
        return `${number(x)} ${number(y)} ${number(length * mark.unit)} ${number(mark.unit)} re`;
      });
      return `${boxes.join(' ')} f`;
    }
  }
}

/** Fonts with two bytes a letter know no word spacing: a stretched space is a negative advance, in thousandths of the size. */
function shown({ text, face, size, stretch }: Extract<Mark, { kind: 'text' }>, encode: (text: string, face: FaceName) => string): string {
  if (stretch === 0) return `<${encode(text, face)}> Tj`;
  const pieces = text
    .split(/(?<= )/)
    .map((piece) => `<${encode(piece, face)}>${piece.endsWith(' ') ? ` ${number((-stretch / size) * 1000)}` : ''}`);
  return `[${pieces.join(' ')}] TJ`;
}

function number(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}
