/** The two signing acts on a result: the leader signs; the clerical officer numbers and seals (NĐ 30/2020 Art. 15). */
export const SIGNING_KINDS = ['sign', 'seal'] as const;
export type SigningKind = (typeof SIGNING_KINDS)[number];
export type SignatureRole = 'leader' | 'agency';

/** How long a process holds a request before the others take it for dead. Renewed as long as it has the key. */
export const SIGNING_LEASE_MS = 60_000;
/** How long an opened key lies unused before it is dropped. */
export const KEY_LIFE_MS = 10 * 60_000;
