import { type IncidentRow } from '../store/models/incident';
import { type OutboxEntryRow } from '../store/models/outbox-entry';

/** How much of one topic waits to leave. */
export function presentTopic({ topic, waiting, dead, oldestAt }: { topic: string; waiting: number; dead: number; oldestAt: Date | null }) {
  return { topic, waiting, dead, oldestAt: oldestAt?.toISOString() ?? null };
}

/** What could not leave, and why. Its content may speak of people and stays inside. */
export function presentDeadEntry({ id, dossierId, topic, attempts, lastFault, createdAt, deadAt }: OutboxEntryRow) {
  return { id, dossierId, topic, attempts, lastFault, createdAt: createdAt.toISOString(), deadAt: (deadAt ?? createdAt).toISOString() };
}

export function presentIncident({ id, dossierId, kind, facts, openedAt }: IncidentRow) {
  return { id, dossierId, kind, facts, openedAt: openedAt.toISOString() };
}
