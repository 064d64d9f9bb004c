import { type Block, type BlockOf } from '../template';
import { fill } from '../text/fill';
import { holds, readRows, type Scope } from '../text/scope';
import { MM } from '../type/lines';
import { layParagraph } from './paragraph';
import { layQr } from './qr';
import { blank, bound, type Strip } from './sheet';
import { type TextStyle } from './style';
import { layTable } from './table';

export interface Room {
  width: number;
  /** Height of a whole page between its margins. */
  pageHeight: number;
  style: TextStyle;
}

/** Lays blocks one below another. */
export function layBlocks(blocks: readonly Block[], scope: Scope, room: Room): Strip[] {
  return blocks.flatMap((block) => layBlock(block, scope, room));
}

function layBlock(block: Block, scope: Scope, room: Room): Strip[] {
  switch (block.kind) {
    case 'p':
      return layParagraph(block, room.width, scope, room.style);
    case 'table':
      return layTable(block, room.width, scope, room.style, room.pageHeight);
    case 'rule':
      return [rule(block, room)];
    case 'qr':
      return [layQr(plain(block.text, scope), block.size)];
    case 'space':
      return [blank(block.height * MM)];
    case 'sign':
      return [signature(block, room.width)];
    case 'columns':
      return [columns(block, scope, room), blank((block.after ?? room.style.after) * MM)];
    case 'keep':
      return [bound(layBlocks(block.blocks, scope, room))];
    case 'when':
      return layBlocks(holds(scope, block.path, block.is) ? block.then : (block.else ?? []), scope, room);
    case 'each':
      return readRows(scope, block.rows).flatMap((row, at) => layBlocks(block.blocks, { ...scope, row, n: at + 1 }, room));
  }
}

function plain(text: string, scope: Scope): string {
  return fill(text, scope, { bold: false, italic: false })
    .map((run) => (run.kind === 'text' ? run.text : ''))
    .join('');
}

function rule(block: BlockOf<'rule'>, room: Room): Strip {
  return {
    height: 2 + (block.after ?? room.style.after) * MM,
    draw(sheet, x, top) {
      sheet.marks.push({
        kind: 'line',
        x1: x,
        y1: top + 1,
        x2: x + room.width,
        y2: top + 1,
        thickness: 0.5,
        dashed: block.dashed === true,
      });
    },
  };
}

function columns(block: BlockOf<'columns'>, scope: Scope, room: Room): Strip {
  const gap = (block.gap ?? 0) * MM;
  const shares = block.columns.reduce((sum, column) => sum + column.width, 0);
  const usable = room.width - gap * (block.columns.length - 1);
  let left = 0;
  const placed = block.columns.map((column) => {
    const width = (column.width / shares) * usable;
    const strip = bound(layBlocks(column.blocks, scope, { ...room, width }));
    const at = { left, strip };
    left += width + gap;
    return at;
  });
  const height = Math.max(...placed.map(({ strip }) => strip.height));
  const lowered = { top: 0, middle: 0.5, bottom: 1 }[block.align ?? 'top'];
  return {
    height,
    draw(sheet, x, top) {
      for (const { left: at, strip } of placed) strip.draw(sheet, x + at, top + (height - strip.height) * lowered);
    },
  };
}

/** Room for a signature in the middle of its column; the seal ends at the left third of it (Decree 30/2020, Annex I, II.8). */
function signature({ anchor, width, height, seal }: BlockOf<'sign'>, column: number): Strip {
  return {
    height: height * MM,
    draw(sheet, x, top) {
      const left = x + (column - width * MM) / 2;
      const bottom = sheet.height - top - height * MM;
      sheet.anchors.push({ name: anchor, rect: [left, bottom, left + width * MM, bottom + height * MM] });
      if (!seal) return;
      const right = left + (width * MM) / 3;
      const middle = bottom + (height * MM) / 2;
      const side = seal.size * MM;
      sheet.anchors.push({ name: 'agency', rect: [right - side, middle - side / 2, right, middle + side / 2] });
    },
  };
}
