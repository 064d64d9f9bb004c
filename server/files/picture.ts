import { type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import sharp, { type Sharp } from 'sharp';
import { Refusal } from '../domain/refusal';

export type PictureLimits = {
  /** Width times height. A small file can unfold into gigabytes; nothing larger is ever decoded. */
  maxPixels: number;
  /** Decoding that takes longer is refused as hostile. */
  maxSeconds: number;
};

export type Picture = { width: number; height: number };

// Only the decoders of the two accepted kinds exist for strangers' pictures.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer'] });

/**
 * Opens a photograph to its last line, so that a damaged one is refused while
 * the citizen still has the paper in hand, and not found by the officer.
 *
 * Refuses `picture-too-large` (with megapixels), `file-damaged`, `file-hostile`.
 * The width and height are as stored, before any turning by its orientation mark.
 */
export async function judgePicture(source: Readable, { maxPixels, maxSeconds }: PictureLimits): Promise<Picture> {
  const picture = sharp({ limitInputPixels: false, failOn: 'error', sequentialRead: true });
  await pipeline(source, picture);
  const { width, height } = await orDamaged(picture.metadata());
  if (width * height > maxPixels)
    throw new Refusal('picture-too-large', { megapixels: megapixels(width * height), limit: megapixels(maxPixels) });
  await orDamaged(decodeWhole(picture, maxSeconds));
  return { width, height };
}

/** One pixel out, every pixel in: without the shortcut of reading a photograph only roughly. */
async function decodeWhole(picture: Sharp, maxSeconds: number): Promise<void> {
  await picture.resize(1, 1, { fit: 'fill', fastShrinkOnLoad: false }).timeout({ seconds: maxSeconds }).raw().toBuffer();
}

async function orDamaged<Answer>(work: Promise<Answer>): Promise<Answer> {
  try {
    return await work;
  } catch (fault) {
    if (String(fault).includes('timeout')) throw new Refusal('file-hostile');
    throw new Refusal('file-damaged');
  }
}

function megapixels(pixels: number): number {
  return Math.ceil(pixels / 100_000) / 10;
}
