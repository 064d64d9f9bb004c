import { type Request } from 'express';
import { type z } from 'zod';
import { type AnyEndpoint } from '../contract/endpoint';
import { type InputFault, Refusal } from '../domain/refusal';
import { inputFault } from './input-faults';
import { unstorablePlaces } from './unstorable-text';

const MOST_FAULTS = 50;

/**
 * Parses what came in by the endpoint's own shapes. Everything wrong is named at
 * once, by place and reason, so that a person corrects it in one go; the value
 * itself is never repeated. What no database keeps is refused wherever it stands,
 * also in the depth of a form or a procedure whose own judge would let it pass.
 */
export function parsedInput(endpoint: AnyEndpoint, request: Request): { params: unknown; query: unknown; body: unknown } {
  const faults: InputFault[] = [];
  const parse = (place: string, shape: z.ZodType, value: unknown): unknown => {
    const { success, data, error } = shape.safeParse(value, { reportInput: true });
    if (success) return data;
    faults.push(...error.issues.map((issue) => inputFault(place, issue)));
    return undefined;
  };
  const body: unknown = request.body;
  const parsed = {
    params: parse('params', endpoint.params as z.ZodType, request.params),
    query: parse('query', endpoint.query as z.ZodType, request.query),
    body: endpoint.takes === 'bytes' ? body : parse('body', endpoint.body as z.ZodType, body ?? {}),
  };
  for (const place of unstorablePlaces(body, 'body'))
    if (!faults.some(({ path }) => path === place))
      faults.push({ path: place, message: 'Có ký tự không lưu được.', messageEn: 'A character that cannot be kept.' });
  if (faults.length) throw new Refusal('invalid-input', { faults: faults.slice(0, MOST_FAULTS) });
  return parsed;
}
