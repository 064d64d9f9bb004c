import { type Words } from '../domain/words/words';
import { type ProcedureVersionContent } from '../domain/procedure';
import { namesIn } from '../forms/condition';
import { askedComponents } from '../forms/components';
import { type Condition, type FormDefinition, isQuestion } from '../forms/definition';

/** Where a version contradicts itself, or its form; `path` as in the content. */
export type Contradiction = { readonly path: readonly (string | number)[]; readonly reason: Words };

/** Contradictions inside one version. The receipt and the checklist may ask only for declared components. */
export function checkProcedure(content: ProcedureVersionContent): Contradiction[] {
  const components = new Map(content.components.map((one) => [one.key, one]));
  const cases = new Set(content.cases.map((one) => one.key));
  const found: Contradiction[] = [];
  const no = (path: readonly (string | number)[], vi: string, en: string) => found.push({ path, reason: { vi, en } });
  for (const list of ['cases', 'components', 'checklist', 'stops', 'fees'] as const)
    for (const twice of repeated(content[list].map((one) => one.key))) no([list], `"${twice}" có hai lần`, `"${twice}" stands twice`);
  content.receipt.forEach((key, index) => {
    if (components.get(key)?.manner !== 'handed-in')
      no(['receipt', index], `"${key}" không phải thành phần phải nộp`, `"${key}" is no component that is handed in`);
  });
  content.checklist.forEach(({ component }, index) => {
    if (component !== null && !components.has(component))
      no(['checklist', index], `"${component}" không phải thành phần hồ sơ`, `"${component}" is no component`);
  });
  const { authorisation } = content.onBehalf;
  if (authorisation !== null && !components.has(authorisation))
    no(['onBehalf'], `"${authorisation}" không phải thành phần hồ sơ`, `"${authorisation}" is no component`);
  for (const list of ['components', 'timeLimits', 'ownerRules'] as const)
    content[list].forEach((one, index) => {
      for (const key of one.cases)
        if (!cases.has(key)) no([list, index, 'cases'], `"${key}" không phải trường hợp của thủ tục`, `"${key}" is no case`);
    });
  for (const channel of openChannels(content))
    for (const key of cases)
      if (!content.timeLimits.some((time) => covers(time.channels, channel) && covers(time.cases, key)))
        no(['timeLimits'], `chưa có thời hạn cho kênh ${channel}, trường hợp ${key}`, `no time for ${channel}, case ${key}`);
  for (const key of cases)
    if (!content.ownerRules.some((rule) => covers(rule.cases, key)))
      no(['ownerRules'], `chưa có quy tắc chủ hồ sơ cho trường hợp ${key}`, `no owner for case ${key}`);
  if ((content.limits['supplement-answer'] ?? null) !== (content.supplement.answerWithin?.limit ?? null))
    no(
      ['limits', 'supplement-answer'],
      'hạn trả lời bổ sung chỉ có khi có căn cứ',
      'a last day for the answer exists only with its clause',
    );
  if (content.effectiveToOn !== null && content.effectiveToOn < content.effectiveFromOn)
    no(['effectiveToOn'], 'ngày hết hiệu lực trước ngày có hiệu lực', 'ends before it begins');
  if (!content.isVerified && content.doubts.length === 0)
    no(['doubts'], 'phiên bản chưa xác nhận phải nêu điểm còn nghi ngờ', 'an unverified version says what is in doubt');
  return found;
}

/** Contradictions between a version and the form it names: papers, stops, cases and questions that one has and the other has not. */
export function checkFormOfProcedure(content: ProcedureVersionContent, form: FormDefinition): Contradiction[] {
  const questions = new Map(form.pages.flatMap((page) => page.fields).map((field) => [field.id, field]));
  const components = new Set(content.components.map((one) => one.key));
  const stops = new Set(content.stops.map((one) => one.key));
  const cases = new Set(content.cases.map((one) => one.key));
  const found: Contradiction[] = [];
  const no = (path: readonly (string | number)[], vi: string, en: string) => found.push({ path, reason: { vi, en } });
  if (content.form !== form.id) no(['form'], `biểu mẫu là "${form.id}"`, `the form is "${form.id}"`);
  for (const key of askedComponents(form))
    if (!components.has(key))
      no(['components'], `biểu mẫu hỏi "${key}" không phải thành phần hồ sơ`, `the form asks for "${key}", which is no component`);
  for (const { key } of form.stops ?? [])
    if (!stops.has(key)) no(['stops'], `biểu mẫu dừng ở "${key}" mà không có căn cứ`, `the form stops at "${key}" without a clause`);
  for (const key of casesIn(form))
    if (!cases.has(key)) no(['cases'], `biểu mẫu có trường hợp lạ "${key}"`, `the form knows a case "${key}"`);
  content.fees.forEach(({ perAnswer }, index) => {
    if (perAnswer !== null && questions.get(perAnswer)?.type !== 'number')
      no(['fees', index], `"${perAnswer}" không phải câu hỏi số trong biểu mẫu`, `"${perAnswer}" is no number in the form`);
  });
  content.ownerRules.forEach(({ owner }, index) => {
    for (const [role, id] of Object.entries(owner))
      if (role !== 'kind' && id !== null && !questions.has(id))
        no(['ownerRules', index], `"${id}" không phải câu hỏi`, `"${id}" is no question`);
  });
  return found;
}

function openChannels({ filing }: ProcedureVersionContent): string[] {
  return [filing.online.kind === 'own-form' && 'online', filing.isCounterOpen && 'counter', filing.isPostOpen && 'post'].filter(
    (one) => one !== false,
  );
}

/** An empty list means all. */
function covers(list: readonly string[], one: string): boolean {
  return list.length === 0 || list.includes(one);
}

function repeated(keys: readonly string[]): string[] {
  return keys.filter((key, index) => keys.indexOf(key) !== index);
}

function casesIn(form: FormDefinition): string[] {
  const fields = form.pages.flatMap((page) => page.fields);
  const rows = fields.flatMap((field) => (isQuestion(field) && field.type === 'repeat' ? field.fields : []));
  const conditions = [...form.pages, ...fields, ...rows, ...(form.stops ?? [])].flatMap((one) => one.when ?? []);
  return conditions.filter((one) => namesIn(one).includes('$case')).flatMap(casesOf);
}

function casesOf(condition: Condition): string[] {
  if ('and' in condition) return condition.and.flatMap(casesOf);
  if ('or' in condition) return condition.or.flatMap(casesOf);
  if ('not' in condition) return casesOf(condition.not);
  if ('in' in condition) return condition.in[0] === '$case' ? condition.in[1].map(String) : [];
  const compared = 'eq' in condition ? condition.eq : 'ne' in condition ? condition.ne : undefined;
  return compared?.[0] === '$case' ? [String(compared[1])] : [];
}
