import { judgeReading } from '../../policies/reading';
import { isShownToApplicant } from '../../policies/results';
import { readDossier } from '../../store/dossiers';
import { type ResultRow } from '../../store/models/result';
import { resultsOf } from '../../store/results';
import { openTasksOf } from '../../store/tasks';
import { type NamedWetOriginal, wetOriginalsOf } from '../../store/wet-originals';
import { type Reader } from '../reader';

export type ListedResult = ResultRow & { paper: NamedWetOriginal | null };

/**
 * The results of a dossier: to staff all that was ever drafted, with the hash of
 * the file that waits to be signed or sealed; to the applicant what was handed
 * out, and the draft that waits for their word.
 */
export async function listResults({ tx, actor, seen }: Reader, { dossierId }: { dossierId: string }): Promise<ListedResult[]> {
  const dossier = await readDossier(tx, dossierId);
  judgeReading(actor, dossier);
  seen.push({ dossierId });
  const papers = await wetOriginalsOf(tx, dossierId);
  const results = (await resultsOf(tx, dossierId)).map((result) => ({
    ...result,
    paper: papers.find(({ resultId }) => resultId === result.id) ?? null,
  }));
  if (actor.kind === 'staff') return results;
  const open = (await openTasksOf(tx, dossierId)).map(({ act }) => act);
  return results.filter((result) => isShownToApplicant(dossier, result, open));
}
