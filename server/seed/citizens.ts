import { type Context } from '../casework/context';
import { registerCitizen } from '../commands/access/register-citizen';
import { verifyAccount } from '../commands/access/verify-account';
import { DEMONSTRATION_CITIZEN_ACCOUNTS } from './accounts';
import { on } from './moment';
import { REFORM_DAY } from './province';
import { type SeededCitizen, type SeededOffice, staffActor } from './seeded-actors';

/** A person as the identity stand-in knows them. */
export type KnownCitizen = { subject: string; citizenNumber: string; name: string; dateOfBirth: string; phone: string; email: string };

const CLERK = 'thanhsen.motcua';

/**
 * Opens the citizens' password accounts; a clerk sees their cards at the counter.
 * The identity stand-in proves the same people, so that both ways in lead to the
 * same papers.
 */
export async function seedCitizens(
  context: Context,
  citizens: readonly KnownCitizen[],
  { passwordHash, office }: { passwordHash: string; office: SeededOffice },
): Promise<Map<string, SeededCitizen>> {
  const then = on(context, REFORM_DAY);
  const atCounter: Context = { ...then, actor: staffActor(office, CLERK) };
  const verified = new Map<string, SeededCitizen>();
  for (const { userName, subject, isVerified } of DEMONSTRATION_CITIZEN_ACCOUNTS) {
    const citizen = citizens.find((one) => one.subject === subject);
    if (!citizen) throw new Error(`the identity stand-in knows no ${subject}`);
    const { name: fullName, citizenNumber, phone, email, dateOfBirth } = citizen;
    const { accountId } = await registerCitizen(then, { userName, passwordHash, fullName, citizenNumber, phone, email, addressPrefix: '' });
    if (!isVerified) continue;
    const card = { kind: 'citizen-number', number: citizenNumber, country: 'VN', issuedOn: null, issuedBy: null } as const;
    const { personId } = await verifyAccount(atCounter, { accountId, ...card, fullName, bornOn: dateOfBirth });
    verified.set(userName, { accountId, personId: personId!, name: fullName });
  }
  return verified;
}
