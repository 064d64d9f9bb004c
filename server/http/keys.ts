import { createHash, createPrivateKey, createPublicKey, createSecretKey, generateKeyPairSync, hkdfSync, type KeyObject } from 'node:crypto';

/** The keys of the house's door. All processes of one installation hold the same ones. */
export type HouseKeys = {
  /** Signs access tokens (ES256). */
  tokenKey: KeyObject;
  tokenPublicKey: KeyObject;
  tokenKeyId: string;
  /** Binds the CSRF token to its session. */
  csrf: KeyObject;
  /** Hashes what must be compared but never read again: recovery codes, refresh tokens, bodies that may hold a password. */
  digest: KeyObject;
  /** Encrypts authenticator secrets at rest, and what a browser carries for us (AES-256-GCM). */
  sealing: KeyObject;
};

/** What an installation keeps: a private EC key (P-256, PKCS#8 PEM) and one secret of at least 32 bytes, from which the others are derived. */
export type KeptKeys = { tokenKeyPem: string; houseSecret: Uint8Array };

/**
 * Derives the keys (HKDF, RFC 5869).
 *
 * @throws Error where the PEM is no P-256 key or the secret is short
 */
export function houseKeysFrom({ tokenKeyPem, houseSecret }: KeptKeys): HouseKeys {
  const tokenKey = createPrivateKey(tokenKeyPem);
  if (tokenKey.asymmetricKeyDetails?.namedCurve !== 'prime256v1') throw new Error('The token key must be an EC key on the curve P-256.');
  if (houseSecret.length < 32) throw new Error('The house secret must have at least 32 bytes.');
  const tokenPublicKey = createPublicKey(tokenKey);
  const derive = (purpose: string) => createSecretKey(Buffer.from(hkdfSync('sha256', houseSecret, '', `mot-cua ${purpose}`, 32)));
  return {
    tokenKey,
    tokenPublicKey,
    tokenKeyId: createHash('sha256')
      .update(tokenPublicKey.export({ type: 'spki', format: 'der' }))
      .digest('base64url')
      .slice(0, 16),
    csrf: derive('csrf'),
    digest: derive('digest'),
    sealing: derive('sealing'),
  };
}

export function makeTokenKeyPem(): string {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}
