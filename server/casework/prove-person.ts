import { findPersonByPaper, insertPaper, papersOf, provePaper } from '../store/identity-papers';
import { type IdentityPaperRow } from '../store/models/identity-paper';
import { type PersonRow } from '../store/models/person';
import { changePerson, insertPerson } from '../store/people';
import { type Context } from './context';

export type ProvedPaper = {
  paper: Pick<IdentityPaperRow, 'kind' | 'country' | 'number'> & { issuedOn?: string | null; issuedBy?: string | null };
  fullName: string;
  bornOn: string | null;
  /** Who has seen or confirmed it: `staff:<id>` or `identity:<issuer>`. */
  by: string;
  /** The person whom the account claimed to be until now. */
  claimedPersonId: string | null;
};

/**
 * The person whom this paper proves: one who was proved before, or the claimed
 * one, or a new one. Where the paper is already somebody's, the claimed entry
 * turns out to be the same person and is merged into the proved one.
 */
export async function provePerson({ tx, now }: Pick<Context, 'tx' | 'now'>, proved: ProvedPaper): Promise<PersonRow> {
  const { paper, fullName, bornOn, by, claimedPersonId } = proved;
  const known = await findPersonByPaper(tx, paper);
  if (known) {
    if (claimedPersonId && claimedPersonId !== known.id) await changePerson(tx, claimedPersonId, { mergedIntoId: known.id });
    return known;
  }
  const person = claimedPersonId
    ? await changePerson(tx, claimedPersonId, bornOn ? { fullName, bornOn } : { fullName })
    : await insertPerson(tx, { fullName, bornOn, createdAt: now });
  const typed = (await papersOf(tx, person.id)).find((one) => one.kind === paper.kind && one.number === paper.number);
  if (typed) await provePaper(tx, { id: typed.id, at: now, by });
  else await insertPaper(tx, { personId: person.id, ...paper, provedAt: now, provedBy: by, createdAt: now });
  return person;
}
