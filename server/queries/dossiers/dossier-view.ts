import { judgeReading } from '../../policies/reading';
import { type Reader } from '../reader';
import { readAgency } from '../../store/agencies';
import { readDossier } from '../../store/dossiers';
import { type AgencyRow } from '../../store/models/agency';
import { type DossierRow } from '../../store/models/dossier';
import { type TaskRow } from '../../store/models/task';
import { readProcedureVersion } from '../../store/procedures';
import { openTasksOf } from '../../store/tasks';

/** A dossier with the few names beside it that every list and every answer shows. */
export type DossierView = { dossier: DossierRow; procedureName: string; centre: AgencyRow; agency: AgencyRow; open: TaskRow[] };

/** Reads a dossier for somebody who may see it. */
export async function dossierView({ tx, actor, seen }: Reader, dossierId: string): Promise<DossierView> {
  const dossier = await readDossier(tx, dossierId);
  judgeReading(actor, dossier);
  seen.push({ dossierId });
  return {
    dossier,
    procedureName: (await readProcedureVersion(tx, dossier.procedureVersionId)).name,
    centre: await readAgency(tx, dossier.centreId),
    agency: await readAgency(tx, dossier.agencyId),
    open: await openTasksOf(tx, dossierId),
  };
}
