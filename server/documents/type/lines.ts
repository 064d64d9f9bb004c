import { type Run } from '../text/fill';
import { type FaceName, widthOf } from './faces';

/** One line of set text, measured in points from its own left edge. */
export interface Line {
  parts: Part[];
  width: number;
  /** Spaces that may stretch when the line is justified. */
  spaces: number;
  /** The paragraph, or a forced line, ends here: never stretched. */
  ends: boolean;
}
export interface Part {
  face: FaceName;
  x: number;
  width: number;
  text: string;
  /** Spaces in the line before this part. */
  spacesBefore: number;
  field?: string;
}
/** What cannot be broken: letters between two spaces, maybe of several faces. */
interface Word {
  pieces: { face: FaceName; text: string; width: number; field?: string }[];
  width: number;
  space: FaceName | undefined;
  breaks: boolean;
}

export const MM = 72 / 25.4;

/** Sets runs into lines no wider than `width` points; `first` is the indent of the first line. A word wider than the line is cut. */
export function breakLines(runs: readonly Run[], size: number, width: number, first: number): Line[] {
  const lines: Line[] = [];
  let line = new Setter(size);
  for (const word of cutLong(wordsOf(runs, size), size, width)) {
    const room = width - (lines.length === 0 ? first : 0);
    if (word.breaks || (!line.isEmpty && line.widthWith(word) > room + 0.01)) {
      lines.push(line.close(word.breaks));
      line = new Setter(size);
    }
    line.add(word);
  }
  lines.push(line.close(true));
  return lines;
}

/** The narrowest width that needs no further line: headings in the middle of a page break into even lines. */
export function balancedWidth(runs: readonly Run[], size: number, width: number): number {
  const most = breakLines(runs, size, width, 0).length;
  let [low, high] = [0, width];
  while (most > 1 && high - low > 1) {
    const middle = (low + high) / 2;
    if (breakLines(runs, size, middle, 0).length > most) low = middle;
    else high = middle;
  }
  return high;
}

class Setter {
  private readonly parts: Part[] = [];
  private width = 0;
  private spaces = 0;
  private readonly size: number;

  constructor(size: number) {
    this.size = size;
  }

  get isEmpty(): boolean {
    return this.parts.length === 0;
  }

  widthWith(word: Word): number {
    return this.width + (word.space ? widthOf(' ', word.space, this.size) : 0) + word.width;
  }

  add(word: Word): void {
    if (word.space && !this.isEmpty) {
      this.put(word.space, ' ', widthOf(' ', word.space, this.size));
      this.spaces += 1;
    }
    for (const { face, text, width, field } of word.pieces) this.put(face, text, width, field);
  }

  close(ends: boolean): Line {
    return { parts: this.parts, width: this.width, spaces: this.spaces, ends };
  }

  private put(face: FaceName, text: string, width: number, field?: string): void {
    const last = this.parts.at(-1);
    if (last?.face === face && last.field === undefined && field === undefined) {
      last.text += text;
      last.width += width;
    } else this.parts.push({ face, text, x: this.width, width, spacesBefore: this.spaces, ...(field === undefined ? {} : { field }) });
    this.width += width;
  }
}

function wordsOf(runs: readonly Run[], size: number): Word[] {
  const words: Word[] = [];
  let word: Word = { pieces: [], width: 0, space: undefined, breaks: false };
  const close = (next: Word): void => {
    if (word.pieces.length > 0 || word.breaks) words.push(word);
    word = next;
  };
  for (const run of runs) {
    if (run.kind === 'gap') add(word, { face: run.face, text: '', width: run.widthMm * MM, field: run.field });
    else {
      for (const text of run.text.split(/( |\n)/)) {
        if (text === ' ') close({ pieces: [], width: 0, space: run.face, breaks: false });
        else if (text === '\n') close({ pieces: [], width: 0, space: undefined, breaks: true });
        else if (text !== '') add(word, { face: run.face, text, width: widthOf(text, run.face, size) });
      }
    }
  }
  close(word);
  return words;
}

function add(word: Word, piece: Word['pieces'][number]): void {
  word.pieces.push(piece);
  word.width += piece.width;
}

function cutLong(words: Word[], size: number, width: number): Word[] {
  return words.flatMap((word) => (word.width <= width || word.pieces.some((piece) => piece.field) ? [word] : cut(word, size, width)));
}

/** Cut behind a hyphen or slash where there is one (codes, addresses of pages), else between two letters. */
function cut(word: Word, size: number, width: number): Word[] {
  const cuts: Word[] = [{ ...word, pieces: [], width: 0 }];
  const put = (face: FaceName, text: string): void => {
    const piece = { face, text, width: widthOf(text, face, size) };
    const last = cuts.at(-1)!;
    if (last.width + piece.width > width && last.pieces.length > 0) cuts.push({ pieces: [], width: 0, space: undefined, breaks: true });
    if (piece.width <= width || text.length === 1) add(cuts.at(-1)!, piece);
    else for (const letter of text) put(face, letter);
  };
  for (const { face, text } of word.pieces) for (const part of text.split(/(?<=[-/@._])/)) put(face, part);
  return cuts;
}
