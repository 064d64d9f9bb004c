import { type z } from 'zod';

/** What a person reads where a check of a shape says no, in both languages, as options of that check. */
export function told(vi: string, en: string) {
  return { message: en, params: { vi, en } };
}

/** The same for a check that names what it has found. */
export function tell(context: z.RefinementCtx, vi: string, en: string): void {
  context.addIssue({ code: 'custom', ...told(vi, en) });
}
