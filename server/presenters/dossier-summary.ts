import { type DossierSummary } from '../contract/dossier-shapes';
import { STATUS_NAMES } from '../domain/status';
import { type Actor } from '../policies/actor';
import { openActsFor } from '../policies/open-acts';
import { type AgencyRow } from '../store/models/agency';
import { type DossierRow } from '../store/models/dossier';
import { type TaskRow } from '../store/models/task';

type Named = Pick<AgencyRow, 'code' | 'name'>;
type Shown = { dossier: DossierRow; procedureName: string; centre: Named; agency: Named; open: readonly TaskRow[] };

/** Shapes a dossier for one reader, with the acts that are open to that reader and no others. */
export function presentDossier(actor: Actor, { dossier, procedureName, centre, agency, open }: Shown): DossierSummary {
  return {
    id: dossier.id,
    code: dossier.code,
    version: dossier.version,
    procedureCode: dossier.procedureCode,
    procedureName,
    ownerName: dossier.ownerName,
    channel: dossier.channel,
    returnWay: dossier.returnWay,
    centre: { code: centre.code, name: centre.name },
    agency: { code: agency.code, name: agency.name },
    status: dossier.status,
    statusName: STATUS_NAMES[dossier.status as keyof typeof STATUS_NAMES],
    subStatus: dossier.subStatus,
    submittedAt: dossier.submittedAt.toISOString(),
    acceptedAt: dossier.acceptedAt?.toISOString() ?? null,
    dueAt: dossier.dueAt?.toISOString() ?? null,
    finishedAt: dossier.finishedAt?.toISOString() ?? null,
    acts: openActsFor(actor, open, dossier).map((step) => ({
      act: step.act ?? '',
      taskId: step.id,
      name: step.name,
      dueAt: step.dueAt?.toISOString() ?? null,
    })),
  };
}
