import { type Config } from './config';
import { StartRefusal } from './domain/start-refusal';
import { type HouseKeys, houseKeysFrom, makeTokenKeyPem } from './http/keys';
import { digestWith } from './http/tokens';
import { keepSecret } from './kept-secret';

/**
 * The keys of the door: the operator's own from the environment, otherwise made
 * at the first start and kept under the data directory for its owner's eyes only.
 * All processes of one installation must hold the same.
 */
export async function openHouseKeys(
  { tokenKeyPem, houseSecret }: Pick<Config, 'tokenKeyPem' | 'houseSecret'>,
  dataDirectory: string,
): Promise<HouseKeys> {
  const pem = tokenKeyPem ?? (await keepSecret(dataDirectory, 'token.pem', makeTokenKeyPem));
  const secret = houseSecret ?? (await keepSecret(dataDirectory, 'house'));
  try {
    return houseKeysFrom({ tokenKeyPem: pem, houseSecret: Buffer.from(secret, 'base64url') });
  } catch {
    throw new StartRefusal('bad-variable', {
      name: 'TOKEN_KEY, HOUSE_SECRET',
      wantedVi: 'khoá P-256 dạng PEM và ít nhất 32 byte ngẫu nhiên',
      wantedEn: 'a P-256 key in PEM and at least 32 random bytes',
    });
  }
}

/** With this the server opens the certificates of the centres, whose letters it seals when nobody is there to type a PIN. */
export function centrePinOf(keys: HouseKeys): string {
  return digestWith(keys, 'pin of the certificates of centres');
}
