import naughty from 'big-list-of-naughty-strings';
import { cleanDisplayName } from '../../server/files/display-name';

test.each([
  ['Đơn đăng ký.pdf', 'Đơn đăng ký.pdf'],
  ['Đơn đăng ký.pdf'.normalize('NFD'), 'Đơn đăng ký.pdf'],
  ['../../etc/passwd', 'passwd.pdf'],
  ['C:\\Users\\An\\Giấy khai sinh.PDF', 'Giấy khai sinh.pdf'],
  ['a\r\nSet-Cookie: x=1.pdf', 'a Set-Cookie x=1.pdf'],
  ['nul\0byte.pdf', 'nul byte.pdf'],
  ['\u202Efdp.exe', 'fdp.exe.pdf'],
  ['anh.exe', 'anh.exe.pdf'],
  ['...', 'tep.pdf'],
  ['', 'tep.pdf'],
  ['\ud800', 'tep.pdf'],
  ['a'.repeat(500), `${'a'.repeat(120)}.pdf`],
])('the name %j is shown as %j', (given, shown) => {
  expect(cleanDisplayName(given, 'application/pdf')).toBe(shown);
});

test('before the content is known the ending stays as it was given', () => {
  expect(cleanDisplayName('../ảnh\r\nthẻ.JPG')).toBe('ảnh thẻ.JPG');
  expect(cleanDisplayName('Bản vẽ')).toBe('Bản vẽ');
  expect(cleanDisplayName('.pdf')).toBe('pdf');
});

test('the ending follows the content', () => {
  expect(cleanDisplayName('ảnh thẻ.pdf', 'image/jpeg')).toBe('ảnh thẻ.jpg');
  expect(cleanDisplayName('ảnh thẻ.jpeg', 'image/jpeg')).toBe('ảnh thẻ.jpg');
});

test('no name, however naughty, is a path, holds a sign of control or changes when cleaned twice', () => {
  for (const one of naughty) {
    const shown = cleanDisplayName(one, 'image/png');
    expect(shown).not.toMatch(/[/\\\x00-\x1f\x7f-\x9f"<>]/);
    expect(shown).toMatch(/[^.].*\.png$/u);
    expect(cleanDisplayName(shown, 'image/png')).toBe(shown);
  }
});
