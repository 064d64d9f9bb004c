import fontkit from '@cantoo/fontkit';
import { PDFDocument, type PDFFont, rgb } from 'pdf-lib';
import { type Sheet } from '../../server/documents/layout/sheet';
import { readFace, type FaceName } from '../../server/documents/type/faces';

/** The same page by pdf-lib's own drawing calls, as its documentation shows them: faces embedded, every mark at its place, saved unsigned. */
export async function drawPlainly({ width, height, marks }: Sheet): Promise<Uint8Array> {
  const doc = await PDFDocument.create();
  doc.registerFontkit(fontkit);
  const page = doc.addPage([width, height]);
  const fonts = new Map<FaceName, PDFFont>();
  for (const mark of marks) {
    if (mark.kind === 'text') {
      const font = fonts.get(mark.face) ?? (await doc.embedFont(readFace(mark.face).bytes, { subset: true }));
      fonts.set(mark.face, font);
      page.drawText(mark.text, { x: mark.x, y: height - mark.y, size: mark.size, font });
    } else if (mark.kind === 'line') {
      const { x1, y1, x2, y2, thickness } = mark;
      page.drawLine({ start: { x: x1, y: height - y1 }, end: { x: x2, y: height - y2 }, thickness });
    } else {
      for (const { row, column, length } of mark.runs)
        page.drawRectangle({
          x: mark.x + column * mark.unit,
          y: height - mark.y - (row + 1) * mark.unit,
          width: length * mark.unit,
          height: mark.unit,
          color: rgb(0, 0, 0),
        });
    }
  }
  return doc.save({ useObjectStreams: false });
}
