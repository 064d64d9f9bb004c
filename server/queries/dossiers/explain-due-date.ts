import { dueDate } from '../../domain/due-date';
import { dueInputOf, pinnedLimit } from '../../domain/due-input';
import { recompute, type ExplanationLine } from '../../domain/explanation';
import { type PauseKind } from '../../domain/pauses';
import { type Remaining } from '../../domain/remaining-time';
import { remainingOfDossier } from '../../domain/running-time';
import { judgeReading } from '../../policies/reading';
import { readDossier } from '../../store/dossiers';
import { findDeliveredExtension } from '../../store/extensions';
import { type DossierRow } from '../../store/models/dossier';
import { pausesOf } from '../../store/pauses';
import { readPinnedVersion } from '../../store/pinned-versions';
import { type Reader } from '../reader';

export type ExplainedDueDate = {
  dossier: DossierRow;
  left: Remaining;
  isAsOnRecord: boolean;
  explanation: readonly ExplanationLine[];
};

/**
 * Counts the due date again from the record and says, line by line, how it came
 * about. The explanation is counted back before it is shown: one that does not
 * lead to its own date is a fault and never an answer. Before acceptance no
 * clock has begun, and there is nothing to explain.
 */
export async function explainDueDate(reader: Reader, { dossierId }: { dossierId: string }): Promise<ExplainedDueDate> {
  const { tx, now, actor, seen, parts } = reader;
  const dossier = await readDossier(tx, dossierId);
  judgeReading(actor, dossier);
  seen.push({ dossierId });
  if (!dossier.acceptedAt) return { dossier, left: { state: 'no-date' }, isAsOnRecord: dossier.dueAt === null, explanation: [] };
  const calendar = await parts.calendarOf(tx, dossier.agencyId);
  const limit = pinnedLimit(dossier.timeLimit);
  const pauses = await pausesOf(tx, dossierId);
  const { explanation } = dueDate(
    dueInputOf({
      ...dossier,
      limit,
      pauses: pauses.map(({ fromAt, toAt, kind }) => ({ fromAt, toAt, kind: kind as PauseKind })),
      pauseRule: (await readPinnedVersion(tx, dossier.procedureVersionId)).content.pauseRule,
      extension: (await findDeliveredExtension(tx, dossierId)) ?? null,
      calendar,
    }),
  );
  return {
    dossier,
    left: remainingOfDossier(now, { ...dossier, limit }, calendar),
    isAsOnRecord: recompute(explanation)?.getTime() === dossier.dueAt?.getTime(),
    explanation,
  };
}
