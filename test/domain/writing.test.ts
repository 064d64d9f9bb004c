import { plainText, unprintableLetters } from '../../server/domain/writing';
import { hasGlyph, readFace } from '../../server/documents/type/faces';

test.each([
  ['decomposed letters', 'Nguye\u0302\u0303n', 'Nguyễn'],
  ['zero-width and bidi marks', 'a\u200b\u202e\u2060b\ufeff', 'ab'],
  ['NUL and other controls', 'a\u0000\u0007b', 'ab'],
  ['tabs and wide spaces', 'a\tb\u2003c\u3000d', 'a b c d'],
  ['line ends', 'a\r\nb\rc\u2028d', 'a\nb\nc\nd'],
  ['bullets and boxes of a word processor', '\uf0b7 một\n● hai\n☐ ba ☑', '• một\n• hai\n□ ba ■'],
  ['joined letters and odd hyphens', 'ﬁle Co‐op', 'file Co-op'],
])('makes %s plain', (_what, typed, plain) => {
  expect(plainText(typed)).toBe(plain);
});

test('names the letters that no paper can show, each once', () => {
  expect(unprintableLetters('Nguyễn Thị Ánh – “số 5”, 8.000 ₫ • □\n')).toEqual([]);
  expect(unprintableLetters('✓ Nguyễn 中中 α 😀')).toEqual(['✓', '中', 'α', '😀']);
  expect(unprintableLetters('a\ud800')).toEqual(['\ud800']);
});

test('what counts as printable is what the faces draw, letter by letter', () => {
  const drawn = [...readFace('regular').advances.keys()].filter((letter) => letter !== '\uffff' && letter !== '\u00ad');
  expect(drawn.filter((letter) => unprintableLetters(letter).length > 0)).toEqual([]);
  const all = Array.from({ length: 0xffff }, (_, code) => String.fromCharCode(code)).filter((letter) => letter !== '\n');
  expect(all.filter((letter) => unprintableLetters(letter).length === 0 && !hasGlyph(letter))).toEqual([]);
});
