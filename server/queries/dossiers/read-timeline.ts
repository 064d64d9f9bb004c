import { timelineLine, type TimelineLine } from '../../domain/words/timeline';
import { judgeReading } from '../../policies/reading';
import { readDossier } from '../../store/dossiers';
import { readJournal } from '../../store/journal';
import { type JournalEntryRow } from '../../store/models/journal-entry';
import { agencyNames } from '../../store/record-in-house';
import { type Reader } from '../reader';

export type TimelineEntry = { entry: JournalEntryRow; line: TimelineLine; agencyName: string | null };

/** What happened, oldest first, each act in a sentence. The applicant's leaves out how the house works inside. */
export async function readTimeline({ tx, actor, seen }: Reader, { dossierId }: { dossierId: string }): Promise<TimelineEntry[]> {
  const dossier = await readDossier(tx, dossierId);
  judgeReading(actor, dossier);
  seen.push({ dossierId });
  const reader = actor.kind === 'citizen' ? 'applicant' : 'office';
  const journal = await readJournal(tx, dossierId);
  const names = await agencyNames(tx, agenciesOf(journal));
  return journal
    .map((entry) => ({
      entry,
      line: timelineLine({ act: entry.act, facts: entry.facts }, reader),
      agencyName: entry.agencyId === null ? null : (names.get(entry.agencyId) ?? null),
    }))
    .filter(({ line }) => reader === 'office' || line.isForApplicant);
}

export function agenciesOf(journal: readonly JournalEntryRow[]): number[] {
  return [...new Set(journal.flatMap(({ agencyId }) => agencyId ?? []))];
}
