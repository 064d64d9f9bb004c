import { createHash } from 'node:crypto';
import { inflateSync } from 'node:zlib';
import { type Size } from './expected-appearance';
import { dictionary, type PdfObject } from './pdf-objects';
import { type PdfValue } from './pdf-scanner';
import { dictionaryOf, isSame } from './same-value';

const MOST_PIXELS = 2000;

export function imageSize(image: PdfObject): Size {
  const value = dictionary(image.value, 'the image');
  const [width, height] = [value.get('/Width'), value.get('/Height')];
  if (!isSide(width) || !isSide(height)) throw new Error('an image has no size');
  return { width, height };
}

function isSide(value: PdfValue | undefined): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value > 0 && value <= MOST_PIXELS;
}

/**
 * SHA-256 over size and pixels of an image and its mask, as it was taken when
 * the image was registered. The two objects may say nothing else.
 */
export function imageFingerprint(image: PdfObject, mask: PdfObject, size: Size): string {
  const pixels = size.width * size.height;
  return createHash('sha256')
    .update(`${size.width}x${size.height}\n`)
    .update(readPixels(image, size, pixels * 3, { ColorSpace: '/DeviceRGB', SMask: { object: mask.number } }))
    .update(readPixels(mask, size, pixels, { ColorSpace: '/DeviceGray' }))
    .digest('hex');
}

function readPixels({ value, stream }: PdfObject, size: Size, bytes: number, more: Readonly<Record<string, PdfValue>>): Buffer {
  if (!stream) throw new Error('an image has no pixels');
  const expected = dictionaryOf({
    Type: '/XObject',
    Subtype: '/Image',
    BitsPerComponent: 8,
    Filter: '/FlateDecode',
    Width: size.width,
    Height: size.height,
    Length: stream.length,
    ...more,
  });
  if (!isSame(value, expected)) throw new Error('an image has other entries');
  const content = inflateSync(stream, { maxOutputLength: bytes });
  if (content.length !== bytes) throw new Error('an image has too few pixels');
  return content;
}
