import { type Finding, finding } from './finding';
import { isWellWritten } from './legal-number';
import { type ComponentCase, type ProcedureRecord } from './record';
import { isGroupLabel } from './papers-of';

/** What is doubtful in components, results and legal bases, seen in the neutral shape itself. */
export function doubtfulContent(record: Pick<ProcedureRecord, 'components' | 'results' | 'legalBases'>): Finding[] {
  return [...componentFindings(record.components), ...resultFindings(record.results), ...legalFindings(record.legalBases)];
}

function componentFindings(components: readonly ComponentCase[]): Finding[] {
  if (components.length === 0) return [finding('no-components', 'components')];
  const labels = components.map((one) => one.case).filter((label) => label !== null);
  return [
    ...(components.length > 1 ? [finding('several-component-cases', 'components', `${components.length}`)] : []),
    ...(new Set(labels).size < labels.length ? [finding('case-label-repeated', 'components')] : []),
    ...components.flatMap((one, order) => caseFindings(one, `components[${order}]`)),
  ];
}

function caseFindings(one: ComponentCase, place: string): Finding[] {
  const findings: Finding[] = [];
  const names = one.items.map((item) => item.name).filter((name) => name !== '');
  if (one.text !== null) findings.push(finding('components-not-a-table', place, one.text));
  if (isGroupLabel(one.case)) findings.push(finding('case-label-is-not-a-case', place, one.case!));
  if (new Set(names).size < names.length) findings.push(finding('component-repeated-in-case', place));
  for (const [order, item] of one.items.entries()) {
    const at = `${place}.items[${order}]`;
    if (item.name === '') findings.push(finding('component-empty-name', at));
    if (item.original + item.copy === 0) findings.push(finding('count-zero', at, item.name));
    if (item.form === true) findings.push(finding('form-file-boundary-lost', at, item.name));
    if (/(?<!\d)0\d ?bản (?:chính|sao)/u.test(item.name)) findings.push(finding('count-inside-name', at, item.name.slice(-60)));
  }
  return findings;
}

function resultFindings(results: ProcedureRecord['results']): Finding[] {
  if (results.length === 0) return [finding('no-result', 'results')];
  return results.flatMap((one, order) => {
    const place = `results[${order}]`;
    if (one.code === null) return [finding('result-without-code', place, one.name)];
    return one.codeOk ? [] : [finding('result-code-malformed', place, one.code)];
  });
}

function legalFindings(bases: ProcedureRecord['legalBases']): Finding[] {
  if (bases.length === 0) return [finding('no-legal-base', 'legalBases')];
  const numbers = bases.map((base) => base.number).filter((number) => number !== null);
  const findings = bases.flatMap((base, order) => {
    const place = `legalBases[${order}]`;
    return [
      ...(base.name === '' ? [finding('legal-name-empty', place, base.number ?? '')] : []),
      ...(base.number === null ? [finding('legal-number-not-recognised', place, base.name)] : []),
      ...(base.number !== null && !isWellWritten(base.number) ? [finding('legal-number-misspelt', place, base.number)] : []),
    ];
  });
  return new Set(numbers).size < numbers.length ? [...findings, finding('legal-base-repeated', 'legalBases')] : findings;
}
