import { houseKeysFrom, makeTokenKeyPem } from '../../server/http/keys';
import {
  factorStepOf,
  factorUri,
  makeFactorSecret,
  makeRecoveryCodes,
  sealFactorSecret,
  shownFactor,
} from '../../server/http/second-factor';
import { codeAt } from '../support/server';

const keys = houseKeysFrom({ tokenKeyPem: makeTokenKeyPem(), houseSecret: Buffer.alloc(32, 1) });
/** The secret of RFC 6238, appendix B, in base32. */
const RFC_SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const at = (seconds: number) => new Date(seconds * 1000);

test.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
])('at second %i the code of RFC 6238 is taken and its step told', (seconds, code) => {
  expect(factorStepOf(RFC_SECRET, code, at(seconds))).toBe(Math.floor(seconds / 30));
});

test('a code counts for its own step and one on either side, however it is spaced', () => {
  const now = at(1_700_000_000);
  const step = Math.floor(1_700_000_000 / 30);
  const code = (steps: number) => codeAt(RFC_SECRET, at((step + steps) * 30));
  expect([-2, -1, 0, 1, 2].map((steps) => factorStepOf(RFC_SECRET, code(steps), now))).toEqual([
    undefined,
    step - 1,
    step,
    step + 1,
    undefined,
  ]);
  const plain = code(0);
  expect(factorStepOf(RFC_SECRET, `${plain.slice(0, 3)} ${plain.slice(3)}`, now)).toBe(step);
  for (const wrong of ['', '12345', '1234567', 'abcdef']) expect(factorStepOf(RFC_SECRET, wrong, now)).toBeUndefined();
});

test('what the authenticator reads names the house and the account', () => {
  const secret = makeFactorSecret();
  expect(secret).toMatch(/^[A-Z2-7]{32}$/);
  expect(decodeURIComponent(factorUri(secret, 'can.bo'))).toMatch(/^otpauth:\/\/totp\/Mot Cua Ha Tinh:can\.bo\?/);
});

test('a recovery code is told apart from a code, and hashed for one account alone', () => {
  const factorSecret = sealFactorSecret(keys, 'a', RFC_SECRET);
  const { codes, hashes } = makeRecoveryCodes(keys, 'a');
  expect(new Set(codes).size).toBe(10);
  const shown = (accountId: string, code: string) => shownFactor(keys, { accountId, factorSecret }, code, at(59));
  expect(shown('a', codes[0]!)).toEqual({ kind: 'recovery', codeHash: hashes[0] });
  expect(shown('a', codes[0]!.toLowerCase().replace('-', ' '))).toEqual({ kind: 'recovery', codeHash: hashes[0] });
  expect(makeRecoveryCodes(keys, 'b').hashes).not.toContain(hashes[0]);
});

test('a secret copied to another account’s row is a fault, not a sign-in', () => {
  const factorSecret = sealFactorSecret(keys, 'a', RFC_SECRET);
  expect(() => shownFactor(keys, { accountId: 'b', factorSecret }, '287082', at(59))).toThrow('other keys');
});
