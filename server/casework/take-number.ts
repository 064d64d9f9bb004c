import { bookNumber } from '../domain/numbers';
import { localDateOf } from '../domain/local-time';
import { PassedNumber } from '../domain/passed-number';
import { yearOf } from '../domain/plain-date';
import { refuseUnless } from '../domain/refusal';
import { carryBookForward, enterInBook, findBook } from '../store/books';
import { type Context } from './context';

/** The number that a document will have if nobody comes before: seen, not given. */
export type ForeseenNumber = { bookId: string; number: number; numberText: string; issuedOn: string };

/**
 * Looks at the next number of a book, without taking it or holding anybody up.
 * On the first day of a year the book of that year is opened as the last one was
 * (R33). Refuses `book-missing`.
 */
export async function foreseeNumber({ tx, now }: Context, { agencyId, key }: { agencyId: number; key: string }): Promise<ForeseenNumber> {
  const issuedOn = localDateOf(now);
  const name = { agencyId, key, year: yearOf(issuedOn) };
  const book = (await findBook(tx, name)) ?? (await carryBookForward(tx, name, issuedOn));
  refuseUnless(book && book.closedOn === null, 'book-missing');
  const number = book.lastNumber + 1;
  return { bookId: book.id, number, numberText: bookNumber(book.pattern, { number, year: book.year }), issuedOn };
}

/**
 * Gives the foreseen number in the act that records the document. The book is
 * held until that act commits; where somebody was faster, or midnight has
 * passed, PassedNumber is thrown and the act leaves no trace: so no number is
 * ever missing, and none is given to a document that does not bear it.
 */
export async function takeNumber(
  { tx, now }: Context,
  { bookId, number, issuedOn }: ForeseenNumber,
  document: { resultId: string | null; letterId: string | null },
): Promise<void> {
  if (localDateOf(now) !== issuedOn) throw new PassedNumber();
  const entry = await enterInBook(tx, { bookId, ...document, issuedOn, enteredAt: now });
  if (entry.number !== number) throw new PassedNumber();
}
