import { acceptSubmission, type AcceptSubmission } from '../../server/commands/intake/accept-submission';
import { askCompletion } from '../../server/commands/intake/ask-completion';
import { type Actor, type StaffActor } from '../../server/policies/actor';
import { type OneStop } from './one-stop';

/** Which version of a dossier the actor has before their eyes. */
export const versionOf = async (town: OneStop, dossierId: string): Promise<number> => (await town.dossier(dossierId)).version;

export async function accept(town: OneStop, clerk: Actor, dossierId: string, wish: Partial<AcceptSubmission> = {}): Promise<void> {
  const expectedVersion = await versionOf(town, dossierId);
  await town.act(clerk, (context) =>
    acceptSubmission(context, { dossierId, expectedVersion, isReceiptWanted: false, lateEntry: null, ...wish }),
  );
}

export async function askFor(
  town: OneStop,
  clerk: StaffActor,
  dossierId: string,
  keys: readonly string[],
  wish: object = {},
): Promise<void> {
  const expectedVersion = await versionOf(town, dossierId);
  const items = keys.map((key) => ({ kind: key.includes('-') ? ('component' as const) : ('answer' as const), key, what: 'chưa rõ' }));
  await town.act(clerk, (context) =>
    askCompletion(context, { dossierId, expectedVersion, items, reason: 'Chưa đủ', override: null, ...wish }),
  );
}
