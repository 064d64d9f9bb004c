import { type Context } from '../../casework/context';
import { actorColumns } from '../../casework/record-act';
import { resolveIncident as resolve } from '../../store/incidents';

/** Says how an incident was put right, and takes it off the list. */
export async function resolveIncident(
  { tx, now, actor }: Context,
  { incidentId, resolution }: { incidentId: string; resolution: string },
): Promise<void> {
  await resolve(tx, { id: incidentId, at: now, by: actorColumns(actor).actorName, resolution });
}
