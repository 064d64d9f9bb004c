import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildParts } from '../../server/casework/build-parts';
import { performing } from '../../server/casework/perform';
import { openDiskStore } from '../../server/files/disk-store';
import { DEMONSTRATION_CITIZENS } from '../../server/gateways/identity/stand-in-people';
import { houseKeysFrom } from '../../server/http/keys';
import { openPasswords } from '../../server/http/passwords';
import { sealFactorSecret } from '../../server/http/second-factor';
import { findLocalPostgres } from '../../server/local-postgres/start-local-postgres';
import { seedOnce } from '../../server/seed/seed';
import { openDatabase } from '../../server/store/database';

export async function seedBuilt(dataDirectory: string): Promise<void> {
  const address = new URL((await findLocalPostgres(dataDirectory))!);
  address.pathname = '/mot_cua';
  const database = openDatabase(address.href);
  const key = (name: string) => readFileSync(join(dataDirectory, 'keys', name), 'utf8');
  const keys = houseKeysFrom({ tokenKeyPem: key('token.pem'), houseSecret: Buffer.from(key('house'), 'base64url') });
  const passwords = openPasswords();
  const now = () => new Date();
  await seedOnce(
    {
      ...performing(database, buildParts({ now })),
      now,
      folders: { templates: 'templates', workflows: 'workflows' },
      keeping: { files: await openDiskStore(join(dataDirectory, 'files')), centrePin: 'a pin of this test' },
      hashPassword: (password) => passwords.hash(password),
      sealFactorSecret: (accountId, secret) => sealFactorSecret(keys, accountId, secret),
      citizens: DEMONSTRATION_CITIZENS,
    },
    'demonstration',
  );
  await database.close();
}
