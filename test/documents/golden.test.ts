import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TemplateKey } from '../../server/documents/facts';
import { renderDocument } from '../../server/documents/render';
import { readShippedTemplate, TEMPLATE_KEYS } from '../../server/documents/shipped-templates';
import { testWith } from '../support/tools';
import { samples } from './samples';
import { drawn, ink, type Picture, readPicture, textOf, writePicture } from './pictures';

// After a wanted change: GOLDEN=write npx jest test/documents/golden, then look at every picture.
const isWriting = process.env.GOLDEN === 'write';
const folder = join(__dirname, 'golden');
const DPI = 60;
/** 2.5 mm of paper. Versions of the drawing program differ in the edges of letters, not in how much ink a block holds. */
const BLOCK = 6;
const MOST_DIFFERENCE = 0.16;

const drawing = testWith('pdftoppm');

describe('every shipped template', () => {
  drawing.each(TEMPLATE_KEYS)('draws %s as on the picture that was looked at', async (key) => {
    const pages = await drawn(await sample(key), DPI);
    for (const [at, page] of pages.entries()) {
      const file = join(folder, `${key}-${at + 1}.png`);
      if (isWriting) write(file, await writePicture(page));
      expect(differences(page, await readPicture(readFileSync(file)))).toEqual([]);
    }
    expect(existsSync(join(folder, `${key}-${pages.length + 1}.png`))).toBe(false);
  });

  drawing.each(TEMPLATE_KEYS)('writes the words of %s so that they can be copied and searched', async (key) => {
    const text = await textOf(await sample(key));
    const file = join(folder, `${key}.txt`);
    if (isWriting) write(file, `${text}\n`);
    expect(words(text)).toEqual(words(readFileSync(file, 'utf8')));
  });
});

describe('the comparison of pictures', () => {
  drawing('notices one missing word and one moved line', async () => {
    const [page] = await drawn(await sample('form-02'), DPI);
    const [top, left] = findInk(page!);
    expect(differences(blanked(page!, left, top, 24, 8), page!)).not.toEqual([]);
    expect(differences({ ...page!, pixels: page!.pixels.slice(page!.width * 4) }, page!)).not.toEqual([]);
  });
});

async function sample(key: TemplateKey): Promise<Uint8Array> {
  return (await renderDocument(readShippedTemplate('templates', key), samples[key])).bytes;
}

/** Versions of the reading program differ in where they end a line. */
function words(text: string): string[] {
  return text.trim().split(/\s+/);
}

function write(file: string, content: Buffer | string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, content);
}

/** Blocks, named by column and row, whose share of ink differs. */
function differences(one: Picture, other: Picture): string[] {
  if (one.width !== other.width || one.height !== other.height) return [`${one.width}×${one.height} is not ${other.width}×${other.height}`];
  const found: string[] = [];
  for (let y = 0; y < one.height; y += BLOCK) {
    for (let x = 0; x < one.width; x += BLOCK) {
      const difference = Math.abs(ink(one, x, y, BLOCK, BLOCK) - ink(other, x, y, BLOCK, BLOCK)) / BLOCK ** 2;
      if (difference > MOST_DIFFERENCE) found.push(`${x / BLOCK},${y / BLOCK}: ${difference.toFixed(2)}`);
    }
  }
  return found;
}

function findInk(page: Picture): [number, number] {
  const at = page.pixels.findIndex((pixel) => pixel < 128);
  return [Math.floor(at / page.width), at % page.width];
}

function blanked(page: Picture, left: number, top: number, across: number, down: number): Picture {
  const pixels = page.pixels.slice();
  for (let y = top; y < top + down; y += 1) pixels.fill(255, y * page.width + left, y * page.width + left + across);
  return { ...page, pixels };
}
