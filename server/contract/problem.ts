import { z } from 'zod';
import { REFUSAL_CODES } from '../domain/refusal';

/**
 * Every refusal and every fault, in the shape of RFC 9457 (problem details).
 * `detail` is the Vietnamese sentence, `detailEn` the English one; `faults` names
 * each wrong place of the input, in the same two languages; `facts` holds what a screen may want to show.
 */
export const Problem = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.enum([...REFUSAL_CODES, 'fault']),
  detail: z.string(),
  detailEn: z.string(),
  requestId: z.string(),
  faults: z.array(z.strictObject({ path: z.string(), message: z.string(), messageEn: z.string() })).optional(),
  facts: z.record(z.string(), z.unknown()).optional(),
});
export type Problem = z.infer<typeof Problem>;
