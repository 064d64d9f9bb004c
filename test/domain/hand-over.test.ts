import { checkLateEntry, receivedAt } from '../../server/domain/clock-start';
import { handOverDueAt } from '../../server/domain/hand-over';
import { parseLimitTerm } from '../../server/domain/limit';
import { limitEndsAt, waitDueAt } from '../../server/domain/wait-due';
import { at, decided, wall } from './calendars';

test('R01: accepted on Friday at 15:01, the dossier is due at its division when Monday opens', () => {
  expect(wall(handOverDueAt(at('2026-03-06 15:01'), decided))).toBe('2026-03-09 07:30');
});

test('R02: accepted at 14:59, it is due the same day', () => {
  expect(wall(handOverDueAt(at('2026-03-06 14:59'), decided))).toBe('2026-03-06 17:00');
});

test.each([
  ['2026-03-06 15:00:00', '2026-03-06 17:00', 'exactly 15:00 is the same day'],
  ['2026-03-06 15:00:01', '2026-03-09 07:30', 'a second later is not'],
  ['2026-03-07 09:00', '2026-03-09 07:30', 'a Saturday belongs to no working day'],
  ['2026-02-13 16:00', '2026-02-23 07:30', 'the last Friday before Tết'],
  ['2026-08-22 14:00', '2026-08-22 17:00', 'a make-up Saturday is a working day'],
])('accepted %s, the hand-over is due %s: %s', (accepted, due) => {
  expect(wall(handOverDueAt(at(accepted), decided))).toBe(due);
});

test('R26: receipt is the filing online, the signed hand-over record by post, the acceptance at the counter', () => {
  const [one, two, three] = [at('2026-03-02 23:50'), at('2026-03-03 08:00'), at('2026-03-03 09:00')];
  expect(receivedAt({ channel: 'online', submittedAt: one })).toBe(one);
  expect(receivedAt({ channel: 'post', handOverSignedAt: two })).toBe(two);
  expect(receivedAt({ channel: 'counter', acceptedAt: three })).toBe(three);
});

test('R26: an entry after an outage carries its real time, a reason and another person’s approval', () => {
  const entry = {
    receivedAt: at('2026-03-02 09:00'),
    recordedAt: at('2026-03-02 14:00'),
    reason: 'mất điện',
    enteredBy: 'a',
    approvedBy: 'b',
  };
  expect(() => checkLateEntry(entry)).not.toThrow();
  expect(() => checkLateEntry({ ...entry, reason: ' ' })).toThrow('reason-missing');
  expect(() => checkLateEntry({ ...entry, approvedBy: null })).toThrow('approver-needed');
  expect(() => checkLateEntry({ ...entry, approvedBy: 'a' })).toThrow('approver-needed');
  expect(() => checkLateEntry({ ...entry, receivedAt: at('2026-03-02 14:01') })).toThrow('date-impossible');
});

test('R47: the answer to a dossier filed on Friday at 23:50, or in Tết, is counted from the next opening', () => {
  const answerLimit = { unit: 'working-hours', count: 8 } as const;
  expect(wall(limitEndsAt(at('2026-03-06 23:50'), answerLimit, decided))).toBe('2026-03-09 17:00');
  expect(wall(limitEndsAt(at('2026-02-18 10:00'), answerLimit, decided))).toBe('2026-02-23 17:00');
  expect(wall(limitEndsAt(at('2026-03-02 10:00'), answerLimit, decided))).toBe('2026-03-03 10:00');
});

const wait = { openedAt: at('2026-03-02 09:00'), dossierDueAt: at('2026-03-05 17:00'), calendar: decided };
const named = { 'supplement-request': { unit: 'working-days', count: 3 }, 'supplement-answer': null } as const;

test.each([
  ['1 day', '2026-03-03 17:00'],
  ['2 working-days', '2026-03-04 17:00'],
  ['8 working-hours', '2026-03-03 09:00'],
  ['4 hours', '2026-03-02 13:00'],
  ['same-day', '2026-03-02 17:00'],
  ['1 working-day before due', '2026-03-04 07:30'],
  ['5 days before due', '2026-02-27 07:30'],
  ['2 working-hours before due', '2026-03-05 15:00'],
  ['3 hours before due', '2026-03-05 14:00'],
  ['named supplement-request', '2026-03-05 17:00'],
  ['named hand-over', '2026-03-02 17:00'],
  ['named supplement-answer', null],
])('a wait of "%s" rings at %s', (text, rings) => {
  expect(wall(waitDueAt({ ...wait, term: parseLimitTerm(text)!, named }))).toBe(rings);
});

test('a wait before the due date does not ring while the clock stands', () => {
  expect(waitDueAt({ ...wait, dossierDueAt: null, term: parseLimitTerm('1 working-day before due')!, named })).toBeNull();
});

test('a limit that the version does not name is a fault, not a guess', () => {
  expect(() => waitDueAt({ ...wait, term: parseLimitTerm('named consultation')!, named })).toThrow('names no limit');
});

test.each([
  'P3D',
  'PT4H',
  '3',
  'days',
  '0 days',
  '-1 day',
  '3 working days',
  '1.3 working-days',
  '1.5 days',
  'named',
  'named Hand Over',
  '3 days after',
])('"%s" is not a limit in the office’s terms', (text) => {
  expect(parseLimitTerm(text)).toBeUndefined();
});

test('half a working day is its working hours', () => {
  expect(parseLimitTerm('1.5 working-days')).toEqual({ kind: 'span', limit: { unit: 'working-hours', count: 12 } });
});
