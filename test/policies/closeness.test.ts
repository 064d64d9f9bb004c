import { DUTIES, type StaffDuty } from '../../server/domain/duties';
import { type StaffActor } from '../../server/policies/actor';
import { judgeNamingSigner, judgeProving } from '../../server/policies/office';
import { judgeHandling, judgeParcelReport, judgeStep } from '../../server/policies/tasks';

const AGENCY = 2;
const staff = (closePersonIds: string[]): StaffActor => ({
  kind: 'staff',
  accountId: 'a',
  sessionId: 's',
  staffId: 'me',
  closePersonIds,
  personId: 'me',
  name: 'Cán bộ',
  postId: 'p',
  postTitle: 'Công chức',
  agencyId: AGENCY,
  actsFor: [AGENCY],
  isProvinceWide: false,
  duties: DUTIES.filter((duty): duty is StaffDuty => duty !== 'submitter' && duty !== 'postman' && duty !== 'post-counter-clerk'),
  hasSecondFactor: true,
});
const dossier = { centreId: AGENCY, agencyId: AGENCY, ownerPersonId: 'owner', submitterPersonId: 'submitter', submitterAccountId: null };
const stepOf = (duty: string) => ({ kind: 'user' as const, duty, agencyId: AGENCY, assigneeId: null });

/** Accepts, collects, agrees, examines, signs, seals, books: whatever step it is. */
const ACTS: [string, (actor: StaffActor) => void][] = [
  ...DUTIES.filter((duty) => duty !== 'postman' && duty !== 'post-counter-clerk').map((duty): [string, (actor: StaffActor) => void] => [
    `a step of the ${duty}`,
    (actor) => judgeStep(actor, stepOf(duty), dossier),
  ]),
  ['an act outside the steps', (actor) => judgeHandling(actor, dossier)],
  ['a report on a parcel', (actor) => judgeParcelReport(actor, dossier)],
  ['the choice of who signs', (actor) => judgeNamingSigner(actor, dossier)],
];

test.each(ACTS)('R44: %s is for nobody who is the applicant, or kin of one', (_what, act) => {
  expect(() => act(staff(['me', 'somebody']))).not.toThrow();
  for (const near of ['owner', 'submitter']) expect(() => act(staff(['me', near]))).toThrow('own-case');
});

test('R44: nobody proves their own person, nor their kin', () => {
  expect(() => judgeProving(staff(['me', 'wife']), ['stranger'])).not.toThrow();
  for (const person of ['me', 'wife']) expect(() => judgeProving(staff(['me', 'wife']), ['stranger', person])).toThrow('own-case');
});
