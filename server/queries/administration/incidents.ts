import { listOpenIncidents } from '../../store/incidents';
import { type IncidentRow } from '../../store/models/incident';
import { type Reader } from '../reader';

const MOST = 200;

/** What no program may decide, the oldest first. */
export async function listIncidents({ tx }: Reader): Promise<IncidentRow[]> {
  return listOpenIncidents(tx, MOST);
}
