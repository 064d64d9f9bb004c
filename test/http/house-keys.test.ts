import { mkdtemp, readdir, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { openHouseKeys } from '../../server/house-keys';
import { makeTokenKeyPem } from '../../server/http/keys';
import { digestWith, openTokens } from '../../server/http/tokens';

const NONE = { tokenKeyPem: undefined, houseSecret: undefined };
const folder = () => mkdtemp(join(tmpdir(), 'keys-'));
const NOW = new Date('2026-11-25T02:00:00Z');

test('keys are made at the first start, for their owner’s eyes only, and are the same at the next', async () => {
  const dataDirectory = await folder();
  const [first, second] = [await openHouseKeys(NONE, dataDirectory), await openHouseKeys(NONE, dataDirectory)];
  const token = openTokens(first, 'i').issueAccess({ accountId: crypto.randomUUID(), sessionId: crypto.randomUUID() }, NOW);
  expect(openTokens(second, 'i').readAccess(token, NOW)).toBeDefined();
  expect(digestWith(second, 'a')).toBe(digestWith(first, 'a'));
  const files = await readdir(join(dataDirectory, 'keys'));
  expect(files.sort()).toEqual(['house', 'token.pem']);
  for (const file of files) expect((await stat(join(dataDirectory, 'keys', file))).mode & 0o777).toBe(0o600);
  expect((await stat(join(dataDirectory, 'keys'))).mode & 0o777).toBe(0o700);
});

test('two processes that start at one moment hold the same keys', async () => {
  const dataDirectory = await folder();
  const all = await Promise.all(Array.from({ length: 8 }, () => openHouseKeys(NONE, dataDirectory)));
  expect(new Set(all.map(({ tokenKeyId }) => tokenKeyId)).size).toBe(1);
  expect(new Set(all.map((keys) => digestWith(keys, 'a'))).size).toBe(1);
});

test('keys that the operator gives are used, and none are made', async () => {
  const dataDirectory = await folder();
  const given = { tokenKeyPem: makeTokenKeyPem(), houseSecret: randomBytes(32).toString('base64url') };
  const [one, other] = [await openHouseKeys(given, dataDirectory), await openHouseKeys(given, await folder())];
  expect(one.tokenKeyId).toBe(other.tokenKeyId);
  expect(await readdir(dataDirectory)).toEqual([]);
});

test('a key that is none is refused in a sentence that does not repeat it', async () => {
  const bad = { tokenKeyPem: '-----BEGIN PRIVATE KEY-----\nnope\n-----END PRIVATE KEY-----', houseSecret: undefined };
  await expect(openHouseKeys(bad, await folder())).rejects.toThrow(/^Biến môi trường TOKEN_KEY, HOUSE_SECRET((?!nope).)*$/s);
});
