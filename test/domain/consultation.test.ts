import { type Consultation, opinionDueAt, opinionFiledAs, silenceAt } from '../../server/domain/guards/consultation';
import { at, decided, wall } from './calendars';

const limit = { unit: 'working-days', count: 3 } as const;
const building: Consultation = { receivedAt: at('2026-03-02 09:00'), limit, silenceClause: 'Điều 102' };
const plain: Consultation = { ...building, silenceClause: null };
const later: Consultation = { ...building, receivedAt: at('2026-03-04 10:00') };
const underWay: Consultation = { ...building, receivedAt: null };

test('R30: the time of an agency runs from its own receipt', () => {
  expect(wall(opinionDueAt(building, decided))).toBe('2026-03-05 17:00');
  expect(wall(opinionDueAt(later, decided))).toBe('2026-03-09 17:00');
  expect(opinionDueAt(underWay, decided)).toBeNull();
});

test.each([
  ['in time, where silence is consent', building, '2026-03-05 17:00', 'awaited', 'opinion'],
  ['after its time, where silence is consent', building, '2026-03-05 17:01', 'deemed-consent', 'late-opinion'],
  ['after its time, where the procedure says nothing', plain, '2026-03-05 17:01', 'overdue', 'opinion'],
  ['after its time, where the clause is left blank', { ...building, silenceClause: ' ' }, '2026-03-05 17:01', 'overdue', 'opinion'],
  ['after the time of another, in its own', later, '2026-03-05 17:01', 'awaited', 'opinion'],
  ['long after the request, not received yet', underWay, '2026-06-01 09:00', 'not-received', 'opinion'],
] as const)('R30, E22: silence and answer %s', (_when, consultation, moment, silence, filedAs) => {
  expect(silenceAt(consultation, at(moment), decided)).toBe(silence);
  expect(opinionFiledAs(consultation, at(moment), decided)).toBe(filedAs);
});
