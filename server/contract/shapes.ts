import { z } from 'zod';
import { isPersonName } from '../domain/identity';
import { plainText, unprintableLetters } from '../domain/writing';
import { tell, told } from './told';
import { parsePhone } from '../forms/values/phone';

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
    .superRefine((value, context) => {
      const shown = unprintableLetters(value).slice(0, 5).join(' ');
      if (shown !== '')
        tell(
          context,
          `Không in được ký tự ${shown}. Xóa hoặc viết cách khác.`,
          `${shown} cannot be printed. Remove it or write it otherwise.`,
        );
    });
}

const EMPTY = told('Nhập nội dung.', 'Say something here.');

/** Text that must say something. */
export function saying(max: number) {
  return text(max).refine((value) => value.length > 0, EMPTY);
}

/** A name of a person, in letters. */
export const PersonName = saying(200).refine(isPersonName, told('Nhập họ, chữ đệm và tên bằng chữ.', 'Enter the name in letters.'));

/** A telephone number as people type it, kept as it is dialled. */
export const Phone = z
  .string()
  .max(40)
  .transform((typed, context) => {
    const phone = parsePhone(typed);
    if (phone !== undefined) return phone;
    tell(
      context,
      'Nhập số điện thoại, ví dụ 0912 345 678; số nước ngoài bắt đầu bằng dấu +.',
      'Enter a telephone number such as 0912 345 678; foreign numbers begin with +.',
    );
    return z.NEVER;
  });

/** A day in the calendar, `YYYY-MM-DD`, in the office's time zone. */
export const Day = z.iso.date().refine((day) => day >= '0001-01-01', told('Nhập ngày có thật.', 'Enter a real day.'));
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
