import { type ProcedureVersionContent } from '../domain/procedure';
import { timelineLine } from '../domain/words/timeline';
import { Refusal } from '../domain/refusal';
import { findLastEntry } from '../store/journal';
import { judgeReading } from '../policies/reading';
import { lockDossier } from '../store/dossiers';
import { type DossierRow } from '../store/models/dossier';
import { readPinnedVersion } from '../store/pinned-versions';
import { type Context } from './context';

/** A dossier under lock, with the version of its procedure: what every command on a dossier begins with. */
export type Case = { dossier: DossierRow; procedure: ProcedureVersionContent };

/**
 * Locks the dossier for this act, for somebody who may read it: to everybody else
 * it does not exist, whatever they send. A dossier that has moved since the actor
 * looked at it is refused with what changed, by whom and when, so that nobody
 * overwrites anybody; the house itself (`expectedVersion` undefined) looks again
 * each time.
 */
export async function lockCase(context: Context, dossierId: string, expectedVersion?: number): Promise<Case> {
  const dossier = await take(context, dossierId);
  judgeReading(context.actor, dossier);
  await judgeVersion(context, dossier, expectedVersion);
  return caseOf(context, dossier);
}

/**
 * The same for those who act on a dossier that they may not read: the post on its
 * parcel, the administrator on its drawing. What they may do is judged by the act.
 */
export async function lockUnreadCase(context: Context, dossierId: string, expectedVersion?: number): Promise<Case> {
  const dossier = await take(context, dossierId);
  await judgeVersion(context, dossier, expectedVersion);
  return caseOf(context, dossier);
}

async function take(context: Context, dossierId: string): Promise<DossierRow> {
  context.touched.dossierId = dossierId;
  return lockDossier(context.tx, dossierId);
}

async function judgeVersion({ tx }: Context, dossier: DossierRow, expectedVersion: number | undefined): Promise<void> {
  if (expectedVersion === undefined || dossier.version === expectedVersion) return;
  const last = await findLastEntry(tx, dossier.id);
  throw new Refusal('stale', {
    change: last ? timelineLine(last, 'applicant').words : '',
    by: last?.actorName ?? '',
    at: last?.at.toISOString() ?? '',
    version: dossier.version,
  });
}

async function caseOf({ tx }: Context, dossier: DossierRow): Promise<Case> {
  const { content } = await readPinnedVersion(tx, dossier.procedureVersionId);
  return { dossier, procedure: content };
}
