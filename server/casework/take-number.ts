import { bookNumber, numberingOn } from '../domain/numbers';
import { PassedNumber } from '../domain/passed-number';
import { refuseUnless } from '../domain/refusal';
import { carryBookForward, enterInBook, findBook, lockBook } from '../store/books';
import { type Context } from './context';

/** The number that a document will have if nobody comes before: seen, not given. */
export type ForeseenNumber = { bookId: string; number: number; numberText: string; issuedOn: string };

/**
 * Looks at the next number of a book, without taking it or holding anybody up.
 * On the first day of a year the book of that year is opened as the last one was
 * (R33). Refuses `book-missing`.
 */
export async function foreseeNumber({ tx, now }: Context, { agencyId, key }: { agencyId: number; key: string }): Promise<ForeseenNumber> {
  const { year, on: issuedOn } = numberingOn(now);
  const name = { agencyId, key, year };
  const book = (await findBook(tx, name)) ?? (await carryBookForward(tx, name, issuedOn));
  refuseUnless(book && book.closedOn === null, 'book-missing');
  const number = book.lastNumber + 1;
  return { bookId: book.id, number, numberText: bookNumber(book.pattern, { number, year }), issuedOn };
}

/** Takes the next number of a book for a result, in the act that seals it on paper: the book is held until that act commits. */
export async function giveNumber(
  context: Context,
  { book, resultId }: { book: { agencyId: number; key: string }; resultId: string },
): Promise<ForeseenNumber> {
  const { bookId, issuedOn } = await foreseeNumber(context, book);
  const { pattern, year } = await lockBook(context.tx, bookId);
  const { number } = await enterInBook(context.tx, { bookId, resultId, letterId: null, issuedOn, enteredAt: context.now });
  return { bookId, number, numberText: bookNumber(pattern, { number, year }), issuedOn };
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
  if (numberingOn(now).on !== issuedOn) throw new PassedNumber();
  const entry = await enterInBook(tx, { bookId, ...document, issuedOn, enteredAt: now });
  if (entry.number !== number) throw new PassedNumber();
}
