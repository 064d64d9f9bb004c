import { readFileSync } from 'node:fs';
import { type ProcedureVersionContent } from '../../server/domain/procedure';
import { Refusal } from '../../server/domain/refusal';
import { ownerFor } from '../../server/domain/version-case';
import { answersWithItems } from '../../server/forms/answer-items';
import { type Answers } from '../../server/forms/answers';
import { checkReady } from '../../server/forms/check-ready';
import { type FormDefinition } from '../../server/forms/definition';
import { withFiles, withoutFiles } from '../../server/forms/handed-in';
import { type Filing, judgeFiling } from '../../server/forms/judge-filing';
import { namedOwner, namedSubmitter } from '../../server/forms/named-people';
import { normaliseAnswers } from '../../server/forms/normalise';
import { profileOf } from '../../server/forms/profile';
import { findPage, replaceSection, strayInSection } from '../../server/forms/section';
import { copiesAnswers } from './right-answers';

const read = (name: string) => JSON.parse(readFileSync(`workflows/procedures/2.000635/${name}.json`, 'utf8')) as unknown;
const [content, definition] = [read('procedure') as ProcedureVersionContent, read('form') as FormDefinition];
/** Files are handed in beside; they are no answers. */
const answers = withoutFiles(definition, normaliseAnswers(definition, copiesAnswers));

function filing(more: Partial<Filing> = {}): Filing {
  const filed = { caseKey: 'authorised', channel: 'online' } as const;
  return { content, definition, filed, today: '2026-11-25', answers, verified: {}, files: new Map(), ...more };
}

function refusalOf(work: () => unknown): Refusal {
  try {
    work();
  } catch (reason) {
    if (reason instanceof Refusal) return reason;
    throw reason;
  }
  throw new Error('nothing was refused');
}

test('papers are asked for by the case, and are missing until a file lies in them; the form does not say it twice', () => {
  const without = judgeFiling(filing());
  expect(without.papers.map(({ component, isRequired, most }) => [component.key, isRequired, most])).toEqual([
    ['authorisation', true, 5],
    ['residence-proof', false, 5],
  ]);
  expect([without.faults, without.missing.map(({ component }) => component.key)]).toEqual([[], ['authorisation']]);
  const whole = judgeFiling(filing({ files: new Map([['authorisation', ['file-1']]]) }));
  expect([whole.faults, whole.missing]).toEqual([[], []]);
});

test('what is filed is only what was asked, without the files', () => {
  const own = judgeFiling(filing({ filed: { caseKey: 'own', channel: 'online' } }));
  expect(Object.keys(own.answers)).not.toEqual(expect.arrayContaining(['subjectName']));
  expect(Object.keys(judgeFiling(filing({ files: new Map([['authorisation', ['file-1']]]) })).answers)).not.toContain('authorisation');
});

test('a paper that the form never mentions is asked for by the version alone', () => {
  const bare = { ...definition, pages: definition.pages.filter(({ id }) => id !== 'papers') };
  expect(judgeFiling(filing({ definition: bare })).missing.map(({ component }) => component.key)).toEqual(['authorisation']);
});

test('everything in the way is named at once; papers alone have a refusal of their own', () => {
  const fewer = { ...answers, copies: undefined };
  const places = (refusal: Refusal) => refusal.facts.faults!.map(({ path }) => path);
  const whole = refusalOf(() =>
    checkReady(judgeFiling(filing({ answers: fewer })), [{ path: 'returnWay', message: 'Chọn', messageEn: 'Choose' }]),
  );
  expect([whole.code, places(whole)]).toEqual(['draft-incomplete', ['answers.copies', 'returnWay', 'components.authorisation']]);
  const papers = refusalOf(() => checkReady(judgeFiling(filing()), []));
  expect([papers.code, places(papers)]).toEqual(['component-missing', ['components.authorisation']]);
  const files = new Map([['authorisation', ['file-1']]]);
  const stopped = refusalOf(() => checkReady(judgeFiling(filing({ answers: { ...answers, isAuthorised: false }, files })), []));
  expect([stopped.code, stopped.facts['stops']]).toMatchObject(['draft-incomplete', [{ key: 'not-authorised' }]]);
  expect(() => checkReady(judgeFiling(filing({ files })), [])).not.toThrow();
});

