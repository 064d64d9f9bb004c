import { type ComponentDescription, type ProcedureVersionContent } from '../domain/procedure';
import { type CasePapers, papersOf } from './papers-of';
import { type ProcedureRecord } from './record';

type Papers = Pick<ProcedureVersionContent, 'cases' | 'components' | 'receipt' | 'checklist'>;

type Asked = CasePapers['papers'][number];

const MOST_WORDS = 400;
const MEGABYTES = 20;

/**
 * The cases and their papers. Names stay as they are published.
 */
export function papersAsked(record: Pick<ProcedureRecord, 'components'>): Papers {
  const found = papersOf(record);
  const cases = found.length > 0 ? found : [{ label: null, papers: [] }];
  const papers = cases.flatMap(({ papers: asked }, order) =>
    asked.map((item, rank) => paper(item, { key: `paper-${order + 1}-${rank + 1}`, caseKey: caseKey(order) })),
  );
  return {
    cases: cases.map(({ label }, order) => ({ key: caseKey(order), name: bothWays(shortened(label ?? 'Hồ sơ chung')) })),
    components: papers,
    receipt: papers.filter(({ manner }) => manner === 'handed-in').map(({ key }) => key),
    checklist: papers.map(({ key, name }) => ({
      key,
      duty: 'clerk',
      component: key,
      ask: { vi: `Có đủ và đúng: ${name.vi}`, en: `There and right: ${name.en}` },
    })),
  };
}

/** Presented and given back at once, where the page groups it so. */
function mannerOf(group: string | null): ComponentDescription['manner'] {
  return group !== null && /xuất trình/iu.test(group) ? 'presented' : 'handed-in';
}

function paper({ name, original, copy, form, group }: Asked, at: { key: string; caseKey: string }): ComponentDescription {
  return {
    key: at.key,
    name: bothWays(shortened(name)),
    cases: [at.caseKey],
    channels: [],
    manner: mannerOf(group),
    isRequired: true,
    originals: Math.min(original, 99),
    certifiedCopies: 0,
    photocopies: Math.min(copy, 99),
    accepts: ['pdf', 'jpeg', 'png'],
    megabytes: MEGABYTES,
    isReturned: false,
    digitisation: { isScanned: true, isReusable: false, isFromDatabase: false },
    note: typeof form === 'string' ? bothWays(`Mẫu: ${form}`) : null,
  };
}

function caseKey(order: number): string {
  return `case-${order + 1}`;
}

function shortened(text: string): string {
  const plain = text.replace(/\s+/gu, ' ').trim();
  return plain.length > MOST_WORDS ? `${plain.slice(0, MOST_WORDS - 1)}…` : plain;
}

function bothWays(text: string) {
  return { vi: text, en: text };
}
