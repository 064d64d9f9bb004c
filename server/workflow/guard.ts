import { createHash } from 'node:crypto';
import { type Activity, type Api, type Definition, type Process, type Scope } from './engine-parts';
import { type Known } from './wait';

/** The stored position and the open rows disagree, or the position cannot be read: an incident for an administrator. Nothing was changed. */
export class DamagedState extends Error {
  override name = 'DamagedState';
}

/**
 * A damaged or foreign state recovers without a word. The open rows must be those
 * of the state, and everything alive (scopes, called processes, tokens that wait
 * at a join) must have the digest that was stored with it.
 */
export function guard(known: Known, found: Known): void {
  const expected = listed(known.waits);
  const open = listed(found.waits);
  if (expected !== open) throw new DamagedState(`open in the state: ${open}; in the rows: ${expected}`);
  if (known.active !== found.active) throw new DamagedState('what is alive in the state is not what was stored');
}

/** Open waits in one line: element, execution, kind. */
export function listed(waits: Known['waits']): string {
  return waits
    .map(({ elementId, executionId, kind }) => `${elementId}|${executionId}|${kind}`)
    .sort()
    .join();
}

/** Digest of all that is alive: the same after every recovery. SHA-256, hex. */
export function digestOf(definition: Definition): string {
  const alive = [`${definition.id}|${definition.executionId}|${definition.status}`];
  for (const process of definition.getRunningProcesses()) alive.push(...scope(process, process.execution, process.getPostponed()));
  return createHash('sha256').update(alive.sort().join('\n')).digest('hex');
}

function scope(owner: Process | Activity, execution: Scope, apis: Api[]): string[] {
  const alive = [`${owner.id}|${execution.executionId}|${owner.status}`];
  for (const activity of execution.getActivities()) {
    const tokens = activity.broker.getQueue('inbound-q')?.messageCount;
    if (tokens) alive.push(`${activity.id}|inbound|${tokens}`);
  }
  for (const { id, type, owner: activity } of apis) {
    if (!activity?.execution) {
      alive.push(`${id}|${type}`);
      continue;
    }
    alive.push(`${activity.id}|${activity.executionId}|${activity.type}|${activity.status}`);
    if (activity.isSubProcess)
      for (const inner of activity.execution.source?.executions ?? []) alive.push(...scope(activity, inner, inner.getPostponed()));
    else
      for (const { content } of activity.execution.getPostponed())
        alive.push(`${activity.id}|${content.executionId}|${content.state ?? ''}`);
  }
  return alive;
}

/** Ids of the elements that hold the dossier now, scopes and event gateways included: for the diagram's viewer. */
export function elementsNow(definition: Definition): string[] {
  const ids = new Set<string>();
  for (const process of definition.getRunningProcesses()) collect(process.getPostponed(), ids);
  return [...ids];
}

function collect(apis: Api[], ids: Set<string>): void {
  for (const { owner: activity } of apis) {
    if (!activity?.execution || activity.type === 'bpmn:BoundaryEvent') continue;
    ids.add(activity.id);
    if (activity.isSubProcess) for (const inner of activity.execution.source?.executions ?? []) collect(inner.getPostponed(), ids);
  }
}
