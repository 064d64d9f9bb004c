import { z } from 'zod';
import { saying } from './shapes';

/** The key of a paper in its procedure. */
export const PaperKey = z
  .string()
  .max(100)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);

const count = z.int().min(0).max(100);

/** Papers that were brought to the counter for a request, as the clerk counts them. */
export const PaperBrought = z.strictObject({ componentKey: PaperKey, originals: count, certifiedCopies: count, photocopies: count });

/** A file as it is announced: its size in bytes and SHA-256 are held against what arrives. */
export const AnnouncedBytes = z.strictObject({
  name: saying(255),
  size: z.int().min(0).max(1_073_741_824),
  sha256: z
    .string()
    .regex(/^[0-9a-fA-F]{64}$/)
    .transform((hash) => hash.toLowerCase()),
});
