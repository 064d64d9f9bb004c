import { localDateOf } from '../../domain/local-time';
import { cataloguePage, type PublishedProcedure } from '../../store/procedures';
import { type Reader } from '../reader';

export type ListProcedures = {
  words?: string | undefined;
  field?: string | undefined;
  level?: string | undefined;
  after?: string | undefined;
  size: number;
};

/** The procedures in force today, by code; `words` finds them by name, with or without diacritics. */
export async function listProcedures(
  { tx, now }: Pick<Reader, 'tx' | 'now'>,
  { words, field, level, after, size }: ListProcedures,
): Promise<{ procedures: PublishedProcedure[]; next: string | null }> {
  const rows = await cataloguePage(tx, {
    onDate: localDateOf(now),
    words: words || null,
    field: field || null,
    level: level ?? null,
    after: after ?? null,
    limit: size + 1,
  });
  const procedures = rows.slice(0, size);
  return { procedures, next: rows.length > procedures.length ? (procedures.at(-1)?.procedureCode ?? null) : null };
}
