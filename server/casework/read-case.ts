import { type ProcedureVersionContent } from '../domain/procedure';
import { Refusal } from '../domain/refusal';
import { findLastEntry } from '../store/journal';
import { lockDossier } from '../store/dossiers';
import { type DossierRow } from '../store/models/dossier';
import { readProcedureVersion } from '../store/procedures';
import { type Context } from './context';

/** A dossier under lock, with the version of its procedure: what every command on a dossier begins with. */
export type Case = { dossier: DossierRow; procedure: ProcedureVersionContent };

/**
 * Locks the dossier for this act. A dossier that has moved since the actor looked
 * at it is refused with what changed, by whom and when, so that nobody overwrites
 * anybody; the house itself (`expectedVersion` undefined) looks again each time.
 */
export async function lockCase(context: Context, dossierId: string, expectedVersion?: number): Promise<Case> {
  context.touched.dossierId = dossierId;
  const dossier = await lockDossier(context.tx, dossierId);
  if (expectedVersion !== undefined && dossier.version !== expectedVersion) {
    const last = await findLastEntry(context.tx, dossierId);
    throw new Refusal('stale', {
      change: last?.act ?? '',
      by: last?.actorName ?? '',
      at: last?.at.toISOString() ?? '',
      version: dossier.version,
    });
  }
  const { content } = await readProcedureVersion(context.tx, dossier.procedureVersionId);
  return { dossier, procedure: content };
}
