import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Perform } from './casework/perform';
import { readFacts } from './catalogue/read-facts';
import { type Config } from './config';
import { type Clock } from './domain/clock';
import { type FileStore } from './files/file-store';
import { type Folders } from './folders';
import { DEMONSTRATION_CITIZENS } from './gateways/identity/stand-in-people';
import { centrePinOf } from './house-keys';
import { type HouseKeys } from './http/keys';
import { openPasswords } from './http/passwords';
import { sealFactorSecret } from './http/second-factor';
import { importCatalogue } from './jobs/import-catalogue';
import { readGeneral } from './seed/general';
import { seedOnce, type SeedOutcome } from './seed/seed';

export type Installation = { perform: Perform; clock: Clock; folders: Folders; keys: HouseKeys; files: FileStore };

/** Fills an empty installation as its configuration says; undefined where it says nothing. */
export async function seedInstallation(
  { seed }: Pick<Config, 'seed'>,
  { perform, clock, folders, keys, files }: Installation,
): Promise<SeedOutcome | undefined> {
  if (seed === 'none') return undefined;
  const parts = {
    perform,
    now: () => clock.now(),
    folders,
    keeping: { files, centrePin: centrePinOf(keys) },
    hashPassword: openPasswords().hash,
    sealFactorSecret: (accountId: string, secret: string) => sealFactorSecret(keys, accountId, secret),
    citizens: DEMONSTRATION_CITIZENS,
  };
  const outcome = await seedOnce(parts, seed);
  if (outcome.isNew && outcome.scope === 'demonstration') await seedCatalogue({ perform, folders });
  return outcome;
}

/**
 * What a demonstration knows of the procedures of the country: bare facts as the
 * national portal showed them in June 2026, not official. A first start that is
 * cut off before this goes on without; `catalogue:import` brings it any time.
 */
async function seedCatalogue({ perform, folders }: Pick<Installation, 'perform' | 'folders'>): Promise<void> {
  const [general, table] = await Promise.all([
    readGeneral(folders),
    readFile(join(folders.workflows, 'general', 'catalogue-facts.tsv'), 'utf8'),
  ]);
  const act = { actor: { kind: 'system', name: 'seed' }, endpoint: 'seed' } as const;
  const input = { ...general, source: 'catalogue-facts.tsv', readings: readFacts(table) };
  await perform(act, (context) => importCatalogue(context, input));
}
