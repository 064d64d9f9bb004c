import { actsFor, idleMsOf, isProvinceWide, judgePasswordChange, NOBODY } from '../../server/policies/entrance';

const MINUTES = 60_000;

test('an administrator’s session locks after five minutes, everybody else’s after fifteen', () => {
  expect(idleMsOf(['administrator'])).toBe(5 * MINUTES);
  expect(idleMsOf(['clerk', 'administrator'])).toBe(5 * MINUTES);
  expect(idleMsOf(['clerk', 'leader'])).toBe(15 * MINUTES);
  expect(idleMsOf([])).toBe(15 * MINUTES);
});

test.each([
  ['a division acts also for the body it belongs to', { agencyId: 3, agencyKind: 'division', parentAgencyId: 2 }, [3, 2]],
  ['a department acts for itself', { agencyId: 2, agencyKind: 'department', parentAgencyId: 1 }, [2]],
  ['a centre acts for itself', { agencyId: 5, agencyKind: 'centre', parentAgencyId: 4 }, [5]],
  ['a division without a body acts for itself', { agencyId: 3, agencyKind: 'division', parentAgencyId: null }, [3]],
])('%s', (_what, post, agencies) => {
  expect(actsFor(post)).toEqual(agencies);
});

test.each([
  ['the inspector of the province', { agencyKind: 'province', parentAgencyKind: null, duties: ['inspector'] as const }, true],
  ['the head of the provincial centre', { agencyKind: 'centre', parentAgencyKind: 'department', duties: ['centre-head'] as const }, true],
  ['the head of a commune’s centre', { agencyKind: 'centre', parentAgencyKind: 'commune', duties: ['centre-head'] as const }, false],
  ['an inspector of a department', { agencyKind: 'department', parentAgencyKind: 'province', duties: ['inspector'] as const }, false],
  ['a clerk of the provincial centre', { agencyKind: 'centre', parentAgencyKind: 'department', duties: ['clerk'] as const }, false],
  ['the administrator of the province', { agencyKind: 'province', parentAgencyKind: null, duties: ['administrator'] as const }, false],
])('%s with %p looks over every agency: %p', (_who, post, expected) => {
  expect(isProvinceWide(post)).toBe(expected);
});

test('a password that somebody else has set opens nothing but its own change', () => {
  const visitor = { ...NOBODY, mustChangePassword: true };
  for (const id of ['changePassword', 'whoAmI', 'signOut']) expect(() => judgePasswordChange(visitor, id)).not.toThrow();
  for (const id of ['listSessions', 'switchPost', 'forwardDossier', 'beginSecondFactor'])
    expect(() => judgePasswordChange(visitor, id)).toThrow('password-change-needed');
  expect(() => judgePasswordChange(NOBODY, 'forwardDossier')).not.toThrow();
});
