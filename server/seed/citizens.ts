import { type Context } from '../casework/context';
import { registerCitizen } from '../commands/access/register-citizen';
import { verifyAccount } from '../commands/access/verify-account';
import { DEMONSTRATION_CITIZEN_ACCOUNTS, DEMONSTRATION_STAFF } from './accounts';
import { on } from './moment';
import { REFORM_DAY } from './province';
import { type SeededPost } from './staff';

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
  { passwordHash, clerk, centreId }: { passwordHash: string; clerk: SeededPost; centreId: number },
): Promise<void> {
  const then = on(context, REFORM_DAY);
  const atCounter: Context = { ...then, actor: clerkActor(clerk, centreId) };
  for (const { userName, subject, isVerified } of DEMONSTRATION_CITIZEN_ACCOUNTS) {
    const citizen = citizens.find((one) => one.subject === subject);
    if (!citizen) throw new Error(`the identity stand-in knows no ${subject}`);
    const { name: fullName, citizenNumber, phone, email, dateOfBirth } = citizen;
    const { accountId } = await registerCitizen(then, { userName, passwordHash, fullName, citizenNumber, phone, email, addressPrefix: '' });
    if (!isVerified) continue;
    const card = { kind: 'citizen-number', number: citizenNumber, country: 'VN', issuedOn: null, issuedBy: null } as const;
    await verifyAccount(atCounter, { accountId, ...card, fullName, bornOn: dateOfBirth });
  }
}

function clerkActor({ staffId, postId }: SeededPost, agencyId: number): Context['actor'] {
  const { fullName, title, duties } = DEMONSTRATION_STAFF.find(({ userName }) => userName === CLERK)!;
  return {
    kind: 'staff',
    accountId: '',
    sessionId: '',
    staffId,
    closePersonIds: [],
    personId: null,
    name: fullName,
    postId,
    postTitle: title,
    agencyId,
    actsFor: [agencyId],
    isProvinceWide: false,
    duties,
    hasSecondFactor: false,
  };
}
