import { type Request } from 'express';
import { type AnyEndpoint } from '../contract/endpoint';
import { Refusal } from '../domain/refusal';

/**
 * Parses what came in by the endpoint's own shapes. Everything wrong is named at
 * once, by place and reason, so that a person corrects it in one go; the value
 * itself is never repeated.
 */
export function parsedInput(endpoint: AnyEndpoint, request: Request): { params: unknown; query: unknown; body: unknown } {
  const body: unknown = request.body;
  if (endpoint.takes === 'json' && body === undefined && request.get('Content-Length') !== '0' && request.get('Content-Type'))
    throw new Refusal('unsupported-media');
  const faults: { path: string; message: string }[] = [];
  const parse = (place: string, shape: AnyEndpoint['params'], value: unknown): unknown => {
    const { success, data, error } = (
      shape as {
        safeParse(v: unknown): { success: boolean; data?: unknown; error?: { issues: { path: PropertyKey[]; message: string }[] } };
      }
    ).safeParse(value);
    if (success) return data;
    for (const issue of error?.issues ?? []) faults.push({ path: [place, ...issue.path.map(String)].join('.'), message: issue.message });
    return undefined;
  };
  const parsed = {
    params: parse('params', endpoint.params, request.params),
    query: parse('query', endpoint.query, request.query),
    body: parse('body', endpoint.body, endpoint.takes === 'bytes' ? body : (body ?? {})),
  };
  if (faults.length) throw new Refusal('invalid-input', { faults: faults.slice(0, 50) });
  return parsed;
}
