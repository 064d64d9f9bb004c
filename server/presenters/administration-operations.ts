import { whyNoWayOut } from '../domain/words/outbox';
import { type IncidentRow } from '../store/models/incident';
import { type OutboxEntryRow } from '../store/models/outbox-entry';
import { type OutboxCount } from '../store/outbox';

/** How much of one topic waits to leave, and why it does where there is no way out for it. */
export function presentTopic({ topic, waiting, stranded, dead, oldestAt }: OutboxCount) {
  const { vi, en } = whyNoWayOut(topic);
  return { topic, waiting, stranded, dead, oldestAt: oldestAt?.toISOString() ?? null, reason: stranded > 0 ? { vi, en } : null };
}

/** What could not leave, and why. Its content may speak of people and stays inside. */
export function presentDeadEntry({ id, dossierId, topic, attempts, lastFault, createdAt, deadAt }: OutboxEntryRow) {
  return { id, dossierId, topic, attempts, lastFault, createdAt: createdAt.toISOString(), deadAt: (deadAt ?? createdAt).toISOString() };
}

/** What has failed so far and when it is tried again. */
export function presentFailingEntry({ id, dossierId, topic, attempts, lastFault, createdAt, availableAt }: OutboxEntryRow) {
  return { id, dossierId, topic, attempts, lastFault, createdAt: createdAt.toISOString(), nextTryAt: availableAt.toISOString() };
}

export function presentIncident({ id, dossierId, kind, facts, openedAt }: IncidentRow) {
  return { id, dossierId, kind, facts, openedAt: openedAt.toISOString() };
}
