import { type IdentityPaperName, isSameName } from '../domain/identity';
import { type NamedPerson } from '../domain/named-people';
import { findPersonByPaper, insertPaper } from '../store/identity-papers';
import { insertPerson } from '../store/people';
import { type Context } from './context';

/**
 * The person on record whom this name and this proved number mean; otherwise a
 * new entry, its number as it was typed. Answers the person's id.
 */
export async function enterPerson(
  { tx, now }: Pick<Context, 'tx' | 'now'>,
  { fullName, bornOn, bornText, sex, paper }: NamedPerson,
): Promise<string> {
  const known = paper && (await findPersonByPaper(tx, paper));
  if (known && isSameName(known.fullName, fullName)) return known.id;
  const person = await insertPerson(tx, { fullName, bornOn, bornText, sex, createdAt: now });
  if (paper) await insertPaper(tx, { personId: person.id, ...typed(paper), createdAt: now });
  return person.id;
}

function typed({ kind, number, country }: IdentityPaperName): IdentityPaperName {
  return { kind, number, country };
}
