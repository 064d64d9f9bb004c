import { Ajv2020 } from 'ajv/dist/2020';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { type FormDefinition } from '../../server/forms/definition';
import { displayAnswers } from '../../server/forms/display';
import { exportJsonSchema } from '../../server/forms/json-schema';
import { normaliseAnswers } from '../../server/forms/normalise';
import { prefillAnswers } from '../../server/forms/prefill';
import { pruneAnswers } from '../../server/forms/prune';
import { strayAnswers } from '../../server/forms/stray-answers';
import { validateAnswers } from '../../server/forms/validate';
import { contexts, everyType, online, profiles, rawAnswers, whole } from './every-type';
import { copiesAnswers, lawyerAnswers } from './right-answers';

const modelled = (code: string) => JSON.parse(readFileSync(`workflows/procedures/${code}/form.json`, 'utf8')) as FormDefinition;
const forms: [string, FormDefinition, object][] = [
  ['every-type', everyType, whole],
  ['2.000635', modelled('2.000635'), copiesAnswers],
  ['1.002153', modelled('1.002153'), lawyerAnswers],
];
const names = { unit: () => undefined, file: () => undefined };

describe.each(forms)('form %s', (_id, form, right) => {
  const raw = rawAnswers(form, right);

  test('normalising twice changes nothing', () => {
    fc.assert(
      fc.property(raw, (given) => expect(normaliseAnswers(form, normaliseAnswers(form, given))).toEqual(normaliseAnswers(form, given))),
    );
  });

  test('what is normalised is plain JSON, of this form only', () => {
    fc.assert(
      fc.property(raw, (given) => {
        const answers = normaliseAnswers(form, given);
        expect(JSON.parse(JSON.stringify(answers))).toEqual(answers);
        expect(strayAnswers(form, answers)).toEqual([]);
      }),
    );
  });

  test('nothing throws, whatever is sent', () => {
    fc.assert(
      fc.property(raw, contexts, profiles, (given, context, profile) => {
        strayAnswers(form, given);
        const { verified } = prefillAnswers(form, profile);
        const answers = normaliseAnswers(form, given);
        validateAnswers(form, answers, context, verified);
        displayAnswers(form, answers, context, 'vi', names);
      }),
    );
  });

  test('leaving out hidden answers changes no judgement, and nothing the second time', () => {
    fc.assert(
      fc.property(raw, contexts, (given, context) => {
        const answers = normaliseAnswers(form, given);
        const pruned = pruneAnswers(form, answers, context);
        expect(validateAnswers(form, pruned, context)).toEqual(validateAnswers(form, answers, context));
        expect(pruneAnswers(form, pruned, context)).toEqual(pruned);
      }),
    );
  });

  test('every message names a thing to do in both languages', () => {
    fc.assert(
      fc.property(raw, contexts, (given, context) => {
        for (const { message } of validateAnswers(form, normaliseAnswers(form, given), context)) {
          expect(message.vi).toMatch(/\.$/);
          expect(message.en).toMatch(/\.$/);
          expect(message.vi).not.toMatch(/không hợp lệ/);
        }
      }),
    );
  });

  test('answers that may be filed satisfy the exported JSON Schema', () => {
    const judge = new Ajv2020({ strict: false }).compile(exportJsonSchema(form, 'en'));
    let filed = 0;
    fc.assert(
      fc.property(raw, contexts, (given, context) => {
        const pruned = pruneAnswers(form, normaliseAnswers(form, given), context);
        if (validateAnswers(form, pruned, context).length > 0) return;
        filed++;
        judge(pruned);
        expect(judge.errors ?? []).toEqual([]);
      }),
      { numRuns: 300 },
    );
    expect(filed).toBeGreaterThan(20);
  });
});

test('the exported schema takes whole answers and refuses hidden, missing and foreign ones', () => {
  const judge = new Ajv2020({ strict: false }).compile(exportJsonSchema(everyType, 'vi'));
  const filed = pruneAnswers(everyType, normaliseAnswers(everyType, whole), online);
  expect(judge(filed)).toBe(true);
  expect(judge({ ...filed, landlord: 'Ba' })).toBe(false);
  expect(judge({ ...filed, premises: 'rent' })).toBe(false);
  expect(judge({ ...filed, premises: 'rent', landlord: 'Ba' })).toBe(true);
  expect(judge({ ...filed, other: 1 })).toBe(false);
  expect(judge({ ...filed, trades: [{ id: 'r1', answers: { trade: 'x', isMain: true } }] })).toBe(false);
});
