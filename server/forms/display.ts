import { type Language } from '../domain/words/words';
import { type Address, type Answer, type Answers, type FormContext, type IdentityPaper, isTexts } from './answers';
import { type FormDefinition, type IdentityPaperKind, isQuestion, type Option, type RowField } from './definition';
import { shownPages, type ShownField } from './shown';
import { showDong, showNumber } from './values/money';
import { showPhone } from './values/phone';
import { showDate } from './values/typed-date';

/** One line of a review page or a printed Tờ khai; `path` is the question's. */
export type DisplayLine = { readonly path: string; readonly label: string; readonly value: string };
export type DisplayRow = { readonly id: string; readonly title: string; readonly lines: readonly DisplayLine[] };
export type DisplayItem = DisplayLine | { readonly path: string; readonly label: string; readonly rows: readonly DisplayRow[] };
export type DisplayPage = { readonly id: string; readonly title: string; readonly items: readonly DisplayItem[] };

/** Names that the form does not hold itself: communes by their code, files by their id. An unknown one is shown as its code. */
export type DisplayNames = { readonly unit: (code: string) => string | undefined; readonly file: (id: string) => string | undefined };

const YES_NO: Record<Language, [string, string]> = { vi: ['Có', 'Không'], en: ['Yes', 'No'] };
const PAPERS: Record<IdentityPaperKind, Record<Language, string>> = {
  'citizen-card': { vi: 'Căn cước', en: 'Citizen card' },
  'old-identity-card': { vi: 'Chứng minh nhân dân', en: 'Old identity card' },
  passport: { vi: 'Hộ chiếu', en: 'Passport' },
  other: { vi: 'Giấy tờ khác', en: 'Other paper' },
};
const ISSUED: Record<Language, (on: string, by: string) => string> = {
  vi: (on, by) => [on && `cấp ngày ${on}`, by && `nơi cấp ${by}`].filter(Boolean).join(', '),
  en: (on, by) => [on && `issued on ${on}`, by && `by ${by}`].filter(Boolean).join(' '),
};

/** The answers as a person reads them, page by page, only what was asked and answered. */
export function displayAnswers(
  definition: FormDefinition,
  answers: Answers,
  context: FormContext,
  language: Language,
  names: DisplayNames,
): DisplayPage[] {
  return shownPages(definition, answers, context).map(({ page, fields }) => ({
    id: page.id,
    title: page.title[language],
    items: fields.flatMap((shown) => itemOf(shown, '', language, names)),
  }));
}

function itemOf(shown: ShownField, before: string, language: Language, names: DisplayNames): DisplayItem[] {
  const { field, answer, rows } = shown;
  if (!isQuestion(field) || answer === undefined) return [];
  const path = before + field.id;
  const label = field.label[language];
  if (field.type !== 'repeat') return [{ path, label, value: showValue(field, answer, language, names) }];
  return [
    {
      path,
      label,
      rows: rows.map(({ row, fields }, index) => ({
        id: row.id,
        title: `${field.itemLabel[language]} ${index + 1}`,
        lines: fields.flatMap((inner) => itemOf(inner, `${path}.${row.id}.`, language, names)).filter((item) => 'value' in item),
      })),
    },
  ];
}

/** One answer in words. What could not be read as its type is shown as typed. */
export function showValue(field: RowField, answer: Answer, language: Language, names: DisplayNames): string {
  if (typeof answer === 'string') return showText(field, answer, language, names);
  if (typeof answer === 'boolean') return YES_NO[language][answer ? 0 : 1];
  if (typeof answer === 'number') return showAmount(field, answer, language);
  if (isTexts(answer)) return answer.map((one) => showOne(field, one, language, names)).join('; ');
  if (field.type === 'address') return showAddress(answer as Address, names);
  return field.type === 'identity-paper' ? showPaper(answer as IdentityPaper, language) : '';
}

function showText(field: RowField, answer: string, language: Language, names: DisplayNames): string {
  if (field.type === 'date') return showDate(answer);
  if (field.type === 'phone') return showPhone(answer);
  if (field.type === 'administrative-unit') return names.unit(answer) ?? answer;
  return field.type === 'choice' ? optionName(field.options, answer, language) : answer;
}

function showAmount(field: RowField, answer: number, language: Language): string {
  if (field.type === 'money') return showDong(answer, language);
  const unit = field.type === 'number' ? field.unit?.[language] : undefined;
  return [showNumber(answer, language), unit].filter(Boolean).join(' ');
}

function showOne(field: RowField, one: string, language: Language, names: DisplayNames): string {
  if (field.type === 'multi-choice') return optionName(field.options, one, language);
  return names.file(one) ?? one;
}

function optionName(options: readonly Option[], value: string, language: Language): string {
  return options.find((option) => option.value === value)?.label[language] ?? value;
}

function showAddress({ line, unit }: Address, names: DisplayNames): string {
  return [line, unit && (names.unit(unit) ?? unit)].filter(Boolean).join(', ');
}

function showPaper({ paper, number, country, issuedOn, issuedBy }: IdentityPaper, language: Language): string {
  const issue = ISSUED[language](issuedOn ? showDate(issuedOn) : '', issuedBy ?? '');
  return [[PAPERS[paper][language], number, country && `(${country})`].filter(Boolean).join(' '), issue].filter(Boolean).join(', ');
}
