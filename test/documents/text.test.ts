import { fill, printable } from '../../server/documents/text/fill';
import { readMarkup } from '../../server/documents/text/markup';
import { findFact, holds } from '../../server/documents/text/scope';

const plain = { bold: false, italic: false };

describe('text of a template', () => {
  test('takes marks from the template and none from what a person typed', () => {
    const runs = fill('Ông/Bà **{{name}}**', { name: '**Lan** {{secret}} [[so 40]]', secret: 'x' }, plain);
    expect(runs).toEqual([
      { kind: 'text', face: 'regular', text: 'Ông/Bà ' },
      { kind: 'text', face: 'bold', text: '**Lan** {{secret}} [[so 40]]' },
    ]);
  });

  test('reserves a gap for a field in the face of its line', () => {
    expect(fill('Số: [[so 40.5]]', {}, { bold: false, italic: true })[1]).toEqual({
      kind: 'gap',
      face: 'italic',
      field: 'so',
      widthMm: 40.5,
    });
  });

  test('leaves an optional fact empty and refuses to leave out any other', () => {
    expect(fill('{{note?}}', {}, plain)).toEqual([{ kind: 'text', face: 'regular', text: '' }]);
    for (const scope of [{}, { dueAt: '' }, { dueAt: null }, { dueAt: undefined }]) {
      expect(() => fill('{{dueAt|moment}}', scope, plain)).toThrow('document-incomplete');
    }
  });

  test.each(['{{}}', '{{__proto__}}', '{{a.b()}}', '{{a|shout}}', '**open', '[[so]]', '[[so -4]]', '{{A}}', '{{a.}}'])(
    'refuses %p when it is read',
    (text) => {
      expect(() => readMarkup(text)).toThrow();
    },
  );

  test('finds own facts only', () => {
    expect(findFact({ name: 'Lan' }, 'name.length')).toBeUndefined();
    expect(findFact({ list: ['a'] }, 'list.length')).toBe(1);
    expect(findFact(Object.create({ inherited: 'x' }) as Record<string, unknown>, 'inherited')).toBeUndefined();
    expect(findFact({}, 'constructor.name')).toBeUndefined();
  });

  test('holds a condition by presence or by value', () => {
    expect(holds({ fees: [] }, 'fees', undefined)).toBe(false);
    expect(holds({ fees: [1] }, 'fees', undefined)).toBe(true);
    expect(holds({ online: false }, 'online', undefined)).toBe(false);
    expect(holds({}, 'owner.email', undefined)).toBe(false);
    expect(holds({ kind: 'apology' }, 'kind', 'extension')).toBe(false);
    expect(holds({ kind: 'extension' }, 'kind', 'extension')).toBe(true);
  });
});

describe('what a person typed', () => {
  test('is composed, so that a letter typed on another system looks and searches the same', () => {
    expect(printable('Nguyễn Thị Quỳnh'.normalize('NFD'), 'name')).toBe('Nguyễn Thị Quỳnh');
  });

  test('loses invisible characters and keeps its lines', () => {
    expect(printable('a\u200bb\u0000c\u202ed\r\ne\tf\u00adg', 'x')).toBe('abcd\ne fg');
  });

  test('prints names of foreigners', () => {
    expect(printable('Žofie Łukasz Ångström Müller-Šćepanović', 'name')).toBe('Žofie Łukasz Ångström Müller-Šćepanović');
  });

  test.each(['Lan 🙂', '王', 'a\u0301\u0301'])('is refused where a letter cannot be drawn: %p', (value) => {
    expect(() => printable(value, 'owner.name')).toThrow('document-incomplete');
  });
});
