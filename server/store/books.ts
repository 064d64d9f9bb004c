import { type CreationAttributes, type Transaction } from 'sequelize';
import { refuseUnless } from '../domain/refusal';
import { Book, type BookRow } from './models/book';
import { BookEntry, type BookEntryRow } from './models/book-entry';
import { columns, insertRecord } from './records';
import { execute, row, rows } from './rows';

export interface BookName {
  readonly agencyId: number;
  readonly key: string;
  readonly year: number;
}

/** Opens a book of an agency for a year; its first number is 1. */
export async function openBook(tx: Transaction, values: CreationAttributes<Book>): Promise<BookRow> {
  const taken = await findBook(tx, values);
  refuseUnless(!taken, 'already-exists', { what: values.name });
  return insertRecord(tx, Book, values);
}

/** Opens the book of the new year as the latest one before it was; a book that is open already is left as it is. */
export async function carryBookForward(tx: Transaction, { agencyId, key, year }: BookName, openedOn: string): Promise<BookRow | undefined> {
  await execute(
    tx,
    `insert into books (agency_id, key, kind, name, year, pattern, keeper_duty, opened_on)
     select agency_id, key, kind, name, $3::integer, pattern, keeper_duty, $4::date from books
     where agency_id = $1 and key = $2 and year < $3::integer order by year desc limit 1
     on conflict (agency_id, key, year) do nothing`,
    [agencyId, key, year, openedOn],
  );
  return findBook(tx, { agencyId, key, year });
}

export async function findBook(tx: Transaction, { agencyId, key, year }: BookName): Promise<BookRow | undefined> {
  return row<BookRow>(tx, `select ${columns(Book)} from books where agency_id = $1 and key = $2 and year = $3`, [agencyId, key, year]);
}

/** The book, held until the act ends: nobody else takes a number from it meanwhile. */
export async function lockBook(tx: Transaction, id: string): Promise<BookRow> {
  const book = await row<BookRow>(tx, `select ${columns(Book)} from books where id = $1 for update`, [id]);
  refuseUnless(book, 'not-found');
  return book;
}

/**
 * Takes the next number of an open book; a closed one gives none. The act that takes it holds the book
 * until it commits; if it fails the number was never given, so none is missing.
 */
export async function nextNumber(tx: Transaction, bookId: string): Promise<number> {
  const taken = await row<{ number: number }>(
    tx,
    'update books set last_number = last_number + 1 where id = $1 and closed_on is null returning last_number as number',
    [bookId],
  );
  refuseUnless(taken, 'book-missing');
  return taken.number;
}

/** Enters an accepted dossier in the register and answers its number, gapless per book and year. */
export async function enterRegister(
  tx: Transaction,
  { bookId, dossierId, enteredAt }: { bookId: string; dossierId: string; enteredAt: Date },
): Promise<number> {
  const number = await nextNumber(tx, bookId);
  await execute(tx, 'insert into register_entries (book_id, number, dossier_id, entered_at) values ($1, $2, $3, $4)', [
    bookId,
    number,
    dossierId,
    enteredAt,
  ]);
  return number;
}

/** The register number of a dossier, with its book. */
export async function findRegisterEntry(tx: Transaction, dossierId: string): Promise<(BookRow & { number: number }) | undefined> {
  return row(
    tx,
    `select ${columns(Book, 'b')}, r.number from register_entries r join books b on b.id = r.book_id where r.dossier_id = $1`,
    [dossierId],
  );
}

/** Gives a result or a letter its number in a book. */
export async function enterInBook(
  tx: Transaction,
  entry: Pick<BookEntryRow, 'bookId' | 'resultId' | 'letterId' | 'issuedOn' | 'enteredAt'>,
): Promise<BookEntryRow> {
  return insertRecord(tx, BookEntry, { ...entry, number: await nextNumber(tx, entry.bookId) });
}

/** Marks a number as cancelled. It stays in the book and is not given again (NĐ 30/2020). */
export async function cancelBookEntry(
  tx: Transaction,
  { bookId, number, at, reason }: { bookId: string; number: number; at: Date; reason: string },
): Promise<void> {
  const touched = await execute(
    tx,
    'update book_entries set cancelled_at = $3, cancel_reason = $4 where book_id = $1 and number = $2 and cancelled_at is null',
    [bookId, number, at, reason],
  );
  refuseUnless(touched === 1, 'not-found');
}

/** A page of a book, in the order of its numbers, after the given one. */
export async function bookEntriesOf(
  tx: Transaction,
  { bookId, afterNumber, limit }: { bookId: string; afterNumber: number; limit: number },
): Promise<BookEntryRow[]> {
  return rows<BookEntryRow>(
    tx,
    `select ${columns(BookEntry)} from book_entries where book_id = $1 and number > $2 order by number limit $3`,
    [bookId, afterNumber, limit],
  );
}
