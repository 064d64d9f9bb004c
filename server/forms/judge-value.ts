import { isPersonName } from '../domain/identity';
import { type Words } from '../domain/words/words';
import { unprintableLetters } from '../domain/writing';
import { type Address, type Answer, type IdentityPaper, isTexts } from './answers';
import {
  type AttachmentField,
  IDENTITY_PAPERS,
  type MultiChoiceField,
  type NumberField,
  type RowField,
  type TextField,
} from './definition';
import { atLeast, atMost, chooseAtLeast, chooseAtMost, FAULT_WORDS, filesAtMost, tooLong, withoutLetters } from './fault-words';
import { parseCitizenNumber, parseOldIdentityNumber } from './values/citizen-number';
import { parseEmail } from './values/e-mail';
import { parsePhone } from './values/phone';
import { parseTaxCode } from './values/tax-code';
import { parsePartialDate, parseTypedDate } from './values/typed-date';

export type ValueFault = { readonly code: string; readonly message: Words };

/** Lengths beyond which no paper of the office has room. */
const LONGEST = { text: 200, 'long-text': 4000, name: 120, line: 300 } as const;
const MOST_FILES = 20;

/** What is wrong with one stored answer, by the rule of its type; undefined when nothing is. Bounds of dates are judged apart: they need the form. */
export function judgeValue(field: RowField, answer: Answer): ValueFault | undefined {
  const strange = unprintableLetters(writtenIn(answer));
  if (strange.length > 0) return { code: 'unprintable', message: withoutLetters(strange) };
  switch (field.type) {
    case 'text':
    case 'long-text':
      return text(field, answer);
    case 'name':
      if (typeof answer !== 'string' || !isPersonName(answer)) return fault('name');
      return answer.length > LONGEST.name ? { code: 'too-long', message: tooLong(LONGEST.name) } : undefined;
    case 'citizen-number':
      return unless(answer, parseCitizenNumber, 'citizen-number');
    case 'phone':
      return unless(answer, parsePhone, 'phone');
    case 'email':
      return unless(answer, parseEmail, 'email');
    case 'tax-code':
      return unless(answer, parseTaxCode, 'tax-code');
    case 'date':
      return field.isPartial ? unless(answer, parsePartialDate, 'partial-date') : unless(answer, parseTypedDate, 'date');
    case 'number':
    case 'money':
      return number(field, answer);
    case 'choice':
      return field.options.some((option) => option.value === answer) ? undefined : fault('choice');
    case 'multi-choice':
      return choices(field, answer);
    case 'yes-no':
    case 'declaration':
      return typeof answer === 'boolean' ? undefined : fault('choice');
    case 'administrative-unit':
      return typeof answer === 'string' && (field.level === 'province' ? /^\d{2}$/ : /^\d{5}$/).test(answer) ? undefined : fault('unit');
    case 'identity-paper':
      return identityPaper(answer as IdentityPaper, field.papers ?? IDENTITY_PAPERS);
    case 'address':
      return address(answer as Address);
    case 'attachment':
      return files(field, answer);
    case 'note':
      return undefined;
  }
}

function fault(code: keyof typeof FAULT_WORDS): ValueFault {
  return { code, message: FAULT_WORDS[code] };
}

/** A stored answer is one that its parser leaves as it is. */
function unless(answer: Answer, parse: (text: string) => string | undefined, code: keyof typeof FAULT_WORDS): ValueFault | undefined {
  return typeof answer === 'string' && parse(answer) === answer ? undefined : fault(code);
}

function text(field: TextField, answer: Answer): ValueFault | undefined {
  if (typeof answer !== 'string') return fault('pattern');
  const most = field.maxLength ?? LONGEST[field.type];
  if (answer.length > most) return { code: 'too-long', message: tooLong(most) };
  if (field.pattern === undefined || new RegExp(field.pattern, 'u').test(answer)) return undefined;
  return { code: 'pattern', message: field.errors?.pattern ?? FAULT_WORDS.pattern };
}

function number(field: NumberField, answer: Answer): ValueFault | undefined {
  const decimals = field.type === 'money' ? 0 : (field.decimals ?? 0);
  if (typeof answer !== 'number' || !Number.isFinite(answer))
    return fault(field.type === 'money' ? 'money' : decimals > 0 ? 'number' : 'whole');
  if (Number(answer.toFixed(decimals)) !== answer || Math.abs(answer) > 1e15) return fault(decimals > 0 ? 'number' : 'whole');
  const least = field.min ?? (field.type === 'money' ? 0 : undefined);
  if (least !== undefined && answer < least) return { code: 'too-small', message: atLeast(least) };
  if (field.max !== undefined && answer > field.max) return { code: 'too-large', message: atMost(field.max) };
  return undefined;
}

function choices(field: MultiChoiceField, answer: Answer): ValueFault | undefined {
  if (!isTexts(answer) || !answer.every((one) => field.options.some((option) => option.value === one))) return fault('choice');
  if (field.min !== undefined && answer.length < field.min) return { code: 'too-few', message: chooseAtLeast(field.min) };
  if (field.max !== undefined && answer.length > field.max) return { code: 'too-many', message: chooseAtMost(field.max) };
  return undefined;
}

function identityPaper(answer: IdentityPaper, allowed: readonly string[]): ValueFault | undefined {
  if (!allowed.includes(answer.paper)) return fault('paper-kind');
  if (answer.issuedOn !== undefined && parseTypedDate(answer.issuedOn) !== answer.issuedOn) return fault('date');
  if ((answer.issuedBy?.length ?? 0) > LONGEST.text) return { code: 'too-long', message: tooLong(LONGEST.text) };
  if (answer.country !== undefined && !/^[A-Z]{2}$/.test(answer.country)) return fault('country');
  switch (answer.paper) {
    case 'citizen-card':
      return unless(answer.number, parseCitizenNumber, 'citizen-number');
    case 'old-identity-card':
      return unless(answer.number, parseOldIdentityNumber, 'old-identity-card');
    case 'passport':
      return /^[A-Z0-9]{6,12}$/.test(answer.number) ? undefined : fault('passport');
    case 'other':
      return answer.number.length <= 40 ? undefined : fault('other-paper');
  }
}

function address(answer: Address): ValueFault | undefined {
  if (answer.unit !== undefined && !/^\d{5}$/.test(answer.unit)) return fault('unit');
  if (answer.line === undefined) return fault('address-line');
  return answer.line.length > LONGEST.line ? { code: 'too-long', message: tooLong(LONGEST.line) } : undefined;
}

function files(field: AttachmentField, answer: Answer): ValueFault | undefined {
  const most = field.max ?? MOST_FILES;
  if (!isTexts(answer)) return fault('choice');
  return answer.length > most ? { code: 'too-many', message: filesAtMost(most) } : undefined;
}

function writtenIn(answer: Answer): string {
  if (typeof answer === 'string') return answer;
  return typeof answer === 'object'
    ? Object.values(answer as object)
        .filter((part) => typeof part === 'string')
        .join('\n')
    : '';
}
