import jsQR from 'jsqr';
import { renderDocument } from '../../server/documents/render';
import { readShippedTemplate } from '../../server/documents/shipped-templates';
import { testWith } from '../support/tools';
import { samples } from './samples';
import { drawn } from './pictures';

const codes = {
  'form-01': 'H27.31-261126-0009',
  'form-02': 'H27.31-261126-0009',
  'form-03': 'H27.31-261126-0009',
  'form-04': 'H27.31-261126-0009',
  'form-05': 'H27.31-261126-0009',
  'form-06': 'H27.31-261126-0009',
  'postal-slip': 'EG042611269VN',
} as const;

testWith('pdftoppm').each(Object.entries(codes) as [keyof typeof codes, string][])(
  'the square at the top left of %s scans as %s',
  async (key, code) => {
    const { bytes } = await renderDocument(readShippedTemplate('templates', key), samples[key]);
    const [page] = await drawn(bytes, 110);
    const [width, height] = [page!.width >> 1, page!.height >> 2];
    const colours = new Uint8ClampedArray(width * height * 4).fill(255);
    for (let at = 0; at < width * height; at += 1)
      colours.fill(page!.pixels[((at - (at % width)) / width) * page!.width + (at % width)]!, at * 4, at * 4 + 3);
    expect(jsQR(colours, width, height)?.data).toBe(code);
  },
);
