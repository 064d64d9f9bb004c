import { type ComponentCase, type ComponentItem, type ProcedureRecord } from './record';

/** What a person of one case brings, and what is only said to them. */
export interface CasePapers {
  /** Null where there is no choice of cases. */
  readonly label: string | null;
  readonly papers: readonly (ComponentItem & { readonly group: string | null })[];
  readonly notes: readonly string[];
}

const GROUP = /^(?:các )?(?:giấy tờ (?:phải|cần) (?:nộp|xuất trình)|lưu ý|ghi chú|người yêu cầu .{0,40}phải (?:nộp|xuất trình))/iu;
const NOTES = /^(?:lưu ý|ghi chú)/iu;

/** "Giấy tờ phải nộp", "Giấy tờ phải xuất trình", "Lưu ý": parts of one case, not cases to choose from. */
export function isGroupLabel(label: string | null): boolean {
  return label !== null && GROUP.test(bare(label));
}

/**
 * The papers by case, as the counter asks for them. Groups lie within the one
 * case; rows under "Lưu ý" and rows counted 0 are notes and never required; a
 * row without a name is left out.
 */
export function papersOf({ components }: Pick<ProcedureRecord, 'components'>): CasePapers[] {
  const cases = components.filter((one) => !isGroupLabel(one.case));
  const groups = components.filter((one) => isGroupLabel(one.case));
  const choices = cases.filter((one) => one.case !== null);
  const shared = [...cases.filter((one) => one.case === null), ...groups];
  if (choices.length === 0) return shared.length === 0 ? [] : [gathered(null, shared)];
  return choices.map((one) => gathered(one.case, [one, ...shared]));
}

function gathered(label: string | null, from: readonly ComponentCase[]): CasePapers {
  const rows = from.flatMap((one) =>
    one.items.map((item) => ({ ...item, group: isGroupLabel(one.case) ? one.case : null, isNote: NOTES.test(bare(one.case ?? '')) })),
  );
  const isPaper = (row: (typeof rows)[number]): boolean => !row.isNote && row.original + row.copy > 0;
  return {
    label,
    papers: rows.filter((row) => isPaper(row) && row.name !== '').map(({ isNote: _, ...paper }) => paper),
    notes: rows.filter((row) => !isPaper(row) && row.name !== '').map((row) => row.name),
  };
}

function bare(label: string): string {
  return label.replace(/^[^\p{L}]+/u, '');
}
