import { type Mark, type Sheet } from '../../server/documents/layout/sheet';
import { paint } from '../../server/documents/paint';
import { type FaceName } from '../../server/documents/type/faces';
import { testWith } from '../support/tools';
import { drawn, ink, type Picture, textOf } from './pictures';

const LOWER = 'aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệghiìíỉĩịklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvxyỳýỷỹỵfjwz';
const LETTERS = [...LOWER, ...LOWER.toUpperCase(), ...'0123456789.,;:!?()“”‘’"\'-–—/%&+=*…₫'];
const FACES: FaceName[] = ['regular', 'bold', 'italic', 'bold-italic'];
/** Points; drawn at two pixels each. */
const CELL = 40;
const SIDE = CELL * 2;
const PER_ROW = 14;

describe.each(FACES)('the %s face', (face) => {
  testWith('pdftoppm')('shows every letter of Vietnamese, each with marks of its own, and lets it be copied', async () => {
    const pdf = await letterSheet(face);
    const [page] = await drawn(pdf, 144);
    const cells = LETTERS.map((_, at) => cut(page!, (at % PER_ROW) * SIDE, Math.floor(at / PER_ROW) * SIDE));
    const blank = LETTERS.filter((_, at) => ink(cells[at]!, 0, 0, SIDE, SIDE) < 6);
    expect(blank).toEqual([]);
    expect(alike(cells)).toEqual([]);
    expect((await textOf(pdf)).replace(/\s/g, '')).toBe(LETTERS.join(''));
  });
});

async function letterSheet(face: FaceName): Promise<Uint8Array> {
  const marks = LETTERS.map((text, at): Mark => {
    const [x, y] = [(at % PER_ROW) * CELL + 8, Math.floor(at / PER_ROW) * CELL + 30];
    return { kind: 'text', x, y, text, face, size: 24, stretch: 0 };
  });
  const sheet: Sheet = { width: PER_ROW * CELL, height: Math.ceil(LETTERS.length / PER_ROW) * CELL, marks, anchors: [] };
  return (await paint([sheet], { title: 'Chữ', author: 'Một Cửa' })).doc.save();
}

function cut(page: Picture, left: number, top: number): Picture {
  const pixels = new Uint8Array(SIDE * SIDE);
  for (let y = 0; y < SIDE; y += 1)
    pixels.set(page.pixels.subarray((top + y) * page.width + left, (top + y) * page.width + left + SIDE), y * SIDE);
  return { width: SIDE, height: SIDE, pixels };
}

/** Pairs of letters that look the same: a mark was lost. */
function alike(cells: Picture[]): string[] {
  return cells.flatMap((one, at) =>
    cells.slice(at + 1).flatMap((other, next) => (differs(one, other) ? [] : [`${LETTERS[at]}${LETTERS[at + 1 + next]}`])),
  );
}

function differs(one: Picture, other: Picture): boolean {
  for (let at = 0; at < one.pixels.length; at += 1) {
    const difference = one.pixels[at]! - other.pixels[at]!;
    if (difference > 80 || difference < -80) return true;
  }
  return false;
}
