import { type Template } from '../template';
import { type Scope } from '../text/scope';
import { widthOf } from '../type/faces';
import { MM } from '../type/lines';
import { layBlocks } from './blocks';
import { type Sheet, type Strip } from './sheet';
import { styleOf } from './style';

const SIZES_MM = { A4: [210, 297], A5: [148, 210] } as const;
/** Beyond this something is wrong with the facts, not with the paper. */
const MOST_PAGES = 200;

/** Breaks a template's flow into pages; from the second on each carries its number in the middle of the top margin (Decree 30/2020). */
export function layPages(template: Template, scope: Scope): Sheet[] {
  const [widthMm, heightMm] = SIZES_MM[template.page.size];
  const { top, right, bottom, left } = template.page;
  const width = (widthMm - left - right) * MM;
  const floor = (heightMm - bottom) * MM;
  const strips = layBlocks(template.blocks, scope, { width, pageHeight: floor - top * MM, style: styleOf(template) });

  const sheets: Sheet[] = [];
  let y = 0;
  const turn = (): Sheet => {
    if (sheets.length >= MOST_PAGES) throw new Error(`${template.key} runs over ${MOST_PAGES} pages`);
    const sheet: Sheet = { width: widthMm * MM, height: heightMm * MM, marks: [], anchors: [] };
    sheets.push(sheet);
    y = top * MM;
    return sheet;
  };
  let sheet = turn();
  strips.forEach((strip, at) => {
    const isTop = y <= top * MM;
    if (strip.height > floor - top * MM) throw new Error(`${template.key} holds a piece taller than its page`);
    if (!isTop && !strip.blank && y + tiedHeight(strips, at) > floor + 0.01) {
      sheet = turn();
      if (strip.head) {
        strip.head.draw(sheet, left * MM, y);
        y += strip.head.height;
      }
    } else if (isTop && strip.blank) return;
    strip.draw(sheet, left * MM, y);
    y += strip.height;
  });
  sheets.slice(1).forEach((one, at) => numberPage(one, at + 2, top * MM));
  return sheets;
}

/** The height of a strip with all that must follow it on the same page. */
function tiedHeight(strips: readonly Strip[], from: number): number {
  let height = 0;
  for (let at = from; at < strips.length; at += 1) {
    const strip = strips[at]!;
    height += strip.height;
    if (!strip.keepsNext && !strip.blank) break;
  }
  return height;
}

function numberPage(sheet: Sheet, number: number, top: number): void {
  const size = 11;
  const text = String(number);
  const x = (sheet.width - widthOf(text, 'regular', size)) / 2;
  sheet.marks.push({ kind: 'text', x, y: top * 0.6, text, face: 'regular', size, stretch: 0 });
}
