import { type StaffDuty } from '../../server/domain/duties';
import { type Actor, type CitizenActor, type StaffActor } from '../../server/policies/actor';
import { openActsFor } from '../../server/policies/open-acts';
import { outsideActsFor, taskActsFor } from '../../server/policies/outside-acts';
import { judgeFileReading } from '../../server/policies/reading-files';
import { searchScope, workScope } from '../../server/policies/scope';

const CENTRE = 1;
const DEPARTMENT = 2;
const ELSEWHERE = 9;

const staff = (duties: StaffDuty[], at: Partial<StaffActor> = {}): StaffActor => ({
  kind: 'staff',
  accountId: 'a',
  sessionId: 's',
  staffId: 'me',
  closePersonIds: [],
  personId: null,
  name: 'Cán bộ',
  postId: 'p',
  postTitle: 'Công chức',
  agencyId: DEPARTMENT,
  actsFor: [DEPARTMENT],
  isProvinceWide: false,
  duties,
  hasSecondFactor: true,
  ...at,
});
const citizen = (values: Partial<CitizenActor> = {}): CitizenActor => ({
  kind: 'citizen',
  accountId: 'citizen',
  sessionId: 's',
  personId: 'person',
  isVerified: true,
  name: 'Công dân',
  ...values,
});
const dossier = {
  id: 'd',
  centreId: CENTRE,
  agencyId: DEPARTMENT,
  ownerPersonId: 'person',
  submitterPersonId: null,
  submitterAccountId: 'filer',
};
const step = (values: object) => ({
  id: 't',
  kind: 'user' as const,
  act: 'examine',
  name: null,
  dueAt: null,
  duty: 'officer',
  agencyId: DEPARTMENT,
  assigneeId: null,
  ...values,
});

test('an officer sees what they hold and what nobody holds; what a colleague holds is seen by the head alone', () => {
  const officer = staff(['officer']);
  expect(workScope(officer, 'open')).toEqual({ agencyIds: [DEPARTMENT], duties: ['officer'], held: { by: 'me-or-nobody', staffId: 'me' } });
  expect(workScope(officer, 'all')).toEqual(workScope(officer, 'open'));
  expect(workScope(officer, 'mine').held).toEqual({ by: 'me', staffId: 'me' });
  expect(workScope(officer, 'nobody').held).toEqual({ by: 'nobody' });
  const head = workScope(staff(['division-head']), 'all');
  expect(head.held).toEqual({ by: 'anybody' });
  expect(head.duties).toContain('officer');
  expect(head.agencyIds).toEqual([DEPARTMENT]);
});

test('a search looks into the agencies of the post, and into all of the province only for those who oversee it', () => {
  expect(searchScope(staff(['clerk'], { actsFor: [CENTRE] }))).toEqual([CENTRE]);
  expect(searchScope(staff(['inspector'], { isProvinceWide: true }))).toBeNull();
});

describe('a file is opened through a paper that holds it', () => {
  const holder = { isRemoved: false, dossier, draftAccountId: null };
  const readers: [string, Actor, string | null][] = [
    ['the office that handles the dossier', staff(['officer']), 'd'],
    ['a foreign office', staff(['officer'], { actsFor: [ELSEWHERE] }), null],
    ['an administrator', staff(['administrator'], { isProvinceWide: true }), null],
    ['the owner', citizen(), 'd'],
    ['somebody who only typed the owner’s number', citizen({ isVerified: false }), null],
    ['the account that filed it', citizen({ accountId: 'filer', personId: null, isVerified: false }), 'd'],
    ['a stranger', citizen({ personId: 'another' }), null],
    ['nobody', { kind: 'anonymous' }, null],
  ];
  test.each(readers)('%s', (_who, actor, through) => {
    const read = () => judgeFileReading(actor, [holder]);
    if (through === null) expect(read).toThrow(expect.objectContaining({ code: 'not-found' }));
    else expect(read()).toBe(through);
  });

  test('of a draft, by its own account and no office', () => {
    const draft = { isRemoved: false, dossier: null, draftAccountId: 'citizen' };
    expect(judgeFileReading(citizen(), [draft])).toBeNull();
    for (const actor of [citizen({ accountId: 'other' }), staff(['clerk'])])
      expect(() => judgeFileReading(actor, [draft])).toThrow(expect.objectContaining({ code: 'not-found' }));
  });

  test('that was taken off again, by the office alone', () => {
    const removed = { ...holder, isRemoved: true };
    expect(judgeFileReading(staff(['officer']), [removed])).toBe('d');
    expect(() => judgeFileReading(citizen(), [removed])).toThrow(expect.objectContaining({ code: 'not-found' }));
    expect(judgeFileReading(citizen(), [removed, holder])).toBe('d');
    expect(() => judgeFileReading(staff(['officer']), [])).toThrow(expect.objectContaining({ code: 'not-found' }));
  });
});

