import { judgeReading } from '../../policies/reading';
import { type Reader } from '../reader';
import { type PlacedDossier, readPlacedDossier } from '../../store/dossier-lists';
import { type TaskRow } from '../../store/models/task';
import { readPinnedVersion } from '../../store/pinned-versions';
import { openTasksOf } from '../../store/tasks';

/** A dossier with the few names beside it that every list and every answer shows. */
export type DossierView = Pick<PlacedDossier, 'centre' | 'agency'> & { dossier: PlacedDossier; procedureName: string; open: TaskRow[] };

/** Reads a dossier for somebody who may see it. */
export async function dossierView({ tx, actor, seen }: Reader, dossierId: string): Promise<DossierView> {
  const dossier = await readPlacedDossier(tx, dossierId);
  judgeReading(actor, dossier);
  seen.push({ dossierId });
  const { name } = await readPinnedVersion(tx, dossier.procedureVersionId);
  const { centre, agency } = dossier;
  return { dossier, procedureName: name, centre, agency, open: await openTasksOf(tx, dossierId) };
}
