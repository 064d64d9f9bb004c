import { z } from 'zod';
import { told } from './told';

const UNREADABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
const DEEPEST = 8;

/**
 * Answers as a page or a program sends them. The form judges what they mean; here
 * only what no database could keep is refused: text with NUL, control characters or
 * halves of letters, and nesting that no form has.
 */
export const FormAnswers = z.record(z.string().max(100), z.unknown()).superRefine((answers, context) => {
  const bad = badPlace(answers, [], 0);
  if (bad) context.addIssue({ code: 'custom', path: bad, ...told('Câu trả lời này không đọc được.', 'This answer cannot be read.') });
});

function badPlace(value: unknown, path: (string | number)[], depth: number): (string | number)[] | undefined {
  if (depth > DEEPEST) return path;
  if (typeof value === 'string') return UNREADABLE.test(value) ? path : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, inner] of Object.entries(value)) {
    if (UNREADABLE.test(key)) return path;
    const bad = badPlace(inner, [...path, key], depth + 1);
    if (bad) return bad;
  }
  return undefined;
}
