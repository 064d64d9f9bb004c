import {
  endOfProcessing,
  isFinalStatus,
  mayMoveStatus,
  NATIONAL_STATUSES,
  publicTracking,
  STATUS_MEANINGS,
  STATUS_NAMES,
} from '../../server/domain/status';
import { SUB_STATUSES, SUB_STATUS_NAMES } from '../../server/domain/sub-status';
import { at } from './calendars';

test('R06: from newly filed the office moves a dossier to accepted or not accepted, and the applicant may withdraw it', () => {
  expect(NATIONAL_STATUSES.filter((to) => mayMoveStatus(1, to))).toEqual([2, 3, 7]);
});

test('R12: a result becomes returned from result ready and from nowhere else', () => {
  expect(NATIONAL_STATUSES.filter((from) => mayMoveStatus(from, 10))).toEqual([9]);
});

test('statuses 5, 6 and 8 are never reported as ready to improve a statistic', () => {
  expect([5, 6, 8].filter((from) => mayMoveStatus(from as 5, 9))).toEqual([]);
});

test('refused, withdrawn, stopped and returned dossiers go nowhere', () => {
  expect(NATIONAL_STATUSES.filter(isFinalStatus)).toEqual([3, 7, 8, 10]);
});

test('every status the map knows has a name in both languages and a way to be reached', () => {
  for (const status of NATIONAL_STATUSES) {
    expect(STATUS_NAMES[status].vi && STATUS_NAMES[status].en && STATUS_MEANINGS[status].vi && STATUS_MEANINGS[status].en).toBeTruthy();
    if (status !== 1) expect(NATIONAL_STATUSES.some((from) => mayMoveStatus(from, status))).toBe(true);
  }
  for (const one of SUB_STATUSES) expect(SUB_STATUS_NAMES[one].vi && SUB_STATUS_NAMES[one].en).toBeTruthy();
});

test('the end of processing is 9 before 10 before 8 or 3 before 7', () => {
  const entry = (status: (typeof NATIONAL_STATUSES)[number], day: number) => ({ status, at: at(`2026-03-0${day} 09:00`) });
  expect(endOfProcessing([entry(1, 1), entry(2, 2), entry(4, 3)])).toBeNull();
  expect(endOfProcessing([entry(9, 4), entry(10, 6)])).toEqual(entry(9, 4));
  expect(endOfProcessing([entry(10, 6), entry(8, 3)])).toEqual(entry(10, 6));
  expect(endOfProcessing([entry(7, 2), entry(8, 3)])).toEqual(entry(8, 3));
  expect(endOfProcessing([entry(9, 7), entry(9, 5)])).toEqual(entry(9, 5));
});

test('R18: a code alone opens the state of a dossier and nothing of a person', () => {
  const dossier = { code: 'H27.18073-260212-0001', status: 4, ownerName: 'Nguyễn Văn A', answers: {} } as const;
  expect(publicTracking(dossier)).toEqual({ code: dossier.code, status: 4, name: { vi: 'Đang xử lý', en: 'In progress' } });
});
