import { type Context } from '../../casework/context';
import { type BookDescription } from '../../domain/procedure';
import { Refusal } from '../../domain/refusal';
import { findAgencyByCode } from '../../store/agencies';
import { findBook, openBook as open } from '../../store/books';

export type OpenBook = {
  agencyCode: string;
  kind: 'register' | 'result' | 'letter';
  book: BookDescription;
  year: number;
  openedOn: string;
};

/** Opens a book of an agency for a year; one that is open already stays as it is. */
export async function openBook({ tx }: Context, { agencyCode, kind, book, year, openedOn }: OpenBook): Promise<void> {
  const agency = await findAgencyByCode(tx, agencyCode);
  if (!agency) throw new Refusal('not-found');
  if (await findBook(tx, { agencyId: agency.id, key: book.key, year })) return;
  await open(tx, {
    agencyId: agency.id,
    key: book.key,
    kind,
    name: book.name,
    year,
    pattern: book.pattern,
    keeperDuty: book.keeper,
    openedOn,
    closedOn: null,
  });
}
