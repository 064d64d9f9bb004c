import { z } from 'zod';

/**
 * The small shapes that every endpoint is made of. Text is NFC, without NUL,
 * lone surrogates or control characters: PostgreSQL cannot store the first two,
 * and nobody types the third.
 */
export const Id = z.uuid();

const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** A line or paragraph of text, trimmed, at most `max` characters. */
export function text(max: number) {
  return z
    .string()
    .max(max)
    .refine((value) => !FORBIDDEN.test(value), { message: 'control characters' })
    .transform((value) => value.normalize('NFC').trim());
}

/** Text that must say something. */
export function saying(max: number) {
  return text(max).refine((value) => value.length > 0, { message: 'empty' });
}

/** A day in the calendar, `YYYY-MM-DD`, in the office's time zone. */
export const Day = z.iso.date().refine((day) => day >= '0001-01-01', { message: 'no such year' });
/** An instant, ISO 8601 in UTC. */
export const Instant = z.iso.datetime();
/** Whole dong. */
export const Dong = z.int().min(0).max(1_000_000_000_000);
/** The version of the dossier or draft that the actor was looking at. */
export const ExpectedVersion = z.int().min(1).max(1_000_000);
/** The state of a national code, 1 to 10. */
export const NationalStatus = z.int().min(1).max(10);
/** Where the next page of a list begins; opaque to the caller. */
export const Cursor = z
  .string()
  .max(300)
  .regex(/^[A-Za-z0-9_-]+$/);
export const PageSize = z.coerce.number().int().min(1).max(100).default(50);

export const DossierParams = z.strictObject({ dossierId: Id });
