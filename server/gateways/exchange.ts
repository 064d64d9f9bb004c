import { type z } from 'zod';
import { type NotAccepted, refused, unknown } from './outcome';

export type Question = {
  url: string;
  headers?: Record<string, string>;
  /** An object goes as JSON, search parameters as a form. */
  body: object | URLSearchParams;
  /** For the whole exchange, the answer's last byte included. */
  timeoutMs: number;
};

export type Reply<Answer> = { outcome: 'answered'; answer: Answer } | { outcome: 'unauthorised' } | NotAccepted;

/** Longer answers are not read to their end: another system's fault must not become ours. */
const LONGEST_ANSWER_BYTES = 4_000_000;

/** Replies that say "not now", where every other 4xx says "never". */
const NOT_NOW = new Set([408, 423, 425, 429]);

/**
 * One POST to another system, its answer parsed. Whatever it does (silence,
 * nonsense, half an answer, a redirect to elsewhere), one of a few outcomes
 * comes back; nothing is thrown.
 */
export async function exchange<Answer>(question: Question, shape: z.ZodType<Answer>): Promise<Reply<Answer>> {
  let status: number;
  let text: string;
  try {
    const response = await fetch(question.url, requestOf(question));
    status = response.status;
    text = await readText(response);
  } catch (fault) {
    return unknown(whyNothingCame(fault));
  }
  if (status === 401) return { outcome: 'unauthorised' };
  if (status >= 500 || NOT_NOW.has(status)) return unknown(`HTTP ${status}`);
  if (status < 200 || status >= 300) return refused(`HTTP ${status}: ${text}`);
  const parsed = shape.safeParse(fromJson(text));
  if (parsed.success) return { outcome: 'answered', answer: parsed.data };
  return unknown(
    `answer not understood: ${parsed.error.issues.map(({ path, code }) => `${path.join('.') || 'whole'} ${code}`).join(', ')}`,
  );
}

function requestOf({ headers, body, timeoutMs }: Question): RequestInit {
  const isForm = body instanceof URLSearchParams;
  return {
    method: 'POST',
    redirect: 'error',
    headers: { accept: 'application/json', ...(isForm ? {} : { 'content-type': 'application/json' }), ...headers },
    body: isForm ? body : JSON.stringify(body),
    signal: AbortSignal.timeout(timeoutMs),
  };
}

async function readText(response: Response): Promise<string> {
  if (!response.body) return '';
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
    length += chunk.length;
    if (length > LONGEST_ANSWER_BYTES) throw new RangeError('answer too long');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function whyNothingCame(fault: unknown): string {
  const { name, message, cause } = fault as { name?: string; message?: string; cause?: { code?: string; message?: string } };
  if (name === 'TimeoutError') return 'no answer in time';
  return cause?.code ?? cause?.message ?? message ?? 'no answer';
}
