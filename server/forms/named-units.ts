import { provinceOfCode } from '../domain/provinces';
import { Refusal } from '../domain/refusal';
import { type Address, type Answers, type FormContext } from './answers';
import { type FormDefinition } from './definition';
import { FAULT_WORDS } from './fault-words';
import { contextOf, type Filing } from './judge-filing';
import { shownPages, type ShownField } from './shown';
import { type Fault } from './validate';

/** A unit that an answer names by its code, and where in the form. */
export type NamedUnit = { readonly page: string; readonly path: string; readonly level: 'province' | 'commune'; readonly code: string };

/** Every administrative unit that the asked answers name, in the order of the form; what is no code at all is judged elsewhere. */
export function namedUnits(definition: FormDefinition, answers: Answers, context: FormContext): NamedUnit[] {
  return shownPages(definition, answers, context).flatMap(({ page, fields }) =>
    fields.flatMap((shown) => unitsOf(shown, '')).map((unit) => ({ page: page.id, ...unit })),
  );
}

export function communeCodes(named: readonly NamedUnit[]): string[] {
  return named.filter(({ level }) => level === 'commune').map(({ code }) => code);
}

/** A unit that nobody knows cannot be printed or delivered to. Only the communes of the own province are on record. */
export function unitFaults(named: readonly NamedUnit[], knownCommunes: ReadonlySet<string>): Fault[] {
  return named
    .filter(({ level, code }) => !(level === 'commune' ? knownCommunes.has(code) : provinceOfCode(code) !== undefined))
    .map(({ page, path }) => ({ page, path, code: 'unit-unknown', message: FAULT_WORDS['unit-unknown'] }));
}

/** The units that a correction names: what was accepted before is not judged again. */
export function givenUnits(filing: Omit<Filing, 'verified'>, corrected: Answers, given: Readonly<Record<string, unknown>>): NamedUnit[] {
  return namedUnits(filing.definition, corrected, contextOf(filing)).filter(({ path }) => Object.hasOwn(given, path.split('.')[0]!));
}

/** Refuses a correction that names a unit nobody knows. */
export function checkUnits(named: readonly NamedUnit[], knownCommunes: ReadonlySet<string>): void {
  const faults = unitFaults(named, knownCommunes).map(({ path, message }) => ({
    path: `body.answers.${path}`,
    message: message.vi,
    messageEn: message.en,
  }));
  if (faults.length > 0) throw new Refusal('answer-invalid', { faults });
}

function unitsOf({ field, answer, rows }: ShownField, before: string): Omit<NamedUnit, 'page'>[] {
  const path = before + ('id' in field ? field.id : '');
  if (field.type === 'repeat') return rows.flatMap(({ row, fields }) => fields.flatMap((inner) => unitsOf(inner, `${path}.${row.id}.`)));
  if (field.type === 'administrative-unit') return named(path, field.level, answer);
  return field.type === 'address' ? named(path, 'commune', (answer as Address | undefined)?.unit) : [];
}

function named(path: string, level: NamedUnit['level'], code: unknown): Omit<NamedUnit, 'page'>[] {
  const form = level === 'province' ? /^\d{2}$/ : /^\d{5}$/;
  return typeof code === 'string' && form.test(code) ? [{ path, level, code }] : [];
}
