import { asStaff } from '../../policies/actor';
import { judgeReading } from '../../policies/reading';
import { searchScope } from '../../policies/scope';
import { namedAccesses, type NamedAccess } from '../../store/access-log';
import { readDossier } from '../../store/dossiers';
import { type Reader } from '../reader';

export type ReadAccessLog = {
  dossierId?: string | undefined;
  staffId?: string | undefined;
  after?: { at: Date; id: number } | undefined;
  size: number;
};

/** Who has read whose data: for inspection, within what the inspector looks over. Looking here leaves a line, too. */
export async function readAccessLog(
  { tx, actor, seen }: Reader,
  wanted: ReadAccessLog,
): Promise<{ accesses: NamedAccess[]; next: { at: Date; id: number } | null }> {
  const { dossierId = null, staffId = null, after = null, size } = wanted;
  if (dossierId !== null) judgeReading(actor, await readDossier(tx, dossierId));
  const rows = await namedAccesses(tx, { dossierId, staffId, agencyIds: searchScope(asStaff(actor)), before: after, limit: size + 1 });
  const accesses = rows.slice(0, size);
  seen.push(dossierId === null ? { found: accesses.length } : { dossierId, found: accesses.length });
  const last = accesses.at(-1);
  return { accesses, next: rows.length > accesses.length && last ? { at: last.at, id: last.id } : null };
}
