import { type ComponentDescription, type ProcedureVersionContent } from '../domain/procedure';
import { type ComponentItem, type ProcedureRecord } from './record';

type Papers = Pick<ProcedureVersionContent, 'cases' | 'components' | 'receipt' | 'checklist'>;

const MOST_WORDS = 400;
const MEGABYTES = 20;

/**
 * The cases and their papers. Where a paper is asked for in no number it is a
 * note of the page and nothing to be handed in. Names stay as they are published.
 */
export function papersAsked({ components }: ProcedureRecord): Papers {
  const cases = components.length > 0 ? components : [{ case: null, items: [] }];
  const papers = cases.flatMap(({ items }, order) =>
    items.filter(isAsked).map((item, rank) => paper(item, { key: `paper-${order + 1}-${rank + 1}`, caseKey: caseKey(order) })),
  );
  return {
    cases: cases.map((one, order) => ({ key: caseKey(order), name: bothWays(shortened(one.case ?? 'Hồ sơ chung')) })),
    components: papers,
    receipt: papers.map(({ key }) => key),
    checklist: papers.map(({ key, name }) => ({
      key,
      duty: 'clerk',
      component: key,
      ask: { vi: `Có đủ và đúng: ${name.vi}`, en: `There and right: ${name.en}` },
    })),
  };
}

function isAsked({ name, original, copy }: ComponentItem): boolean {
  return name.trim() !== '' && original + copy > 0;
}

function paper({ name, original, copy, form }: ComponentItem, at: { key: string; caseKey: string }): ComponentDescription {
  return {
    key: at.key,
    name: bothWays(shortened(name)),
    cases: [at.caseKey],
    channels: [],
    manner: 'handed-in',
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
