import { dossierCode, dossierCodeSeries, isDossierCodePattern, USUAL_DOSSIER_CODE_PATTERN } from '../../server/domain/dossier-code';
import { bookNumber, numberingOn } from '../../server/domain/numbers';
import { at, on } from './calendars';

test('R10: a dossier code names unit, day and the day’s serial of four digits', () => {
  expect(dossierCode(USUAL_DOSSIER_CODE_PATTERN, '18073', on('2026-02-12'), 1)).toBe('H27.18073-260212-0001');
  expect(dossierCode(USUAL_DOSSIER_CODE_PATTERN, '18073', on('2026-02-12'), 9999)).toBe('H27.18073-260212-9999');
});

test('R10: the serial starts again each day and in each unit', () => {
  const series = [
    dossierCodeSeries('18073', on('2026-02-12')),
    dossierCodeSeries('18073', on('2026-02-13')),
    dossierCodeSeries('18100', on('2026-02-12')),
  ];
  expect(new Set(series).size).toBe(3);
});

test('R10: a day with more dossiers than the pattern has numbers is refused, never wrapped', () => {
  expect(() => dossierCode(USUAL_DOSSIER_CODE_PATTERN, '18073', on('2026-02-12'), 10_000)).toThrow('numbers-exhausted');
});

test('the pattern is configuration: the national sample of 2026 can be written', () => {
  expect(dossierCode('G09.{unit}-{yyyy}{mm}{dd}-{nnnnnnn}', '20', on('2026-06-09'), 92_637)).toBe('G09.20-20260609-0092637');
});

test.each([
  [USUAL_DOSSIER_CODE_PATTERN, true],
  ['G09.{unit}-{yyyy}{mm}{dd}-{nnnnnnn}', true],
  ['H27-{yy}{mm}{dd}-{nnnn}', false],
  ['H27.{unit}-{yy}{mm}-{nnnn}', false],
  ['H27.{unit}-{yy}{mm}{dd}', false],
  ['H27.{unit}-{yy}{mm}{dd}-{nnnn}-{nnnn}', false],
  ['H27.{unit}-{yy}{mm}{dd}-{nnnn}-{who}', false],
  ['H27 {unit}/{yy}{mm}{dd}-{nnnn}', false],
])('the pattern %s can tell dossiers apart: %p', (pattern, isGood) => {
  expect(isDossierCodePattern(pattern)).toBe(isGood);
});

test('R33: signed on 31/12 and numbered on 02/01, number and date are of the new year', () => {
  expect(numberingOn(at('2025-12-31 16:59'))).toEqual({ year: 2025, on: '2025-12-31' });
  expect(numberingOn(at('2026-01-02 08:00'))).toEqual({ year: 2026, on: '2026-01-02' });
});

test('R33: the year turns at midnight of the office, not of Greenwich', () => {
  expect(numberingOn(new Date('2025-12-31T17:00:00Z')).year).toBe(2026);
});

test('a book writes its numbers by its own pattern', () => {
  expect(bookNumber('{number}/TLHT-BS', { number: 7, year: 2026 })).toBe('07/TLHT-BS');
  expect(bookNumber('{number}/{year}/ĐKHN', { number: 1204, year: 2026 })).toBe('1204/2026/ĐKHN');
});
