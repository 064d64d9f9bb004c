import { createHmac, createSign, generateKeyPairSync, type KeyObject, randomUUID } from 'node:crypto';
import { houseKeysFrom, makeTokenKeyPem } from '../../server/http/keys';
import { openTokens } from '../../server/http/tokens';

const NOW = new Date('2026-11-25T02:00:00Z');
const keys = houseKeysFrom({ tokenKeyPem: makeTokenKeyPem(), houseSecret: Buffer.alloc(32, 1) });
const tokens = openTokens(keys, 'https://motcua.example.vn');
const bearer = { accountId: randomUUID(), sessionId: randomUUID() };
const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);

type Parts = { header?: object; claims?: object; key?: KeyObject; sign?: (input: string) => string };

/** A token made by hand, right in everything but what the row says. */
function forge({ header = {}, claims = {}, key = keys.tokenKey, sign }: Parts): string {
  const seconds = NOW.getTime() / 1000;
  const right = {
    iss: 'https://motcua.example.vn',
    aud: 'mot-cua',
    sub: bearer.accountId,
    sid: bearer.sessionId,
    iat: seconds,
    exp: seconds + 600,
  };
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
  const input = `${encode({ alg: 'ES256', typ: 'at+jwt', kid: keys.tokenKeyId, ...header })}.${encode({ ...right, ...claims })}`;
  const es256 = () => createSign('sha256').update(input).sign({ key, dsaEncoding: 'ieee-p1363' }, 'base64url');
  return `${input}.${sign ? sign(input) : es256()}`;
}

const stranger = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
const publicPem = keys.tokenPublicKey.export({ type: 'spki', format: 'pem' });
const seconds = NOW.getTime() / 1000;

test('a token made by hand in every right way is believed, so that the rows below fail for their own reason', () => {
  expect(tokens.readAccess(forge({}), NOW)).toEqual(bearer);
});

test.each<[string, string]>([
  ['has no signature', forge({ header: { alg: 'none' }, sign: () => '' })],
  ['calls its missing signature NoNe', forge({ header: { alg: 'NoNe' }, sign: () => '' })],
  ['drops its signature', forge({ sign: () => '' })],
  [
    'is signed by HMAC with our public key as the secret',
    forge({ header: { alg: 'HS256' }, sign: (input) => createHmac('sha256', publicPem).update(input).digest('base64url') }),
  ],
  ['is signed by a stranger', forge({ key: stranger })],
  [
    'brings its own key',
    forge({ key: stranger, header: { jwk: generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ format: 'jwk' }) } }),
  ],
  ['points to a key elsewhere', forge({ key: stranger, header: { jku: 'https://evil.example/keys', x5u: 'https://evil.example/x' } })],
  ['names another key', forge({ header: { kid: 'other' } })],
  ['names another algorithm of the same key', forge({ header: { alg: 'ES384' } })],
  ['is of no type', forge({ header: { typ: undefined } })],
  ['is an identity token', forge({ header: { typ: 'JWT' } })],
  ['is a logout token', forge({ header: { typ: 'logout+jwt' } })],
  ['demands an extension', forge({ header: { crit: ['b64'], b64: false } })],
  ['comes from another issuer', forge({ claims: { iss: 'https://evil.example' } })],
  ['has no issuer', forge({ claims: { iss: undefined } })],
  ['is for another audience', forge({ claims: { aud: 'other' } })],
  ['is for several audiences', forge({ claims: { aud: ['mot-cua', 'other'] } })],
  ['has no audience', forge({ claims: { aud: undefined } })],
  ['never expires', forge({ claims: { exp: undefined } })],
  ['expires in words', forge({ claims: { exp: 'never' } })],
  ['has expired', forge({ claims: { iat: seconds - 600, exp: seconds - 1 } })],
  ['lives too long', forge({ claims: { exp: seconds + 86_400 } })],
  ['has no time of issue', forge({ claims: { iat: undefined } })],
  ['was issued in the future', forge({ claims: { iat: seconds + 60, exp: seconds + 120 } })],
  ['is not valid yet', forge({ claims: { nbf: seconds + 60 } })],
  ['names no session', forge({ claims: { sid: undefined } })],
  ['names a session that is none', forge({ claims: { sid: "' or 1=1" } })],
  ['is nobody’s', forge({ claims: { sub: undefined } })],
  ['is no token', 'x.y.z'],
  ['is empty', ''],
])('a token that %s is nobody’s', (_what, token) => {
  expect(tokens.readAccess(token, NOW)).toBeUndefined();
});

test('a token of ours is believed for ten minutes', () => {
  const token = tokens.issueAccess(bearer, NOW);
  expect(tokens.readAccess(token, later(599))).toEqual(bearer);
  expect(tokens.readAccess(token, later(600))).toBeUndefined();
});

test('a changed letter anywhere makes a token nobody’s', () => {
  const token = tokens.issueAccess(bearer, NOW);
  const [header = '', claims = ''] = token.split('.');
  for (const place of [3, header.length + 5, header.length + claims.length + 8]) {
    const changed = token.slice(0, place) + (token[place] === 'A' ? 'B' : 'A') + token.slice(place + 1);
    expect(tokens.readAccess(changed, NOW)).toBeUndefined();
  }
});

test('another issuer with the same keys, and the same issuer with other keys, do not know our tokens', () => {
  const token = tokens.issueAccess(bearer, NOW);
  const others = houseKeysFrom({ tokenKeyPem: makeTokenKeyPem(), houseSecret: Buffer.alloc(32, 1) });
  expect(openTokens(keys, 'https://other.example').readAccess(token, NOW)).toBeUndefined();
  expect(openTokens(others, 'https://motcua.example.vn').readAccess(token, NOW)).toBeUndefined();
});

test('a refresh token is known by its mark, and an invented one by the lack of it', () => {
  const { token, hash, sessionId } = tokens.begin();
  expect(tokens.readRefresh(token)).toEqual({ sessionId, hash });
  expect(hash).not.toContain(token.split('.')[1]);
  const [id, random, mark] = token.split('.');
  for (const invented of [`${id}.${random}`, `${randomUUID()}.${random}.${mark}`, `${id}.x${random}.${mark}`, `${token}.x`, ''])
    expect(tokens.readRefresh(invented)).toBeUndefined();
});

test('keys that are too weak, or of another curve, are not taken', () => {
  const other = generateKeyPairSync('ec', { namedCurve: 'P-384' }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  expect(() => houseKeysFrom({ tokenKeyPem: other, houseSecret: Buffer.alloc(32) })).toThrow('P-256');
  expect(() => houseKeysFrom({ tokenKeyPem: makeTokenKeyPem(), houseSecret: Buffer.alloc(16) })).toThrow('32 bytes');
});
