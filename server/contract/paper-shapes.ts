import { z } from 'zod';

/** The key of a paper in its procedure. */
export const PaperKey = z
  .string()
  .max(100)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);

const count = z.int().min(0).max(100);

/** Papers that were brought to the counter for a request, as the clerk counts them. */
export const PaperBrought = z.strictObject({ componentKey: PaperKey, originals: count, certifiedCopies: count, photocopies: count });
