import { readAccount } from './accounts';
import { papersOf } from './identity-papers';
import { type AccountRow } from './models/account';
import { type IdentityPaperRow } from './models/identity-paper';
import { type OrganisationRow } from './models/organisation';
import { type PersonRow } from './models/person';
import { organisationsOf } from './organisations';
import { readPerson } from './people';
import { type Transaction } from './transaction';

/** Whoever files from an account, as the record knows them. */
export type Filer = {
  isVerified: boolean;
  account: AccountRow;
  person: PersonRow | undefined;
  papers: IdentityPaperRow[];
  /** The organisation they speak for on that day, where there is just one: of several none is guessed. */
  organisation: OrganisationRow | undefined;
};

export async function readFiler(tx: Transaction, accountId: string, onDate: string): Promise<Filer> {
  const account = await readAccount(tx, accountId);
  const isVerified = account.verifiedAt !== null;
  if (!account.personId) return { isVerified, account, person: undefined, papers: [], organisation: undefined };
  const [only, ...others] = isVerified ? await organisationsOf(tx, account.personId, onDate) : [];
  return {
    isVerified,
    account,
    person: await readPerson(tx, account.personId),
    papers: await papersOf(tx, account.personId),
    organisation: others.length === 0 ? only : undefined,
  };
}
