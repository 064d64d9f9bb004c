import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Sequelize } from 'sequelize';
import { buildParts } from '../../server/casework/build-parts';
import { performing } from '../../server/casework/perform';
import { openDiskStore } from '../../server/files/disk-store';
import { DEMONSTRATION_CITIZENS } from '../../server/gateways/identity/stand-in-people';
import { houseKeysFrom, makeTokenKeyPem } from '../../server/http/keys';
import { openPasswords } from '../../server/http/passwords';
import { sealFactorSecret } from '../../server/http/second-factor';
import { type SeedParts } from '../../server/seed/seed';

/** What a seed is handed, on a database of a test's own. */
export async function seedingOn(database: Sequelize, now: () => Date): Promise<SeedParts & ReturnType<typeof performing>> {
  const keys = houseKeysFrom({ tokenKeyPem: makeTokenKeyPem(), houseSecret: Buffer.alloc(32, 7) });
  const passwords = openPasswords();
  return {
    ...performing(database, buildParts({ now })),
    now,
    folders: { templates: 'templates', workflows: 'workflows' },
    keeping: { files: await openDiskStore(mkdtempSync(join(tmpdir(), 'mot-cua-seed-'))), centrePin: 'a pin of this test' },
    hashPassword: (password) => passwords.hash(password),
    sealFactorSecret: (accountId, secret) => sealFactorSecret(keys, accountId, secret),
    citizens: DEMONSTRATION_CITIZENS,
  };
}
