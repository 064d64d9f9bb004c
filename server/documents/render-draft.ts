import { degrees, rgb } from 'pdf-lib';
import { paint } from './paint';
import { layOut } from './render';
import { type Template } from './template';
import { readFace, widthOf } from './type/faces';

const MARK = 'DỰ THẢO';
const SIZE = 96;

/** Draws a document that is not decided yet, marked across each page, so that no print of it passes for the real one. */
export async function renderDraft(template: Template, facts: unknown): Promise<Uint8Array> {
  const { sheets, title, author } = layOut(template, facts);
  const { doc, font } = await paint(sheets, { title: `${MARK} – ${title}`, author });
  readFace('bold');
  const bold = await font('bold');
  const side = widthOf(MARK, 'bold', SIZE) / Math.SQRT2;
  for (const page of doc.getPages()) {
    const { width, height } = page.getSize();
    const size = Math.min(SIZE, (SIZE * width * 0.8) / side);
    const reach = (side * size) / SIZE;
    page.drawText(MARK, {
      x: (width - reach) / 2,
      y: (height - reach) / 2,
      size,
      font: bold,
      rotate: degrees(45),
      color: rgb(0.75, 0.1, 0.1),
      opacity: 0.25,
    });
  }
  return doc.save();
}
