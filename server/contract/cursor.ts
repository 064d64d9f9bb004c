import { z } from 'zod';
import { Cursor, Id } from './shapes';
import { tell, told } from './told';

/** An instant in a cursor: one that a list can hold, so that nothing made up reaches the database. */
export const Moment = z.iso
  .datetime()
  .refine((text) => text >= '1900', told('Danh sách không có chỗ này.', 'Not a place in this list.'))
  .transform((text) => new Date(text));

/**
 * Reads where a page begins. A cursor is opaque to the caller and is no secret:
 * it names the last row of the page before and carries the name of its list, so
 * that one of another list, or a made-up one, is refused as input. The rows
 * after it are asked for by their order and not by their count: what closes or
 * comes in meanwhile is neither skipped nor shown twice.
 */
export function placeIn<List extends string, Place extends readonly [z.ZodType, ...z.ZodType[]]>(list: List, place: Place) {
  const shape = z.tuple([z.literal(list), ...place]);
  return Cursor.transform((text, context): z.output<typeof shape> => {
    const read = shape.safeParse(decoded(text));
    if (read.success) return read.data;
    tell(context, 'Danh sách không có chỗ này.', 'Not a place in this list.');
    return z.NEVER;
  });
}

/** Where the next page begins: after this row. */
export function writePlace(list: string, ...place: readonly (string | number | Date | null)[]): string {
  return btoa(JSON.stringify([list, ...place]))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

function decoded(text: string): unknown {
  try {
    return JSON.parse(atob(text.replaceAll('-', '+').replaceAll('_', '/')));
  } catch {
    return undefined;
  }
}

/** Where a page of a list by the instant of filing begins, newest first. */
export function filedPlace(list: string) {
  return placeIn(list, [Moment, Id]).transform(([, submittedAt, id]) => ({ submittedAt, id }));
}
