import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads what it expects to be there
export type Answered = { status: number; body: any; key: string };

/** What the load has seen, counted outside the system that is killed. */
export type Sightings = {
  acknowledged: number;
  /** Requests that once got no answer: whether the act was done was unknown then. */
  unanswered: number;
  /** Of these, those whose act had been done all the same: their repeat was answered from what was kept. */
  doneUnanswered: { key: string; firstLostAt: Date }[];
  /** How often a database that was away was told (503 with Retry-After). */
  away: number;
  /** Anything else that should not be: a fault, a 503 without its header. */
  strange: string[];
  /** Longest time, in milliseconds, in which nothing was acknowledged. */
  longestGapMs: number;
  lastAt: number | null;
};

export function newSightings(): Sightings {
  return { acknowledged: 0, unanswered: 0, doneUnanswered: [], away: 0, strange: [], longestGapMs: 0, lastAt: null };
}

/** Between two tries: a server that starts needs the machine more than we do. */
const PAUSE_MS = 100;

/** How somebody repeats a request that got no answer: under its key, as the contract asks, or carelessly under a new one. */
export type Repeating = 'same-key' | 'new-key';

/** A person who never gives up: every act is asked for again until it is answered. */
export class PersistentClient {
  readonly #url: string;
  readonly #seen: Sightings;
  readonly #repeating: Repeating;
  readonly #cookies = new Map<string, string>();
  #csrf = '';

  constructor(url: string, seen: Sightings, repeating: Repeating = 'same-key') {
    this.#url = url;
    this.#seen = seen;
    this.#repeating = repeating;
  }

  /** The same person, with the same session, at another address. */
  at(url: string): PersistentClient {
    const other = new PersistentClient(url, this.#seen, this.#repeating);
    for (const [name, value] of this.#cookies) other.#cookies.set(name, value);
    other.#csrf = this.#csrf;
    return other;
  }

  async signIn(userName: string, password: string): Promise<void> {
    const { body } = await this.act('POST', '/api/sessions', { userName, password }, 200);
    this.#csrf = (body as { csrf: string }).csrf;
  }

  /** Asks until there is an answer; throws where that is not the expected one. */
  async act(
    method: string,
    path: string,
    body: unknown,
    expected: number,
    otherwise: 'refused' | 'or-early' = 'refused',
  ): Promise<Answered> {
    let key = randomUUID();
    let firstLostAt: Date | undefined;
    for (;;) {
      const answer = await this.#send(method, path, body, key);
      if (answer === 'lost') {
        if (!firstLostAt) this.#seen.unanswered += 1;
        firstLostAt ??= new Date();
        if (this.#repeating === 'new-key') key = randomUUID();
      } else if (answer.status === expected) {
        if (firstLostAt) this.#seen.doneUnanswered.push({ key, firstLostAt });
        if (method !== 'GET') this.#acknowledge();
        return { ...answer, key };
      } else if (otherwise === 'or-early' && ['stale', 'step-not-open'].includes(answer.body.code ?? '')) {
        return { ...answer, key };
      } else if (!this.#isForLater(answer)) {
        throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
      }
      await sleep(PAUSE_MS);
    }
  }

  /** Acts on a dossier as it stands. Answers false where somebody was faster, or the house has not done its own step yet. */
  async actOnLatest(path: string, door: string, body: object): Promise<boolean> {
    const expectedVersion = await this.#versionOf(path);
    const { status } = await this.act('POST', `${path}/${door}`, { ...body, expectedVersion }, 200, 'or-early');
    return status === 200;
  }

  async #versionOf(path: string): Promise<number> {
    const { body } = await this.act('GET', path, undefined, 200);
    return (body as { dossier: { version: number } }).dossier.version;
  }

  /** Away, or still at work on the same request: to be asked again. */
  #isForLater({ status, body, retryAfter }: { status: number; body: { code?: string }; retryAfter: string | null }): boolean {
    if (status === 503) {
      if (Number(retryAfter) > 0) this.#seen.away += 1;
      else this.#seen.strange.push('503 without Retry-After');
      return true;
    }
    if (status >= 500) this.#seen.strange.push(`${status} ${JSON.stringify(body)}`);
    return status === 409 && body.code === 'key-in-flight';
  }

  #acknowledge(): void {
    const now = Date.now();
    this.#seen.acknowledged += 1;
    this.#seen.longestGapMs = Math.max(this.#seen.longestGapMs, now - (this.#seen.lastAt ?? now));
    this.#seen.lastAt = now;
  }

  async #send(method: string, path: string, body: unknown, key: string) {
    try {
      const response = await fetch(this.#url + path, {
        method,
        headers: {
          Cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; '),
          'Content-Type': 'application/json',
          'Idempotency-Key': key,
          'X-CSRF-Token': this.#csrf,
        },
        body: body === undefined ? null : JSON.stringify(body),
      });
      const text = await response.text();
      for (const line of response.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
        this.#cookies.set(name, value);
      }
      return {
        status: response.status,
        body: (text ? JSON.parse(text) : undefined) as { code?: string },
        retryAfter: response.headers.get('Retry-After'),
      };
    } catch {
      return 'lost' as const;
    }
  }
}
