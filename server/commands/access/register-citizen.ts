import { type Context } from '../../casework/context';
import { refuseUnless } from '../../domain/refusal';
import { findAccountByUserName, insertAccount } from '../../store/accounts';
import { insertPaper } from '../../store/identity-papers';
import { insertPerson } from '../../store/people';
import { appendSignInEvent } from '../../store/sign-in-events';

type Registration = {
  userName: string;
  passwordHash: string;
  fullName: string;
  citizenNumber?: string | undefined;
  phone?: string | undefined;
  email?: string | undefined;
  addressPrefix: string;
};

/**
 * Opens a citizen's account with a password. It is nobody's yet: the number is
 * only what somebody typed, it is not compared with anybody's, and it shows
 * nothing but what this account files itself (R23). Refuses `already-exists` for
 * a user name that is taken.
 */
export async function registerCitizen({ tx, now }: Context, registration: Registration): Promise<{ accountId: string }> {
  const { userName, passwordHash, fullName, citizenNumber, phone = null, email = null, addressPrefix } = registration;
  refuseUnless(!(await findAccountByUserName(tx, userName)), 'already-exists', {
    what: { vi: `tên đăng nhập ${userName}`, en: `The user name ${userName}` },
  });
  const person = await insertPerson(tx, { fullName, phone, email, createdAt: now });
  if (citizenNumber) await insertPaper(tx, { personId: person.id, kind: 'citizen-number', number: citizenNumber, createdAt: now });
  const account = await insertAccount(tx, {
    kind: 'citizen',
    userName,
    passwordHash,
    passwordChangedAt: now,
    displayName: fullName,
    personId: person.id,
    phone,
    email,
    createdAt: now,
  });
  await appendSignInEvent(tx, { at: now, accountId: account.id, kind: 'registered', addressPrefix });
  return { accountId: account.id };
}
