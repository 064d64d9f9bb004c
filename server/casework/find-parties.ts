import { type NamedOrganisation, type NamedOwner, type NamedSubmitter } from '../domain/named-people';
import { changeAccount } from '../store/accounts';
import { type Filer } from '../store/filers';
import { type DossierRow } from '../store/models/dossier';
import { enterOrganisation, insertOrganisation } from '../store/organisations';
import { insertPerson } from '../store/people';
import { type Context } from './context';
import { enterPerson } from './enter-person';

/** Who files and whose the result is, as a dossier keeps it. */
export type Parties = Pick<
  DossierRow,
  'submitterPersonId' | 'submitterName' | 'ownerPersonId' | 'ownerOrganisationId' | 'ownerName' | 'ownerNumber' | 'ownerPhone'
>;

/**
 * Finds or enters the people of a new dossier. Results belong to the owner, not to
 * whoever hands in. A number that was typed gives no right (R23): an owner is
 * taken for somebody known only where the number is proved and the name is the
 * same; otherwise a new entry is made. The two are joined when the number is proved
 * at the counter or by the gateway, never by name alone (E12).
 */
export async function findParties(
  context: Context,
  filer: Filer,
  named: { submitter: NamedSubmitter; owner: NamedOwner },
): Promise<Parties> {
  const submitterPersonId = await submitterOf(context, filer);
  const submitterName = named.submitter.fullName ?? filer.account.displayName;
  const submitter = { submitterPersonId, submitterName };
  const phone = named.submitter.phone ?? filer.account.phone;
  switch (named.owner.kind) {
    case 'submitter': {
      const ownerNumber = named.submitter.paper?.number ?? filer.papers[0]?.number ?? null;
      return { ...submitter, ...nobody, ownerPersonId: submitterPersonId, ownerName: submitterName, ownerNumber, ownerPhone: phone };
    }
    case 'person': {
      const { fullName, paper } = named.owner;
      const ownerPersonId = await enterPerson(context, named.owner);
      return { ...submitter, ...nobody, ownerPersonId, ownerName: fullName, ownerNumber: paper?.number ?? null, ownerPhone: null };
    }
    case 'organisation': {
      const { name, taxCode } = named.owner;
      const ownerOrganisationId = await organisationOf(context, named.owner);
      return { ...submitter, ...nobody, ownerOrganisationId, ownerName: name, ownerNumber: taxCode, ownerPhone: phone };
    }
  }
}

const nobody = { ownerPersonId: null, ownerOrganisationId: null };

/** The person of the account. Where it has none yet (an identity without a number), it gets one now and keeps it. */
async function submitterOf({ tx, now }: Context, { account }: Filer): Promise<string> {
  if (account.personId) return account.personId;
  const { displayName, phone, email } = account;
  const person = await insertPerson(tx, { fullName: displayName, phone, email, createdAt: now });
  await changeAccount(tx, account.id, { personId: person.id });
  return person.id;
}

/** A tax code is public and names one organisation; what may be done in its name is for its representatives (E15). */
async function organisationOf({ tx, now }: Context, { name, taxCode }: NamedOrganisation): Promise<string> {
  const organisation =
    taxCode === null
      ? await insertOrganisation(tx, { name, createdAt: now })
      : await enterOrganisation(tx, { name, taxCode, createdAt: now });
  return organisation.id;
}
