import { type Words } from '../domain/words/words';
import { type Answer, type Answers, answerOf, type FormContext, type IdentityPaper, isRows } from './answers';
import {
  type DateBound,
  type DateField,
  type FormDefinition,
  isQuestion,
  type Person,
  type QuestionField,
  type RepeatField,
  type RowField,
} from './definition';
import { FAULT_WORDS, notAfter, notBefore, requiredWords, rowsAtLeast, rowsAtMost } from './fault-words';
import { judgeValue } from './judge-value';
import { pruneAnswers } from './prune';
import { shownPages, type ShownField } from './shown';
import { fitsCitizenNumber } from './values/citizen-number';
import { parsePartialDate, showDate } from './values/typed-date';

/** One thing to mend: `path` is the question's id, in a row `<repeat>.<row id>.<question>`. */
export type Fault = { readonly page: string; readonly path: string; readonly code: string; readonly message: Words };

/** Answers that came from a verified source, by the path of their question: they may not be changed in the form. */
export type VerifiedAnswers = { readonly [field: string]: Answer };

/**
 * Everything that stands in the way of filing these (normalised) answers, in the
 * order of the form. Questions that are not asked are not judged. Nothing is
 * ever thrown: what cannot be read is a fault.
 */
export function validateAnswers(
  definition: FormDefinition,
  answers: Answers,
  context: FormContext,
  verified: VerifiedAnswers = {},
): Fault[] {
  const asked = pruneAnswers(definition, answers, context);
  return shownPages(definition, answers, context).flatMap(({ page, fields }) =>
    fields.flatMap((shown) => faultsOf(shown, '', asked, context, verified).map((fault) => ({ page: page.id, ...fault }))),
  );
}

type FaultHere = Omit<Fault, 'page'>;

function faultsOf(shown: ShownField, before: string, asked: Answers, context: FormContext, verified: VerifiedAnswers): FaultHere[] {
  const { field, answer, rows } = shown;
  if (!isQuestion(field)) return [];
  const path = before + field.id;
  const proved = answerOf(verified, path);
  if (proved !== undefined && JSON.stringify(proved) !== JSON.stringify(answer))
    return [{ path, code: 'verified', message: FAULT_WORDS.verified }];
  if (isMissing(field, answer)) return field.required ? [{ path, code: 'required', message: requiredWords(field) }] : [];
  if (field.type === 'repeat') {
    const count = countFault(field, answer);
    return [
      ...(count ? [{ path, ...count }] : []),
      ...rows.flatMap(({ row, fields }) => fields.flatMap((inner) => faultsOf(inner, `${path}.${row.id}.`, asked, context, verified))),
    ];
  }
  const fault = judgeValue(field, answer as Answer) ?? judgeAmongOthers(field, answer as Answer, asked, context);
  return fault ? [{ path, ...fault }] : [];
}

function isMissing(field: QuestionField, answer: Answer | undefined): boolean {
  if (answer === undefined) return true;
  return field.type === 'declaration' && answer === false;
}

function countFault(field: RepeatField, answer: Answer | undefined): Pick<Fault, 'code' | 'message'> | undefined {
  const count = isRows(answer) ? answer.length : 0;
  const most = field.max ?? 100;
  if (field.min !== undefined && count < field.min) return { code: 'too-few', message: rowsAtLeast(field.min, field.itemLabel) };
  return count > most ? { code: 'too-many', message: rowsAtMost(most, field.itemLabel) } : undefined;
}

/** What only the rest of the form can say of an answer. */
function judgeAmongOthers(
  field: RowField,
  answer: Answer,
  asked: Answers,
  context: FormContext,
): Pick<Fault, 'code' | 'message'> | undefined {
  if (field.type === 'date') return boundFault(field, answer as string, asked, context);
  if (field.type === 'citizen-number') return personFault(field.of, answer as string, asked);
  if (field.type !== 'identity-paper') return undefined;
  const { paper, number } = answer as IdentityPaper;
  return paper === 'citizen-card' ? personFault(field.of, number, asked) : undefined;
}

/** A birth date or sex that cannot be read has its own fault and contradicts nothing. */
function personFault(of: Person | undefined, number: string, asked: Answers): Pick<Fault, 'code' | 'message'> | undefined {
  const bornOn = of?.bornOn === undefined ? undefined : dateOf(answerOf(asked, of.bornOn));
  const sex = of?.sex === undefined ? undefined : answerOf(asked, of.sex);
  const known = { ...(bornOn !== undefined && { bornOn }), ...((sex === 'male' || sex === 'female') && { sex }) };
  return fitsCitizenNumber(number, known) ? undefined : { code: 'fits', message: FAULT_WORDS.fits };
}

function boundFault(field: DateField, answer: string, asked: Answers, context: FormContext): Pick<Fault, 'code' | 'message'> | undefined {
  const earliest = boundOf(field.notBefore, asked, context);
  const latest = boundOf(field.notAfter, asked, context);
  if (earliest !== undefined && isBefore(answer, earliest)) return { code: 'too-early', message: notBefore(showDate(earliest)) };
  if (latest !== undefined && isBefore(latest, answer)) return { code: 'too-late', message: notAfter(showDate(latest)) };
  return undefined;
}

function boundOf(bound: DateBound | undefined, asked: Answers, context: FormContext): string | undefined {
  if (bound === undefined) return undefined;
  if (bound === 'today') return context.today;
  return dateOf(typeof bound === 'string' ? bound : answerOf(asked, bound.field));
}

function dateOf(answer: Answer | undefined): string | undefined {
  return typeof answer === 'string' && parsePartialDate(answer) === answer ? answer : undefined;
}

/** Dates of unlike precision compare by what both know: 1955 is not before 1955-03-02, nor after it. */
function isBefore(one: string, other: string): boolean {
  const length = Math.min(one.length, other.length);
  return one.slice(0, length) < other.slice(0, length);
}
