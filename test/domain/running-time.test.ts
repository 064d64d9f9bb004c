import { dueTone, remainingOfDossier, remainingOfStep } from '../../server/domain/running-time';
import { remainingWords } from '../../server/domain/words/remaining';
import { decided as calendar } from './calendars';

const now = new Date('2026-11-25T02:00:00Z');
const dossier = { acceptedAt: now, dueAt: new Date('2026-12-02T10:00:00Z'), status: 4, limit: '5 working-days' };

test('a dossier is told what is left only while its clock runs', () => {
  expect(remainingWords(remainingOfDossier(now, dossier, calendar), 'vi')).toBe('còn 5 ngày làm việc');
  expect(remainingOfDossier(now, { ...dossier, acceptedAt: null }, calendar)).toEqual({ state: 'no-date' });
  expect(remainingOfDossier(now, { ...dossier, dueAt: null }, calendar)).toEqual({ state: 'paused' });
  expect(remainingOfDossier(now, { ...dossier, limit: null }, calendar)).toEqual({ state: 'no-date' });
  for (const status of [3, 7, 8, 9, 10]) expect(remainingOfDossier(now, { ...dossier, status }, calendar)).toEqual({ state: 'no-date' });
});

test.each([
  ['named examination', '2026-11-27T10:00:00Z', 'còn 2 ngày làm việc', 'far'],
  ['4 working-hours', '2026-11-26T04:00:00Z', 'còn 1 ngày làm việc', 'far'],
  ['12 days', '2026-12-07T10:00:00Z', 'còn 12 ngày', 'far'],
  ['1 working-day before due', '2026-11-25T10:00:00Z', 'đến hạn hôm nay, 17 giờ 00 phút', 'now'],
  ['2 working-days', '2026-11-23T10:00:00Z', 'quá hạn 2 ngày', 'late'],
  [null, null, 'chưa có ngày hẹn trả', 'none'],
])('a step with the limit %s due at %s: %s', (limitText, due, words, tone) => {
  const left = remainingOfStep(now, { dueAt: due === null ? null : new Date(due), limitText }, calendar);
  expect(remainingWords(left, 'vi')).toBe(words);
  expect(dueTone(left)).toBe(tone);
});

test('a clock that stands has its own colour, hours that are left are urgent', () => {
  expect(dueTone({ state: 'paused' })).toBe('stop');
  expect(dueTone({ state: 'left', amount: { unit: 'working-minutes', count: 90 }, dueAt: now })).toBe('now');
});
