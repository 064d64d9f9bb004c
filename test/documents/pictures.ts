import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';

/** A grey picture: one byte a pixel, 0 black. */
export interface Picture {
  width: number;
  height: number;
  pixels: Uint8Array;
}

/** Draws a PDF's pages as the printer would. */
export async function drawn(pdf: Uint8Array, dpi: number): Promise<Picture[]> {
  return inFolder(pdf, async (folder, file) => {
    const { status, stderr } = spawnSync('pdftoppm', ['-r', String(dpi), '-gray', '-png', file, join(folder, 'page')], {
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(stderr);
    const pages = readdirSync(folder).filter((name) => name.endsWith('.png'));
    return Promise.all(pages.sort().map(async (name) => readPicture(readFileSync(join(folder, name)))));
  });
}

/** The text that a reader can copy out of a PDF, in the order it was written, blanks made even. */
export async function textOf(pdf: Uint8Array): Promise<string> {
  return inFolder(pdf, async (_, file) => {
    const { status, stdout, stderr } = spawnSync('pdftotext', ['-raw', '-enc', 'UTF-8', file, '-'], { encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
    return stdout
      .replace(/[ \f]+/g, ' ')
      .replace(/ *\n+ */g, '\n')
      .trim();
  });
}

export async function readPicture(png: Buffer): Promise<Picture> {
  const { data, info } = await sharp(png).greyscale().raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, pixels: new Uint8Array(data) };
}

export async function writePicture({ width, height, pixels }: Picture): Promise<Buffer> {
  return sharp(pixels, { raw: { width, height, channels: 1 } })
    .png({ palette: true, colours: 16, compressionLevel: 9, effort: 10 })
    .toBuffer();
}

/** Ink of a rectangle: 1 for a wholly black pixel. */
export function ink({ width, pixels }: Picture, left: number, top: number, across: number, down: number): number {
  let sum = 0;
  for (let y = top; y < top + down; y += 1) for (let x = left; x < left + across; x += 1) sum += 255 - (pixels[y * width + x] ?? 255);
  return sum / 255;
}

async function inFolder<Answer>(pdf: Uint8Array, work: (folder: string, file: string) => Promise<Answer>): Promise<Answer> {
  const folder = mkdtempSync(join(tmpdir(), 'mot-cua-pdf-'));
  try {
    const file = join(folder, 'file.pdf');
    writeFileSync(file, pdf);
    return await work(folder, file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
