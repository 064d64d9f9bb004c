import { createCipheriv, createDecipheriv, type KeyObject, randomBytes } from 'node:crypto';

/**
 * Sealing with AES-256-GCM. What is sealed is bound to a place (`boundTo`: an
 * account, a session, a purpose) and opens nowhere else, so that a secret copied
 * from one row to another is worthless.
 */
export type SealingKey = KeyObject;

const IV_BYTES = 12;
const TAG_BYTES = 16;

export function seal(key: SealingKey, text: string, boundTo: string): Buffer {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(boundTo));
  const content = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), content]);
}

/** The text, or undefined where the seal is broken, foreign or bound elsewhere. */
export function unseal(key: SealingKey, sealed: Uint8Array, boundTo: string): string | undefined {
  if (sealed.length < IV_BYTES + TAG_BYTES) return undefined;
  const bytes = Buffer.from(sealed);
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(boundTo)).setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  try {
    return decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
  } catch {
    return undefined;
  }
}

/** A note to ourselves that a browser carries for a while and cannot read. */
export function sealNote(key: SealingKey, note: object, { boundTo, untilAt }: { boundTo: string; untilAt: Date }): string {
  return seal(key, JSON.stringify({ note, until: untilAt.getTime() }), boundTo).toString('base64url');
}

/** The note, or undefined where it is not ours, is for another place, or has lapsed. */
export function openNote(key: SealingKey, sealed: string, { boundTo, now }: { boundTo: string; now: Date }): unknown {
  const text = unseal(key, Buffer.from(sealed, 'base64url'), boundTo);
  if (text === undefined) return undefined;
  const { note, until } = JSON.parse(text) as { note: unknown; until: number };
  return now.getTime() < until ? note : undefined;
}
