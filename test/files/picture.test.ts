import { Readable } from 'node:stream';
import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { judgePicture } from '../../server/files/picture';
import { refusalOf } from './folder';

const limits = { maxPixels: 1_000_000, maxSeconds: 20 };
const judge = (bytes: Buffer) => judgePicture(Readable.from([bytes.subarray(0, 100), bytes.subarray(100)]), limits);
const noise = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: 'grey', noise: { type: 'gaussian', mean: 128, sigma: 30 } } });

test('a sound photograph or scan is measured', async () => {
  expect(await judge(await noise(800, 600).jpeg().toBuffer())).toEqual({ width: 800, height: 600 });
  expect(await judge(await noise(300, 200).png().toBuffer())).toEqual({ width: 300, height: 200 });
  expect(await judge(await noise(640, 480).jpeg({ progressive: true }).toBuffer())).toEqual({ width: 640, height: 480 });
});

test('a photograph cut off on the way is damaged, even near its end', async () => {
  const jpeg = await noise(800, 600).jpeg().toBuffer();
  const png = await noise(300, 200).png().toBuffer();
  expect(await refusalOf(judge(jpeg.subarray(0, jpeg.length - 5000)))).toMatchObject({ code: 'file-damaged' });
  expect(await refusalOf(judge(png.subarray(0, png.length - 500)))).toMatchObject({ code: 'file-damaged' });
  expect(await refusalOf(judge(Buffer.concat([jpeg.subarray(0, 200), Buffer.alloc(500)])))).toMatchObject({ code: 'file-damaged' });
});

test('too many pixels are refused with both figures', async () => {
  expect(await refusalOf(judge(await noise(1250, 1000).jpeg().toBuffer()))).toEqual({
    code: 'picture-too-large',
    facts: { megapixels: 1.3, limit: 1 },
  });
});

test('a small file that unfolds into gigabytes is never unfolded', async () => {
  const bomb = pngOf(60_000, 60_000, deflateSync(Buffer.alloc(1_000_000)));
  expect(bomb.length).toBeLessThan(5000);
  expect(await refusalOf(judge(bomb))).toMatchObject({ code: 'picture-too-large', facts: { megapixels: 3600 } });
});

test('kinds that nobody may send are not even opened', async () => {
  const gif = await noise(10, 10).gif().toBuffer();
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>'.padEnd(200));
  expect(await refusalOf(judge(gif))).toMatchObject({ code: 'file-damaged' });
  expect(await refusalOf(judge(svg))).toMatchObject({ code: 'file-damaged' });
});

function pngOf(width: number, height: number, pixels: Buffer): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 0, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    part('IHDR', head),
    part('IDAT', pixels),
    part('IEND', Buffer.alloc(0)),
  ]);
}

function part(name: string, content: Buffer): Buffer {
  const frame = Buffer.alloc(8 + content.length + 4);
  frame.writeUInt32BE(content.length, 0);
  frame.write(name, 4, 'latin1');
  content.copy(frame, 8);
  frame.writeUInt32BE(crc32(frame.subarray(4, 8 + content.length)), 8 + content.length);
  return frame;
}
