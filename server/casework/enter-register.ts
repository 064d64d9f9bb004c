import { localDateOf } from '../domain/local-time';
import { numberingOn } from '../domain/numbers';
import { refuseUnless } from '../domain/refusal';
import { carryBookForward, enterRegister, findBook } from '../store/books';
import { type BookRow } from '../store/models/book';
import { type Context } from './context';
import { type Case } from './read-case';

/** The place of an accepted dossier in the register. */
export type RegisterPlace = { book: string; year: number; number: number };

/**
 * Enters an accepted dossier in the register of the year: the centre's own, or
 * where it keeps none the competent body's. The number is gapless per book and
 * year (R25); the first dossier of a year opens its book as the last one was.
 * Refuses `book-missing`. It holds the book until the act ends: late in the act.
 */
export async function enterInRegister(context: Context, { dossier, procedure }: Case): Promise<RegisterPlace> {
  const { tx, now } = context;
  const name = { key: procedure.register.key, year: numberingOn(now).year };
  const book =
    (await registerOf(context, { ...name, agencyId: dossier.centreId })) ??
    (await registerOf(context, { ...name, agencyId: dossier.agencyId }));
  refuseUnless(book, 'book-missing', { book: procedure.register.name });
  const number = await enterRegister(tx, { bookId: book.id, dossierId: dossier.id, enteredAt: now });
  return { book: book.name, year: book.year, number };
}

async function registerOf({ tx, now }: Context, name: { agencyId: number; key: string; year: number }): Promise<BookRow | undefined> {
  return (await findBook(tx, name)) ?? (await carryBookForward(tx, name, localDateOf(now)));
}
