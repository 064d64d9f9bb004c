import { randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { type ShownFactor } from '../casework/use-factor';
import { Refusal } from '../domain/refusal';
import { type HouseKeys } from './keys';
import { seal, unseal } from './sealed';
import { digestWith } from './tokens';

/** Time-based codes (RFC 6238): SHA-1, six digits, thirty seconds, as every authenticator knows them. */
const PERIOD_SECONDS = 30;
const ISSUER = 'Mot Cua Ha Tinh';
/** One step of patience either way. */
const WINDOW = 1;
/** Codes for a lost authenticator, each good for one sign-in: 50 bits, in a form that can be copied from paper. */
const RECOVERY_CODES = 10;

/**
 * Reads the code that came with a password. Undefined where it is wrong; refuses
 * `second-factor-needed` where there is none and the account has an authenticator.
 */
export function shownFactor(
  keys: HouseKeys,
  { accountId, factorSecret }: { accountId: string; factorSecret: Uint8Array | null },
  code: string | undefined,
  now: Date,
): ShownFactor | undefined {
  if (!factorSecret) return { kind: 'none' };
  if (code === undefined) throw new Refusal('second-factor-needed');
  const recovery = recoveryCodeFrom(code);
  if (recovery) return { kind: 'recovery', codeHash: digestWith(keys, `recovery ${accountId} ${recovery}`) };
  const secret = unseal(keys.sealing, factorSecret, placeOf(accountId));
  if (secret === undefined) throw new Error('An authenticator secret does not open: it was sealed with other keys.');
  const step = factorStepOf(secret, code, now);
  return step === undefined ? undefined : { kind: 'totp', step };
}

/** The secret as the database keeps it. */
export function sealFactorSecret(keys: HouseKeys, accountId: string, secret: string): Buffer {
  return seal(keys.sealing, secret, placeOf(accountId));
}

/** New recovery codes, and the hashes that are kept of them. */
export function makeRecoveryCodes(keys: HouseKeys, accountId: string): { codes: string[]; hashes: string[] } {
  const letters = Array.from({ length: RECOVERY_CODES }, () =>
    [...randomBytes(10)].map((byte) => ALPHABET[byte % ALPHABET.length]).join(''),
  );
  return {
    codes: letters.map((code) => `${code.slice(0, 5)}-${code.slice(5)}`),
    hashes: letters.map((code) => digestWith(keys, `recovery ${accountId} ${code}`)),
  };
}

/** A new secret of 160 bits, in base32. */
export function makeFactorSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** What the authenticator reads from the QR code. */
export function factorUri(secret: string, label: string): string {
  return totpOf(secret, label).toString();
}

/** The time step that a code belongs to, or undefined where it is wrong. The step is used up by the caller: this function would take it twice. */
export function factorStepOf(secret: string, code: string, now: Date): number | undefined {
  const digits = code.replace(/[ -]/g, '');
  if (!/^\d{6}$/.test(digits)) return undefined;
  const timestamp = now.getTime();
  const delta = totpOf(secret, 'account').validate({ token: digits, timestamp, window: WINDOW });
  return delta === null ? undefined : Math.floor(timestamp / 1000 / PERIOD_SECONDS) + delta;
}

/** A recovery code as it is hashed, however it was typed; undefined where it cannot be one. */
function recoveryCodeFrom(code: string): string | undefined {
  const letters = code.replace(/[ -]/g, '').toUpperCase();
  return /^[A-Z2-9]{10}$/.test(letters) ? letters : undefined;
}

/** Without 0, 1, I and O: 32 letters. */
const ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

function placeOf(accountId: string): string {
  return `totp ${accountId}`;
}

function totpOf(secret: string, label: string): TOTP {
  return new TOTP({
    issuer: ISSUER,
    label,
    algorithm: 'SHA1',
    digits: 6,
    period: PERIOD_SECONDS,
    secret: Secret.fromBase32(secret),
  });
}
