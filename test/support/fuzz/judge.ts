import { type AnyEndpoint } from '../../../server/contract/endpoint';
import { refusalSentences } from '../../../server/domain/words/refusals';
import { checkAnswer } from '../check-answer';

export type Heard = { status: number; type: string; text: string; requestId?: string };

/** What leaks from a program that lost its head. */
const INNARDS = /node_modules|\bat \S+ \(|select .* from |SequelizeDatabaseError|\.ts:\d+/;

/**
 * What is wrong with an answer: a fault of ours; a refusal that is no problem
 * document of the closed union in both languages (RFC 9457); an answer that is not
 * as described. `endpoint` is absent where the address names no door.
 */
export function faultsOf({ status, type, text }: Heard, endpoint: AnyEndpoint | undefined): string[] {
  if (status >= 500) return [`a fault: ${status} ${text.slice(0, 200)}`];
  const faults: string[] = [];
  if (status >= 400) faults.push(...problemFaults(status, type, text));
  if (INNARDS.test(text) && /json|text/.test(type)) faults.push(`tells of its inside: ${text.slice(0, 300)}`);
  if (endpoint && !faults.length) faults.push(...described(endpoint, status, type, text));
  return faults;
}

function problemFaults(status: number, type: string, text: string): string[] {
  if (!type.startsWith('application/problem+json')) return [`${status} is no problem document but ${type}`];
  const problem = JSON.parse(text) as Record<string, unknown>;
  const { code, detail, detailEn } = problem;
  if (typeof code !== 'string' || !Object.hasOwn(refusalSentences, code)) return [`${String(code)} is no refusal of this office`];
  const isSaid = [detail, detailEn].every(
    (sentence) => typeof sentence === 'string' && /\p{L}{2}.*[.!?]$/su.test(sentence) && !/[{}]/.test(sentence),
  );
  return isSaid && problem['status'] === status ? [] : [`${code} is not said in both languages: ${text}`];
}

function described({ id, gives }: AnyEndpoint, status: number, type: string, text: string): string[] {
  if (status < 400 && gives !== 'json') return [];
  try {
    checkAnswer(id, status, /json/.test(type) ? JSON.parse(text) : text);
    return [];
  } catch (fault) {
    return [(fault as Error).message.slice(0, 600)];
  }
}
