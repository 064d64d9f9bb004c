import { readdirSync, readFileSync } from 'node:fs';
import { parseFormContent } from '../../server/contract/form-content';
import { checkFormOfProcedure, checkProcedure } from '../../server/contract/procedure-checks';
import { parseProcedureContent, ProcedureContent } from '../../server/contract/procedure-content';
import { type ProcedureVersionContent } from '../../server/domain/procedure';
import { askedComponents, askedPapers } from '../../server/forms/components';
import { normaliseAnswers } from '../../server/forms/normalise';
import { pruneAnswers } from '../../server/forms/prune';
import { raisedStops } from '../../server/forms/stops';
import { validateAnswers } from '../../server/forms/validate';
import { copiesAnswers, lawyerAnswers } from './right-answers';

const read = (path: string): unknown => JSON.parse(readFileSync(`workflows/${path}`, 'utf8'));
const codes = readdirSync('workflows/procedures');
const procedure = (code: string) => parseProcedureContent(read(`procedures/${code}/procedure.json`));
const form = (code: string) => parseFormContent(read(`procedures/${code}/form.json`));
const rightAnswers: Record<string, object> = { '2.000635': copiesAnswers, '1.002153': lawyerAnswers };

describe.each(codes)('procedure %s', (code) => {
  test('is whole, and agrees with itself', () => {
    expect(procedure(code).code).toBe(code);
    expect(checkProcedure(procedure(code))).toEqual([]);
  });

  test('form, checklist and receipt ask only for declared components', () => {
    const { components, checklist, receipt } = procedure(code);
    const declared = components.map((one) => one.key);
    expect(declared).toEqual(expect.arrayContaining(askedComponents(form(code))));
    expect(declared).toEqual(expect.arrayContaining(checklist.flatMap((item) => item.component ?? [])));
    expect(declared).toEqual(expect.arrayContaining([...receipt]));
  });

  test('agrees with its form in papers, stops, cases and questions', () => {
    expect(checkFormOfProcedure(procedure(code), form(code))).toEqual([]);
  });

  test('asks online for every required paper that can be filed online, in each case', () => {
    const { components, cases } = procedure(code);
    for (const { key } of cases) {
      const context = { channel: 'online', case: key, owner: 'person', today: '2026-02-12' };
      const asked = askedPapers(form(code), normaliseAnswers(form(code), rightAnswers[code]), context);
      const needed = components.filter(
        (one) =>
          one.isRequired && (!one.cases.length || one.cases.includes(key)) && (!one.channels.length || one.channels.includes('online')),
      );
      expect(asked.filter((paper) => paper.isRequired).map((paper) => paper.component)).toEqual(needed.map((one) => one.key));
    }
  });

  test('may be filed in every case and by every way', () => {
    for (const { key } of procedure(code).cases)
      for (const channel of ['online', 'counter', 'post']) {
        const context = { channel, case: key, owner: 'person', today: '2026-02-12' };
        const answers = pruneAnswers(form(code), normaliseAnswers(form(code), rightAnswers[code]), context);
        expect(validateAnswers(form(code), answers, context)).toEqual([]);
        expect(raisedStops(form(code), answers, context)).toEqual([]);
      }
  });

  test('says what nobody has verified', () => {
    const { isVerified, doubts } = procedure(code);
    expect(isVerified).toBe(false);
    expect(doubts.length).toBeGreaterThan(0);
  });
});

test('the lawyer who works for a law practice is stopped, with a clause', () => {
  const context = { channel: 'online', case: 'registration', owner: 'person', today: '2026-02-12' };
  const answers = normaliseAnswers(form('1.002153'), { ...lawyerAnswers, employerKind: 'law-practice' });
  expect(raisedStops(form('1.002153'), answers, context).map((stop) => stop.key)).toEqual(['law-practice']);
});

test.each<[string, (one: ProcedureVersionContent) => object, string]>([
  ['a receipt for an undeclared paper', (one) => ({ receipt: [...one.receipt, 'lease'] }), 'receipt.2'],
  ['a receipt for a paper that is only presented', (one) => ({ components: one.components.map(presented) }), 'receipt.0'],
  [
    'a check of an undeclared paper',
    (one) => ({ checklist: one.checklist.map((item) => ({ ...item, component: 'lease' })) }),
    'checklist.0',
  ],
  [
    'a paper for an unknown case',
    (one) => ({ components: one.components.map((paper) => ({ ...paper, cases: ['renewal'] })) }),
    'components.0.cases',
  ],
  ['a channel without a time', (one) => ({ timeLimits: one.timeLimits.map((time) => ({ ...time, channels: ['online'] })) }), 'timeLimits'],
  ['a last day without a clause', (one) => ({ limits: { ...one.limits, 'supplement-answer': '10 days' } }), 'limits.supplement-answer'],
  ['an unverified version without doubts', () => ({ doubts: [] }), 'doubts'],
  ['an unknown property', () => ({ colour: 'red' }), ''],
  ['a limit with an ISO duration', (one) => ({ limits: { ...one.limits, examination: 'P2D' } }), 'limits.examination'],
  ['a limit nobody knows', (one) => ({ limits: { ...one.limits, lunch: '1 working-hour' } }), 'limits'],
  ['a day that does not exist', () => ({ effectiveFromOn: '2026-02-30' }), 'effectiveFromOn'],
])('refuses %s', (_what, spoil, path) => {
  const content = procedure('1.002153');
  const judged = ProcedureContent.safeParse({ ...content, ...spoil(content) });
  expect(judged.error?.issues.map((issue) => issue.path.join('.'))).toContain(path);
});

const presented = (paper: object) => ({ ...paper, manner: 'presented' });

test('a form that contradicts its version is found', () => {
  const content = procedure('2.000635');
  const other = {
    ...form('2.000635'),
    id: 'other',
    stops: [{ key: 'new', when: { eq: ['$case', 'sold'] as const }, message: { vi: 'x', en: 'x' } }],
  };
  expect(checkFormOfProcedure({ ...content, components: [] }, other).map(({ path }) => path.join('.'))).toEqual([
    'form',
    'components',
    'components',
    'components',
    'stops',
    'cases',
  ]);
});
