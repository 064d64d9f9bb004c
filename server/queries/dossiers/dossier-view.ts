import { judgeReading } from '../../policies/reading';
import { type Reader } from '../reader';
import { readAgencies } from '../../store/agencies';
import { readDossier } from '../../store/dossiers';
import { type AgencyRow } from '../../store/models/agency';
import { type DossierRow } from '../../store/models/dossier';
import { type TaskRow } from '../../store/models/task';
import { readPinnedVersion } from '../../store/pinned-versions';
import { openTasksOf } from '../../store/tasks';

/** A dossier with the few names beside it that every list and every answer shows. */
export type DossierView = { dossier: DossierRow; procedureName: string; centre: AgencyRow; agency: AgencyRow; open: TaskRow[] };

/** Reads a dossier for somebody who may see it. */
export async function dossierView({ tx, actor, seen }: Reader, dossierId: string): Promise<DossierView> {
  const dossier = await readDossier(tx, dossierId);
  judgeReading(actor, dossier);
  seen.push({ dossierId });
  const { name } = await readPinnedVersion(tx, dossier.procedureVersionId);
  const [centre, agency] = await readAgencies(tx, dossier.centreId, dossier.agencyId);
  return { dossier, procedureName: name, centre, agency, open: await openTasksOf(tx, dossierId) };
}
