import { type Address, type Answer, type IdentityPaper } from './answers';
import { IDENTITY_PAPERS, type IdentityPaperField, type IdentityPaperKind, type RowField } from './definition';
import { parseCitizenNumber, parseOldIdentityNumber } from './values/citizen-number';
import { parseEmail } from './values/e-mail';
import { parseDecimal, parseDong } from './values/money';
import { parsePhone } from './values/phone';
import { tidyLine, tidyLines, tidyName } from './values/plain-text';
import { parseTaxCode } from './values/tax-code';
import { parsePartialDate, parseTypedDate } from './values/typed-date';

/**
 * One answer in its stored form; undefined when nothing was answered, or when
 * the shape is not this question's. What cannot be read as its type stays as
 * typed: the fault is told, and the person sees what to mend.
 */
export function normaliseValue(field: RowField, raw: unknown): Answer | undefined {
  switch (field.type) {
    case 'text':
      return text(raw, tidyLine);
    case 'long-text':
      return text(raw, tidyLines);
    case 'name':
      return text(raw, tidyName);
    case 'citizen-number':
      return text(raw, (typed) => parseCitizenNumber(typed) ?? tidyLine(typed));
    case 'phone':
      return text(raw, (typed) => parsePhone(typed) ?? tidyLine(typed));
    case 'email':
      return text(raw, (typed) => parseEmail(typed) ?? tidyLine(typed));
    case 'tax-code':
      return text(raw, (typed) => parseTaxCode(typed) ?? tidyLine(typed));
    case 'date':
      return text(raw, (typed) => (field.isPartial ? parsePartialDate(typed) : parseTypedDate(typed)) ?? tidyLine(typed));
    case 'money':
      return number(raw, parseDong);
    case 'number':
      return number(raw, parseDecimal);
    case 'choice':
    case 'administrative-unit':
      return text(raw, tidyLine);
    case 'multi-choice':
      return choices(
        raw,
        field.options.map((option) => option.value),
      );
    case 'yes-no':
    case 'declaration':
      return yesNo(raw);
    case 'identity-paper':
      return identityPaper(field, raw);
    case 'address':
      return address(raw);
    case 'attachment':
      return texts(raw);
    case 'note':
      return undefined;
  }
}

function text(raw: unknown, tidy: (typed: string) => string): string | undefined {
  return typeof raw === 'string' ? tidy(raw) || undefined : undefined;
}

/** Adding zero turns the negative zero, which JSON forgets, into the plain one. */
function number(raw: unknown, parse: (typed: string) => number | undefined): Answer | undefined {
  if (typeof raw === 'number') return Number.isFinite(raw) ? raw + 0 : undefined;
  return text(raw, (typed) => typed) === undefined ? undefined : readNumber(raw as string, parse);
}

function readNumber(typed: string, parse: (typed: string) => number | undefined): Answer | undefined {
  const tidy = tidyLine(typed);
  const read = parse(tidy);
  return read === undefined ? tidy || undefined : read + 0;
}

/** A page without script sends words. */
function yesNo(raw: unknown): boolean | undefined {
  if (typeof raw === 'boolean') return raw;
  if (raw === 'yes' || raw === 'true' || raw === 'on') return true;
  return raw === 'no' || raw === 'false' ? false : undefined;
}

/** Each once, known ones in the order of the options, so that the same choice is always the same answer. */
function choices(raw: unknown, order: readonly string[]): readonly string[] | undefined {
  const chosen = texts(raw);
  if (!chosen) return undefined;
  return [...order.filter((value) => chosen.includes(value)), ...chosen.filter((value) => !order.includes(value))];
}

function texts(raw: unknown): readonly string[] | undefined {
  const list = typeof raw === 'string' ? [raw] : raw;
  if (!Array.isArray(list)) return undefined;
  const tidy = list.filter((one): one is string => typeof one === 'string').map(tidyLine);
  const once = [...new Set(tidy)].filter((one) => one !== '');
  return once.length > 0 ? once : undefined;
}

function identityPaper(field: IdentityPaperField, raw: unknown): IdentityPaper | undefined {
  const parts = recordOf(raw);
  if (!parts) return undefined;
  const allowed = field.papers ?? IDENTITY_PAPERS;
  const paper = IDENTITY_PAPERS.find((kind) => kind === parts.paper) ?? allowed[0];
  const typed = text(parts.number, tidyLine);
  if (!paper || typed === undefined) return undefined;
  const country = text(parts.country, (line) => tidyLine(line).toUpperCase());
  const issuedOn = text(parts.issuedOn, (line) => parseTypedDate(line) ?? tidyLine(line));
  const issuedBy = text(parts.issuedBy, tidyLine);
  return {
    paper,
    number: paperNumber(paper, typed),
    ...(country !== undefined && { country }),
    ...(issuedOn !== undefined && { issuedOn }),
    ...(issuedBy !== undefined && { issuedBy }),
  };
}

function paperNumber(paper: IdentityPaperKind, typed: string): string {
  if (paper === 'citizen-card') return parseCitizenNumber(typed) ?? typed;
  if (paper === 'old-identity-card') return parseOldIdentityNumber(typed) ?? typed;
  return typed.toUpperCase();
}

function address(raw: unknown): Address | undefined {
  const parts = recordOf(raw);
  const unit = text(parts?.unit, tidyLine);
  const line = text(parts?.line, tidyLine);
  if (unit === undefined && line === undefined) return undefined;
  return { ...(unit !== undefined && { unit }), ...(line !== undefined && { line }) };
}

/** The own properties of a plain object; nothing for lists and all else. */
export function recordOf(raw: unknown): Readonly<Record<string, unknown>> | undefined {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return undefined;
  return Object.fromEntries(Object.entries(raw));
}
