import { type FaceName } from '../type/faces';

/** A laid-out page: what to draw, in points from its top left corner, `y` growing downwards. */
export interface Sheet {
  width: number;
  height: number;
  marks: Mark[];
  anchors: Omit<Anchor, 'page'>[];
}

export type Mark =
  /** `y` is the base line; `stretch` widens every space, in points. */
  | { kind: 'text'; x: number; y: number; text: string; face: FaceName; size: number; stretch: number }
  | { kind: 'line'; x1: number; y1: number; x2: number; y2: number; thickness: number; dashed: boolean }
  /** Filled squares of a QR code, `unit` points each, as runs in a row. */
  | { kind: 'squares'; x: number; y: number; unit: number; runs: { row: number; column: number; length: number }[] };

/** A place that is filled or signed later: `rect` is [left, bottom, right, top] in points from the bottom left corner, as PDF counts. */
export interface Anchor {
  name: string;
  /** Counted from 0. */
  page: number;
  rect: [number, number, number, number];
  /** Of a text field: its font size in points and its face. */
  text?: { size: number; face: FaceName };
}

/**
 * A slice of the text flow that no page break cuts. `draw` puts it on a sheet
 * with its top left corner at (x, top).
 */
export interface Strip {
  height: number;
  draw(sheet: Sheet, x: number, top: number): void;
  /** Must not be the last on its page (a table's head, a first line). */
  keepsNext?: boolean;
  /** White space, dropped at the top of a page. */
  blank?: boolean;
  /** Drawn again above this strip where it begins a page. */
  head?: Strip;
}

export function blank(height: number): Strip {
  return { height, blank: true, draw: () => undefined };
}

/** Several strips as one that is never cut. */
export function bound(strips: readonly Strip[]): Strip {
  return {
    height: strips.reduce((sum, strip) => sum + strip.height, 0),
    draw(sheet, x, top) {
      let y = top;
      for (const strip of strips) {
        strip.draw(sheet, x, y);
        y += strip.height;
      }
    },
  };
}
