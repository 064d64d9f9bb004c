import { TEXT_INSET } from '../appearance';
import { type BlockOf } from '../template';
import { fill, type Run } from '../text/fill';
import { type Scope } from '../text/scope';
import { ASCENT, DESCENT } from '../type/faces';
import { balancedWidth, breakLines, type Line, MM } from '../type/lines';
import { blank, type Sheet, type Strip } from './sheet';
import { type TextStyle } from './style';

/** A line that would need wider gaps than this share of its size stays ragged. */
const WIDEST_STRETCH = 0.5;

/** A paragraph as one strip a line; its first two and last two lines stay together. */
export function layParagraph(block: BlockOf<'p'>, width: number, scope: Scope, style: TextStyle): Strip[] {
  const size = block.size ?? style.size;
  const align = block.align ?? style.align;
  const runs = fill(block.text, scope, { bold: block.bold === true, italic: block.italic === true });
  const left = (block.left ?? 0) * MM;
  const lines = setLines(runs, size, width - left, align, (block.first ?? 0) * MM);
  const strips = lines.map((line, at) => {
    const indent = left + (at === 0 ? (block.first ?? 0) * MM : 0);
    const tied = block.keepsNext === true || (lines.length > 1 && (at === 0 || at === lines.length - 2));
    return lineStrip(line, { width: width - indent, indent, size, leading: style.leading, align, tied });
  });
  if (block.rule !== undefined) strips.push(ruleStrip(block.rule * Math.max(...lines.map((line) => line.width)), width));
  const after = block.after ?? style.after;
  return after > 0 ? [...strips, blank(after * MM)] : strips;
}

/** Lines of a paragraph; centred text is broken into lines of even length. */
export function setLines(runs: readonly Run[], size: number, width: number, align: TextStyle['align'], first: number): Line[] {
  return breakLines(runs, size, align === 'center' ? balancedWidth(runs, size, width) : width, first);
}

export interface LinePlace {
  width: number;
  indent: number;
  size: number;
  leading: number;
  align: TextStyle['align'];
  tied: boolean;
}

export function lineStrip(line: Line, { width, indent, size, leading, align, tied }: LinePlace): Strip {
  const height = size * leading;
  return {
    height,
    keepsNext: tied,
    draw(sheet, x, top) {
      const base = top + (height - (ASCENT + DESCENT) * size) / 2 + ASCENT * size;
      const spare = width - line.width;
      const stretch = align === 'justify' && !line.ends && spare < line.spaces * WIDEST_STRETCH * size ? spare / line.spaces : 0;
      const start = x + indent + (align === 'center' ? spare / 2 : align === 'right' ? spare : 0);
      for (const part of line.parts) {
        const at = start + part.x + part.spacesBefore * stretch;
        if (part.field === undefined) sheet.marks.push({ kind: 'text', x: at, y: base, text: part.text, face: part.face, size, stretch });
        else reserve(sheet, part.field, { x: at, base, width: part.width, size, face: part.face });
      }
    },
  };
}

/** The field's own text starts a little inside its corner: so its base line is this line's. */
function reserve(
  sheet: Sheet,
  name: string,
  { x, base, width, size, face }: { x: number; base: number; width: number; size: number; face: Line['parts'][number]['face'] },
): void {
  const left = x - TEXT_INSET.x;
  const bottom = sheet.height - base - TEXT_INSET.baseline;
  sheet.anchors.push({ name, rect: [left, bottom, x + width + TEXT_INSET.x, bottom + TEXT_INSET.baseline + size], text: { size, face } });
}

function ruleStrip(length: number, width: number): Strip {
  return {
    height: 3,
    draw(sheet, x, top) {
      const from = x + (width - length) / 2;
      sheet.marks.push({ kind: 'line', x1: from, y1: top + 1, x2: from + length, y2: top + 1, thickness: 0.6, dashed: false });
    },
  };
}
