import { z } from 'zod';
import { plainText, unprintableLetters } from '../domain/writing';

/** The small shapes that every endpoint is made of. */
export const Id = z.uuid();

/**
 * A line or paragraph of text, trimmed, at most `max` characters, of letters that
 * official papers can show. Invisible characters are dropped: a text of nothing
 * else is empty.
 */
export function text(max: number) {
  return z
    .string()
    .max(max)
    .transform((typed) => plainText(typed).trim())
    .superRefine((value, { addIssue }) => {
      const letters = unprintableLetters(value);
      if (letters.length > 0) addIssue({ code: 'custom', message: `cannot be printed: ${letters.slice(0, 5).join(' ')}` });
    });
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
