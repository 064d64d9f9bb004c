import { accessesOf } from '../../store/access-log';
import { type AccessLogEntryRow } from '../../store/models/access-log-entry';
import { readStaffMember } from '../../store/staff';
import { type Reader } from '../reader';

const PAGE = 100;

/** Who has looked at a dossier, newest first, with their names. */
export async function readAccessLog(
  { tx }: Reader,
  { dossierId, before }: { dossierId: string; before?: number | undefined },
): Promise<{ entries: AccessLogEntryRow[]; names: ReadonlyMap<string, string>; next: number | null }> {
  const entries = await accessesOf(tx, { dossierId, beforeId: before ?? null, limit: PAGE });
  const names = new Map<string, string>();
  for (const { staffId } of entries) if (!names.has(staffId)) names.set(staffId, (await readStaffMember(tx, staffId)).fullName);
  return { entries, names, next: entries.length === PAGE ? (entries.at(-1)?.id ?? null) : null };
}
