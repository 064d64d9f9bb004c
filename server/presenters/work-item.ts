import { type Colleague, type WorkCounts, type WorkItem } from '../contract/work-shapes';
import { STATUS_NAMES, type NationalStatus } from '../domain/status';
import { type Actor } from '../policies/actor';
import { type WorkEntry } from '../queries/work/list-work';
import { type StaffMemberRow } from '../store/models/staff-member';
import { type WorklistCount } from '../store/worklists';
import { instant, presentTimeLeft } from './time-left';

/** Shapes one waiting step for the one whose list it is. */
export function presentWorkItem(reader: Actor, { item, left, dossierLeft }: WorkEntry): WorkItem {
  return {
    taskId: item.id,
    dossierId: item.dossierId,
    version: item.version,
    code: item.code,
    procedureCode: item.procedureCode,
    procedureName: item.procedureName,
    caseKey: item.caseKey,
    channel: item.channel,
    ownerName: item.ownerName,
    status: item.status,
    statusName: STATUS_NAMES[item.status as NationalStatus],
    subStatus: item.subStatus,
    step: item.name,
    act: item.act,
    duty: item.duty,
    assigneeName: item.assigneeName,
    isMine: reader.kind === 'staff' && item.assigneeId === reader.staffId,
    openedAt: instant(item.openedAt),
    dueAt: instant(item.dueAt),
    timeLeft: presentTimeLeft(left),
    submittedAt: instant(item.submittedAt),
    dossierDueAt: instant(item.dossierDueAt),
    dossierTimeLeft: presentTimeLeft(dossierLeft),
  };
}

export function presentWorkCounts(counts: readonly WorklistCount[]): WorkCounts {
  return { counts: counts.map(({ duty, act, open, mine, unheld, overdue }) => ({ duty, act, open, mine, unheld, overdue })) };
}

export function presentColleague({ id, fullName, title }: StaffMemberRow): Colleague {
  return { staffId: id, fullName, title };
}
