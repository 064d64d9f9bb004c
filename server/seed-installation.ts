import { type Perform } from './casework/perform';
import { type Config } from './config';
import { type Clock } from './domain/clock';
import { type FileStore } from './files/file-store';
import { type Folders } from './folders';
import { DEMONSTRATION_CITIZENS } from './gateways/identity/stand-in-people';
import { centrePinOf } from './house-keys';
import { type HouseKeys } from './http/keys';
import { openPasswords } from './http/passwords';
import { sealFactorSecret } from './http/second-factor';
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
  return seedOnce(parts, seed);
}
