import { type BlockOf } from '../template';
import { fill, type Run } from '../text/fill';
import { readRows, type Scope } from '../text/scope';
import { type Line, MM } from '../type/lines';
import { lineStrip, setLines } from './paragraph';
import { blank, type Sheet, type Strip } from './sheet';
import { type TextStyle } from './style';

const PAD_X = 1.1 * MM;
const PAD_Y = 0.6 * MM;
const BORDER = 0.5;
/** A row taller than this share of a page is cut between its lines instead of being pushed to the next page. */
const TALLEST_ROW = 0.5;

interface Cell {
  lines: Line[];
  align: TextStyle['align'];
  x: number;
  width: number;
}
/** A head cell and the grid rows it covers. */
interface HeadCell extends Cell {
  row: number;
  down: number;
}

/** A table: cells wrap, and the head is drawn again at the top of every further page. */
export function layTable(block: BlockOf<'table'>, width: number, scope: Scope, style: TextStyle, pageHeight: number): Strip[] {
  const text: TextStyle = { ...style, size: block.size ?? style.size };
  const edges = edgesOf(block, width);
  const head = headStrip(block, edges, scope, text);
  const rows = readRows(scope, block.rows).flatMap((row, at) => {
    const cells = block.columns.map((column, index): Cell => {
      const runs = fill(column.text, { ...scope, row, n: at + 1 }, { bold: false, italic: false });
      return cellOf(runs, edges, index, 1, column.align ?? 'left', text);
    });
    return rowStrips(cells, text, pageHeight).map((strip): Strip => ({ ...strip, head }));
  });
  return [{ ...head, keepsNext: true }, ...rows, blank((block.after ?? style.after) * MM)];
}

function edgesOf({ columns }: BlockOf<'table'>, width: number): number[] {
  const whole = columns.reduce((sum, column) => sum + column.width, 0);
  const edges = [0];
  for (const column of columns) edges.push(edges.at(-1)! + (column.width / whole) * width);
  return edges;
}

function cellOf(runs: Run[], edges: number[], index: number, span: number, align: TextStyle['align'], { size }: TextStyle): Cell {
  const x = edges[index]!;
  const width = edges[index + span]! - x;
  return { lines: setLines(runs, size, width - 2 * PAD_X, align, 0), align, x, width };
}

function heightOf(lines: number, { size, leading }: TextStyle): number {
  return lines * size * leading + 2 * PAD_Y;
}

function rowStrips(cells: Cell[], style: TextStyle, pageHeight: number): Strip[] {
  const most = Math.max(...cells.map((cell) => cell.lines.length));
  const perStrip =
    heightOf(most, style) <= pageHeight * TALLEST_ROW ? most : Math.floor((pageHeight * TALLEST_ROW) / (style.size * style.leading));
  const strips: Strip[] = [];
  for (let from = 0; from < most; from += perStrip) {
    const height = heightOf(Math.min(perStrip, most - from), style);
    const part = cells.map((cell) => ({ ...cell, lines: cell.lines.slice(from, from + perStrip) }));
    strips.push({
      height,
      draw: (sheet, x, top) => {
        for (const cell of part) drawCell(sheet, cell, x, top, height, style);
      },
    });
  }
  return strips;
}

function headStrip(block: BlockOf<'table'>, edges: number[], scope: Scope, style: TextStyle): Strip {
  const cells = headCells(block, edges, scope, style);
  const heights = block.head.map(() => 0);
  for (const { row, down, lines } of [...cells].sort((a, b) => a.down - b.down)) {
    const covered = heights.slice(row, row + down).reduce((sum, height) => sum + height, 0);
    heights[row + down - 1]! += Math.max(0, heightOf(lines.length, style) - covered);
  }
  const tops = heights.map((_, row) => heights.slice(0, row).reduce((sum, height) => sum + height, 0));
  return {
    height: heights.reduce((sum, height) => sum + height, 0),
    draw(sheet, x, top) {
      for (const cell of cells) {
        const height = heights.slice(cell.row, cell.row + cell.down).reduce((sum, one) => sum + one, 0);
        const offset = (height - heightOf(cell.lines.length, style)) / 2;
        drawCell(sheet, cell, x, top + tops[cell.row]!, height, style, offset);
      }
    },
  };
}

function headCells(block: BlockOf<'table'>, edges: number[], scope: Scope, style: TextStyle): HeadCell[] {
  const taken = block.head.map(() => block.columns.map(() => false));
  const cells: HeadCell[] = [];
  block.head.forEach((row, at) => {
    for (const { text, span = 1, down = 1 } of row) {
      const index = taken[at]!.indexOf(false);
      if (index < 0 || index + span > block.columns.length || at + down > block.head.length)
        throw new Error(`The head “${text}” has no room`);
      for (let y = at; y < at + down; y += 1) taken[y]!.fill(true, index, index + span);
      cells.push({ ...cellOf(fill(text, scope, { bold: true, italic: false }), edges, index, span, 'center', style), row: at, down });
    }
  });
  if (taken.flat().includes(false)) throw new Error('The head of the table has a hole');
  return cells;
}

function drawCell(sheet: Sheet, cell: Cell, x: number, top: number, height: number, style: TextStyle, offset = 0): void {
  const left = x + cell.x;
  border(sheet, left, top, cell.width, height);
  cell.lines.forEach((line, at) => {
    const place = {
      width: cell.width - 2 * PAD_X,
      indent: PAD_X,
      size: style.size,
      leading: style.leading,
      align: cell.align,
      tied: false,
    };
    lineStrip(line, place).draw(sheet, left, top + PAD_Y + offset + at * style.size * style.leading);
  });
}

function border(sheet: Sheet, x: number, y: number, width: number, height: number): void {
  const line = (x1: number, y1: number, x2: number, y2: number): void => {
    sheet.marks.push({ kind: 'line', x1, y1, x2, y2, thickness: BORDER, dashed: false });
  };
  line(x, y, x + width, y);
  line(x, y + height, x + width, y + height);
  line(x, y, x, y + height);
  line(x + width, y, x + width, y + height);
}
