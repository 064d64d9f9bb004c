import { randomUUID } from 'node:crypto';
import { type Problem } from '../contract/problem';
import { Deviation } from './deviation';

/** The system said no where the story did not expect it. */
export class UnexpectedRefusal extends Deviation {
  readonly problem: Problem;

  constructor(what: string, problem: Problem) {
    super(`${what}: ${problem.detail} [${problem.code}]${problem.faults ? ` ${JSON.stringify(problem.faults)}` : ''}`);
    this.problem = problem;
  }
}

type Method = 'GET' | 'POST' | 'PUT';
type Sent = { body?: unknown; bytes?: Uint8Array };

/**
 * Somebody at a browser of their own: keeps cookies, sends the CSRF token and an
 * idempotency key with every write, and takes nothing for granted.
 */
export class Visitor {
  private readonly cookies = new Map<string, string>();
  private readonly address: string;
  private csrf = '';
  readonly name: string;
  /** What they are here for, as the office calls it. */
  readonly dutyName: string;

  constructor(address: string, name: string, dutyName: string) {
    this.address = address;
    this.name = name;
    this.dutyName = dutyName;
  }

  get<Answer>(path: string): Promise<Answer> {
    return this.send<Answer>('GET', path, {});
  }

  post<Answer>(path: string, body: unknown = {}): Promise<Answer> {
    return this.send<Answer>('POST', path, { body });
  }

  put<Answer>(path: string, body: unknown): Promise<Answer> {
    return this.send<Answer>('PUT', path, { body });
  }

  putBytes<Answer>(path: string, bytes: Uint8Array): Promise<Answer> {
    return this.send<Answer>('PUT', path, { bytes });
  }

  /** The bytes of a file, exactly as they are served. */
  async download(path: string): Promise<Buffer> {
    const response = await this.fetch('GET', path, {});
    if (!response.ok) throw await this.refusalOf(response, `GET ${path}`);
    return Buffer.from(await response.arrayBuffer());
  }

  /** Expects to be refused for this reason and no other. */
  async isRefused(method: Method, path: string, body: unknown, code: Problem['code']): Promise<Problem> {
    const response = await this.fetch(method, path, method === 'GET' ? {} : { body });
    const what = `${this.name}: ${method} ${path}`;
    if (response.ok) throw new Deviation(`${what} phải bị từ chối [${code}], nhưng được nhận (${response.status})`);
    const problem = (await response.json()) as Problem;
    if (problem.code !== code) throw new UnexpectedRefusal(`${what} phải bị từ chối vì [${code}]`, problem);
    return problem;
  }

  useCsrf(token: string): void {
    this.csrf = token;
  }

  private async send<Answer>(method: Method, path: string, sent: Sent): Promise<Answer> {
    const response = await this.fetch(method, path, sent);
    if (!response.ok) throw await this.refusalOf(response, `${method} ${path}`);
    const text = await response.text();
    return (text ? JSON.parse(text) : null) as Answer;
  }

  private async refusalOf(response: Response, what: string): Promise<Deviation> {
    const text = await response.text();
    const isProblem = response.headers.get('content-type')?.startsWith('application/problem+json');
    const whole = `${this.name}: ${what}`;
    return isProblem ? new UnexpectedRefusal(whole, JSON.parse(text) as Problem) : new Deviation(`${whole} → ${response.status}`);
  }

  private async fetch(method: Method, path: string, { body, bytes }: Sent): Promise<Response> {
    const headers: Record<string, string> = {
      cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      origin: this.address,
      'x-csrf-token': this.csrf,
    };
    if (method !== 'GET') headers['idempotency-key'] = randomUUID();
    if (body !== undefined) headers['content-type'] = 'application/json';
    if (bytes) headers['content-type'] = 'application/octet-stream';
    const content = bytes ? new Uint8Array(bytes) : body === undefined ? null : JSON.stringify(body);
    const response = await fetch(this.address + path, { method, headers, body: content, redirect: 'manual' }).catch((fault: unknown) => {
      throw new Deviation(`${this.address} không trả lời (${fault instanceof Error ? fault.message : String(fault)})`);
    });
    for (const cookie of response.headers.getSetCookie()) this.keep(cookie);
    return response;
  }

  private keep(cookie: string): void {
    const [pair = ''] = cookie.split(';');
    const at = pair.indexOf('=');
    this.cookies.set(pair.slice(0, at), pair.slice(at + 1));
  }
}