test('withdrawal is offered to the applicant until it is asked for or a number is given, its decision to the official who consents', () => {
  const consent = step({ kind: 'message', act: 'consent-to-withdrawal', duty: 'leader' });
  const now = { isWithdrawalAsked: false, isNumbered: false, isOverdue: false };
  const leader = staff(['leader']);
  expect(outsideActsFor(citizen(), [consent], dossier, now)).toEqual(['ask-withdrawal']);
  expect(outsideActsFor(staff(['clerk'], { actsFor: [CENTRE] }), [consent], dossier, now)).toEqual(['ask-withdrawal']);
  expect(outsideActsFor(leader, [consent], dossier, now)).toEqual([]);
  expect(outsideActsFor(citizen({ personId: 'another' }), [consent], dossier, now)).toEqual([]);
  const asked = { ...now, isWithdrawalAsked: true };
  expect(outsideActsFor(citizen(), [consent], dossier, asked)).toEqual([]);
  expect(outsideActsFor(leader, [consent], dossier, asked)).toEqual(['decide-withdrawal']);
  expect(outsideActsFor(staff(['officer']), [consent], dossier, asked)).toEqual([]);
  for (const state of [now, asked]) expect(outsideActsFor(leader, [consent], dossier, { ...state, isNumbered: true })).toEqual([]);
  expect(outsideActsFor(citizen(), [], dossier, now)).toEqual([]);
});

test('the consent that waits from filing on is no step that a screen offers', () => {
  const consent = { ...step({ kind: 'message', act: 'consent-to-withdrawal', duty: 'leader' }), id: 'c', name: null, dueAt: null };
  const sign = { ...step({ kind: 'user', act: 'sign-result', duty: 'leader' }), id: 's', name: null, dueAt: null };
  expect(openActsFor(staff(['leader']), [consent, sign], dossier).map(({ id }) => id)).toEqual(['s']);
});

test('an apology is offered to the leader of an overdue dossier', () => {
  const overdue = { isWithdrawalAsked: false, isNumbered: false, isOverdue: true };
  expect(outsideActsFor(staff(['leader']), [], dossier, overdue)).toEqual(['apologise']);
  expect(outsideActsFor(staff(['leader'], { actsFor: [ELSEWHERE] }), [], dossier, overdue)).toEqual([]);
  expect(outsideActsFor(staff(['officer']), [], dossier, overdue)).toEqual([]);
});

test('a task is claimed by whoever may answer it, given back by its holder, handed on by holder or head', () => {
  const nothing = { mayClaim: false, mayRelease: false, mayTransfer: false };
  expect(taskActsFor(staff(['officer']), step({}), dossier)).toEqual({ ...nothing, mayClaim: true });
  expect(taskActsFor(staff(['officer']), step({ assigneeId: 'me' }), dossier)).toEqual({ ...nothing, mayRelease: true, mayTransfer: true });
  expect(taskActsFor(staff(['officer']), step({ assigneeId: 'other' }), dossier)).toEqual(nothing);
  expect(taskActsFor(staff(['division-head']), step({ assigneeId: 'other' }), dossier)).toEqual({ ...nothing, mayTransfer: true });
  expect(taskActsFor(staff(['officer'], { closePersonIds: ['person'] }), step({}), dossier)).toEqual(nothing);
  expect(taskActsFor(citizen(), step({}), dossier)).toEqual(nothing);
});
