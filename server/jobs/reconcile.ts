import { type Context } from '../casework/context';
import { type Perform } from '../casework/perform';
import { type SystemActor } from '../policies/actor';
import { lockDossier } from '../store/dossiers';
import { incidentsOf, openIncident } from '../store/incidents';
import { findRecordFaults, type RecordFault } from '../store/invariants';

const HOUSE: SystemActor = { kind: 'system', name: 'reconciler' };

/** What one statement finds, and what would leave a citizen waiting for ever. */
const WATCHED = ['waits-for-nothing', 'waits-after-its-end', 'position-altered', 'service-forgotten'] as const;

/**
 * Looks, every few minutes, for dossiers that no act will ever move again: nothing
 * is open, a service is waited for that nobody asks, or the stored position is not
 * the one that was written. Each is put before the administrators, once as long as
 * that stands open; repaired is nothing. Answers how many incidents it opened.
 */
export async function reconcile({ perform }: { perform: Perform }): Promise<number> {
  const act = { actor: HOUSE, endpoint: 'reconcile' };
  const { answer: faults } = await perform(act, ({ tx }) => findRecordFaults(tx, WATCHED));
  let opened = 0;
  for (const fault of faults) if ((await perform(act, (context) => report(context, fault))).answer) opened += 1;
  return opened;
}

/** The dossier is held, so that two processes that look at once tell it once. */
async function report({ tx, now }: Context, { kind, dossierId, detail }: RecordFault): Promise<boolean> {
  await lockDossier(tx, dossierId!);
  const isKnown = (await incidentsOf(tx, dossierId!)).some((one) => one.kind === kind && !one.resolvedAt);
  if (!isKnown) await openIncident(tx, { dossierId, kind, facts: { detail }, openedAt: now });
  return !isKnown;
}
