import sharp from 'sharp';
import { FILE_KINDS, readBeginning, readKind } from '../../server/files/file-kind';
import { pieces, refusalOf } from './folder';

const paint = () => sharp({ create: { width: 4, height: 3, channels: 3, background: 'red' } });
const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic'), Buffer.alloc(4), Buffer.from('mif1heic')]);

test('a file is known by its content, whatever it is called', async () => {
  expect(await readKind(Buffer.from('%PDF-1.7\n%âãÏÓ\n'), FILE_KINDS)).toBe('application/pdf');
  expect(await readKind(await paint().jpeg().toBuffer(), FILE_KINDS)).toBe('image/jpeg');
  expect(await readKind(await paint().png().toBuffer(), FILE_KINDS)).toBe('image/png');
});

test('a component may take fewer kinds, and the refusal names them', async () => {
  expect(await refusalOf(readKind(await paint().png().toBuffer(), ['application/pdf', 'image/jpeg']))).toEqual({
    code: 'file-type-refused',
    facts: { types: 'PDF, JPEG' },
  });
});

test.each([
  ['a page', '<!doctype html><script>alert(1)</script>'],
  ['a program', 'MZ\x90\0\x03'],
  ['a document hidden behind other bytes', 'xx%PDF-1.7'],
  ['an archive', 'PK\x03\x04\x14\0'],
  ['plain text', 'Đơn đăng ký khai sinh'],
  ['a drawing with scripts', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
  ['an animation', 'GIF89a'],
])('refuses %s', async (_, content) => {
  expect(await refusalOf(readKind(Buffer.from(content), FILE_KINDS))).toMatchObject({ code: 'file-type-refused' });
});

test('a telephone’s HEIC photograph gets its own advice, an empty file its own word', async () => {
  expect(await refusalOf(readKind(heic, FILE_KINDS))).toMatchObject({ code: 'photo-format-refused' });
  expect(await refusalOf(readKind(Buffer.alloc(0), FILE_KINDS))).toMatchObject({ code: 'file-empty' });
});

test('only the beginning of a large file is read', async () => {
  let given = 0;
  async function* large() {
    for (; ; given++) yield Buffer.alloc(1000, 65);
  }
  expect((await readBeginning(large())).length).toBe(4100);
  expect(given).toBeLessThan(6);
  expect(Buffer.from(await readBeginning(pieces('ab', 'c'))).toString()).toBe('abc');
});
