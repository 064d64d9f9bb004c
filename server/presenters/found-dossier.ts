import { type FoundDossier as Found, type Tracking } from '../contract/search-shapes';
import { localDateOf } from '../domain/local-time';
import { publicTracking, STATUS_MEANINGS, STATUS_NAMES, type NationalStatus } from '../domain/status';
import { type TrackedDossier } from '../store/dossier-lists';
import { type FoundDossier } from '../store/dossier-search';
import { instant } from './time-left';

/** One dossier that a search has found: enough to choose among people of one name, the number by its end. */
export function presentFound(dossier: FoundDossier): Found {
  return {
    id: dossier.id,
    code: dossier.code,
    procedureCode: dossier.procedureCode,
    procedureName: dossier.procedureName,
    ownerName: dossier.ownerName,
    ownerNumberEnd: dossier.ownerNumber?.slice(-3) ?? null,
    submitterName: dossier.submitterName,
    centreName: dossier.centreName,
    agencyName: dossier.agencyName,
    channel: dossier.channel,
    status: dossier.status,
    statusName: STATUS_NAMES[dossier.status as NationalStatus],
    subStatus: dossier.subStatus,
    submittedAt: instant(dossier.submittedAt),
    acceptedAt: instant(dossier.acceptedAt),
    dueAt: instant(dossier.dueAt),
    finishedAt: instant(dossier.finishedAt),
  };
}

/** What a code alone opens: the public part of the dossier, where to ask, and days without a time. */
export function presentTracking(dossier: TrackedDossier | undefined): Tracking {
  if (!dossier) return { tracking: null };
  const { code, status, name } = publicTracking({ code: dossier.code, status: dossier.status as NationalStatus });
  const { dueAt, finishedAt, centreName } = dossier;
  return {
    tracking: {
      code,
      status,
      statusName: name,
      meaning: STATUS_MEANINGS[status],
      centreName,
      dueOn: dueAt && localDateOf(dueAt),
      finishedOn: finishedAt && localDateOf(finishedAt),
    },
  };
}
