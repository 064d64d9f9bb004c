import { asStaff } from '../../policies/actor';
import { judgeReading } from '../../policies/reading';
import { readDossier } from '../../store/dossiers';
import { findBrokenLink, readJournal as journalOf } from '../../store/journal';
import { type JournalEntryRow } from '../../store/models/journal-entry';
import { agencyNames } from '../../store/record-in-house';
import { type Reader } from '../reader';
import { agenciesOf } from './read-timeline';

export type ReadJournal = { entries: (JournalEntryRow & { agencyName: string | null })[]; brokenAt: number | null };

/** The journal as it was written, for the office, with the judgement on its chain: a line that was changed or taken out shows. */
export async function readJournal({ tx, actor, seen }: Reader, { dossierId }: { dossierId: string }): Promise<ReadJournal> {
  const staff = asStaff(actor);
  judgeReading(staff, await readDossier(tx, dossierId));
  seen.push({ dossierId });
  const entries = await journalOf(tx, dossierId);
  const names = await agencyNames(tx, agenciesOf(entries));
  return {
    entries: entries.map((entry) => ({ ...entry, agencyName: entry.agencyId === null ? null : (names.get(entry.agencyId) ?? null) })),
    brokenAt: findBrokenLink(entries) ?? null,
  };
}
