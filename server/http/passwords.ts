import { hash, verify } from '@node-rs/argon2';
import pLimit from 'p-limit';
import { Refusal } from '../domain/refusal';

/** Keeps passwords as argon2id hashes, and compares them. */
export type Passwords = {
  hash: (password: string) => Promise<string>;
  /** False where there is no hash, after the same work: the time tells nobody which names exist. */
  isRight: (kept: string | null, password: string) => Promise<boolean>;
};

/** OWASP's least setting: 19 MiB, two passes, one lane. */
const ARGON2ID = 2;
const COST = { algorithm: ARGON2ID, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

const AT_ONCE = 2;
const WAITING = 60;

/**
 * Hashing has its own narrow gate: a flood of sign-ins may wait for one another,
 * but never take the machine from the work at the counters. Refuses `unavailable`
 * where too many wait.
 */
export function openPasswords(): Passwords {
  const gate = pLimit(AT_ONCE);
  let nobodys: Promise<string> | undefined;

  async function through<Answer>(work: () => Promise<Answer>): Promise<Answer> {
    if (gate.pendingCount >= WAITING) throw new Refusal('unavailable', { retryAfterSeconds: 5 });
    return gate(work);
  }

  return {
    hash: (password) => through(() => hash(password, COST)),
    async isRight(kept, password) {
      nobodys ??= hash('nobody has this password', COST);
      const against = kept ?? (await nobodys);
      return (await through(() => verify(against, password))) && kept !== null;
    },
  };
}
