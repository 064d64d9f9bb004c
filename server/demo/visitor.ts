import { randomUUID } from 'node:crypto';
import { type Problem } from '../contract/problem';

/** An answer that the story did not expect: the demonstration ends here, loudly. */
export class Deviation extends Error {
  override name = 'Deviation';
}

type Sent = { body?: unknown; bytes?: Buffer; expect?: number; key?: string };

/**
 * Somebody at a browser of their own: keeps cookies, sends the CSRF token and an
 * idempotency key with every write, and takes nothing for granted.
 */
export class Visitor {
  private readonly cookies = new Map<string, string>();
  private csrf = '';
  private readonly address: string;
  readonly name: string;

  constructor(address: string, name: string) {
    this.address = address;
    this.name = name;
  }

  get<Answer>(path: string): Promise<Answer> {
    return this.send<Answer>('GET', path, {});
  }

  post<Answer>(path: string, body: unknown = {}, more: Omit<Sent, 'body'> = {}): Promise<Answer> {
    return this.send<Answer>('POST', path, { body, ...more });
  }

  put<Answer>(path: string, body: unknown, more: Omit<Sent, 'body'> = {}): Promise<Answer> {
    return this.send<Answer>('PUT', path, { body, ...more });
  }

  putBytes<Answer>(path: string, bytes: Buffer): Promise<Answer> {
    return this.send<Answer>('PUT', path, { bytes });
  }

  /** The bytes of a file, exactly as they are served. */
  async download(path: string): Promise<Buffer> {
    const response = await this.fetch('GET', path, {});
    if (response.status !== 200) throw new Deviation(`${this.name}: GET ${path} → ${response.status}`);
    return Buffer.from(await response.arrayBuffer());
  }

  /** Expects to be refused for this reason, and with nothing else. */
  async refused(path: string, body: unknown, code: string): Promise<Problem> {
    const response = await this.fetch('POST', path, { body });
    const problem = (await response.json()) as Problem;
    if (response.status < 400 || problem.code !== code)
      throw new Deviation(`${this.name}: POST ${path} was to be refused as ${code}, but: ${response.status} ${JSON.stringify(problem)}`);
    return problem;
  }

  useCsrf(token: string): void {
    this.csrf = token;
  }

  private async send<Answer>(method: string, path: string, sent: Sent): Promise<Answer> {
    const response = await this.fetch(method, path, sent);
    const text = await response.text();
    if (sent.expect ? response.status !== sent.expect : !response.ok)
      throw new Deviation(`${this.name}: ${method} ${path} → ${response.status} ${text}`);
    return (text ? JSON.parse(text) : null) as Answer;
  }

  private async fetch(method: string, path: string, { body, bytes, key }: Sent): Promise<Response> {
    const headers: Record<string, string> = {
      cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      origin: this.address,
      'x-csrf-token': this.csrf,
    };
    if (method !== 'GET') headers['idempotency-key'] = key ?? randomUUID();
    if (body !== undefined) headers['content-type'] = 'application/json';
    if (bytes) headers['content-type'] = 'application/octet-stream';
    const content = bytes ? new Uint8Array(bytes) : body === undefined ? null : JSON.stringify(body);
    const response = await fetch(this.address + path, { method, headers, body: content, redirect: 'manual' });
    for (const cookie of response.headers.getSetCookie()) this.keep(cookie);
    return response;
  }

  private keep(cookie: string): void {
    const [pair = ''] = cookie.split(';');
    const at = pair.indexOf('=');
    this.cookies.set(pair.slice(0, at), pair.slice(at + 1));
  }
}