test('files in the rows of a question stay with their row, and those that are gone do not', () => {
  const paper = { id: 'scan', type: 'attachment', component: 'proof', label: { vi: 'Giấy', en: 'Paper' } } as const;
  const label = { vi: 'Việc', en: 'Matter' };
  const rows = { id: 'matters', type: 'repeat', label, itemLabel: label, fields: [paper] } as const;
  const form: FormDefinition = { ...definition, pages: [{ id: 'p', title: label, fields: [rows] }] };
  const given: Answers = {
    matters: [
      { id: 'r1', answers: { scan: ['a', 'gone'] } },
      { id: 'r2', answers: {} },
    ],
  };
  expect(withFiles(form, given, new Map([['proof', ['a', 'b']]]))).toEqual({
    matters: [
      { id: 'r1', answers: { scan: ['a'] } },
      { id: 'r2', answers: { scan: undefined } },
    ],
  });
  expect(withoutFiles(definition, { ...answers, authorisation: ['a'] })).toEqual(answers);
});

test('a page is replaced as it was sent; what a verified source says stays', () => {
  const page = findPage(definition, 'requester')!;
  expect(
    replaceSection(definition, page, {
      answers: { requesterName: 'Cũ', requesterEmail: 'a@b.vn', copies: 3 },
      verified: { requesterName: 'Đúng' },
      given: { requesterPhone: '0912 345 678' },
    }),
  ).toEqual({
    copies: 3,
    requesterName: 'Đúng',
    requesterPhone: '0912345678',
  });
  expect(strayInSection(definition, findPage(definition, 'papers')!, { truth: true, authorisation: 'file-1', copies: 1 })).toEqual([
    'authorisation',
    'copies',
  ]);
  expect(findPage(definition, 'none')).toBeUndefined();
});

test('only named questions may be corrected, and only rightly', () => {
  const correct = (given: Record<string, unknown>) => answersWithItems(filing(), { named: new Set(['copies', 'subjectSex']), given });
  expect(correct({ copies: '5' })).toEqual({ ...answers, copies: 5 });
  expect(refusalOf(() => correct({ subjectName: 'x' }))).toMatchObject({ code: 'item-not-open', facts: { items: ['subjectName'] } });
  expect(refusalOf(() => correct({ copies: 'ba' }))).toMatchObject({
    code: 'answer-invalid',
    facts: { faults: [{ path: 'body.answers.copies' }] },
  });
  expect(refusalOf(() => correct({ copies: ['5'] }))).toMatchObject({
    code: 'invalid-input',
    facts: { faults: [{ path: 'body.answers.copies' }] },
  });
  expect(refusalOf(() => correct({ copies: null })).code).toBe('invalid-input');
});

test('the owner is whom the rule of the case names', () => {
  expect(namedOwner(ownerFor(content, 'authorised'), answers)).toEqual({
    kind: 'person',
    fullName: 'Trần Minh Khôi',
    bornOn: null,
    bornText: '2015-02',
    sex: 'male',
    paper: null,
  });
  expect(namedOwner(ownerFor(content, 'organisation'), answers)).toEqual({
    kind: 'organisation',
    name: 'Tòa án nhân dân khu vực',
    taxCode: null,
  });
  expect(refusalOf(() => namedOwner(ownerFor(content, 'authorised'), {})).code).toBe('answer-invalid');
  expect(namedSubmitter(definition, answers)).toEqual({
    fullName: 'Trần Thị Hoài Thương',
    paper: { kind: 'citizen-number', number: '042190001234', country: 'VN' },
    phone: '0912345678',
    email: null,
    address: { line: 'Số 18, thôn Bắc Giang', unit: '18562' },
  });
});

test('what is known of a person fills in; only what was proved is fixed', () => {
  const person = { fullName: 'A', bornOn: '1990-01-02', sex: 'other', phone: null, email: null, address: null } as const;
  const papers = [
    { kind: 'citizen-number', number: '1', country: 'VN', provedAt: null },
    { kind: 'passport', number: 'C1', country: 'LA', provedAt: new Date(0) },
  ] as const;
  const account = { displayName: 'B', phone: '0912345678', email: null };
  const known = { account, person, papers, organisation: { name: 'Công ty', taxCode: null } };
  expect(profileOf({ ...known, isVerified: true })).toEqual({
    'person.fullName': { value: 'A', isVerified: true },
    'person.bornOn': { value: '1990-01-02', isVerified: true },
    'person.identityPaper': { value: { paper: 'passport', number: 'C1', country: 'LA' }, isVerified: true },
    'person.phone': { value: '0912345678', isVerified: false },
    'organisation.name': { value: 'Công ty', isVerified: true },
  });
  expect(profileOf({ ...known, isVerified: false, person: undefined, papers: [], organisation: undefined })).toEqual({
    'person.fullName': { value: 'B', isVerified: false },
    'person.phone': { value: '0912345678', isVerified: false },
  });
});
