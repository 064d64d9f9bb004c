import { randomUUID } from 'node:crypto';
import { checkAnswer, endpointAt } from './check-answer';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads what it expects to be there
export type Answer = { status: number; body: any; headers: Headers };

export type Wish = {
  /** Set or replaced; `null` takes away one that would have been sent. */
  headers?: Record<string, string | null>;
  /** The idempotency key; a new one each time unless given. */
  key?: string;
  /** Sent as it is, with its own Content-Type. */
  raw?: string | Uint8Array;
};

/**
 * One browser: keeps its cookies, sends the CSRF token and an idempotency key
 * with every write, and holds every answer against the published description.
 */
export class Client {
  readonly cookies = new Map<string, string>();
  csrf: string | undefined;
  readonly #url: string;
  readonly #faults: readonly unknown[];
  #entering: ((client: Client) => Promise<void>) | undefined;

  constructor(url: string, faults: readonly unknown[], enter?: (client: Client) => Promise<void>) {
    this.#url = url;
    this.#faults = faults;
    this.#entering = enter;
  }

  get(path: string, wish: Wish = {}): Promise<Answer> {
    return this.send('GET', path, undefined, wish);
  }
  post(path: string, body: unknown = {}, wish: Wish = {}): Promise<Answer> {
    return this.send('POST', path, body, wish);
  }
  put(path: string, body: unknown = {}, wish: Wish = {}): Promise<Answer> {
    return this.send('PUT', path, body, wish);
  }
  delete(path: string, body: unknown = {}, wish: Wish = {}): Promise<Answer> {
    return this.send('DELETE', path, body, wish);
  }

  async send(method: string, path: string, body: unknown, { headers = {}, key, raw }: Wish): Promise<Answer> {
    await this.enter();
    const isWrite = !['GET', 'HEAD', 'OPTIONS'].includes(method);
    const all: Record<string, string | null> = {
      Cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ') || null,
      'Content-Type': isWrite ? 'application/json' : null,
      'Idempotency-Key': isWrite ? (key ?? randomUUID()) : null,
      'X-CSRF-Token': isWrite ? (this.csrf ?? null) : null,
      ...headers,
    };
    const sent = Object.entries(all).filter((pair): pair is [string, string] => pair[1] !== null);
    const content = raw ?? (isWrite ? JSON.stringify(body) : null);
    const response = await fetch(this.#url + path, { method, headers: sent, body: content as BodyInit | null, redirect: 'manual' });
    this.#keep(response.headers.getSetCookie());
    const answer = { status: response.status, body: await bodyOf(response), headers: response.headers };
    if (response.status === 500) throw new Error(`500 at ${method} ${path}`, { cause: this.#faults.at(-1) });
    const endpoint = endpointAt(method, path);
    if (endpoint) checkAnswer(endpoint.id, answer.status, answer.body);
    return answer;
  }

  /** Signs in, once, before the first request. */
  async enter(): Promise<void> {
    const entering = this.#entering;
    this.#entering = undefined;
    await entering?.(this);
  }

  #keep(lines: readonly string[]): void {
    for (const line of lines) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/expires=Thu, 01 Jan 1970/i.test(line)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
  }
}

async function bodyOf(response: Response): Promise<unknown> {
  const type = response.headers.get('Content-Type') ?? '';
  const bytes = Buffer.from(await response.arrayBuffer());
  if (!bytes.length) return undefined;
  if (/json/.test(type)) return JSON.parse(bytes.toString('utf8'));
  return /^text\//.test(type) ? bytes.toString('utf8') : bytes;
}
