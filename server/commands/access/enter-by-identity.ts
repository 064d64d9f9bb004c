import { type Context } from '../../casework/context';
import { provePerson } from '../../casework/prove-person';
import { refuseUnless } from '../../domain/refusal';
import { ASSURED_LEVEL, SESSION_MS } from '../../policies/entrance';
import { changeAccount, findAccountByIdentity, insertAccount, noteSignIn } from '../../store/accounts';
import { type AccountRow } from '../../store/models/account';
import { createSession } from '../../store/sessions';
import { appendSignInEvent } from '../../store/sign-in-events';

/** Whom an identity gateway has confirmed; the person there is (`issuer`, `subject`), never the number or the telephone. */
export type ConfirmedIdentity = {
  issuer: string;
  subject: string;
  name: string;
  citizenNumber?: string;
  dateOfBirth?: string;
  phone?: string;
  email?: string;
  assurance: number;
};

type Entry = { identity: ConfirmedIdentity; sessionId: string; refreshHash: string; addressPrefix: string; device: string | null };

/**
 * Signs in a citizen whom the identity gateway has confirmed, with a new account
 * at the first time. An assured level proves the person by the citizen number
 * that the gateway vouches for; a lower one leaves the account unverified (R23).
 */
export async function enterByIdentity(context: Context, entry: Entry): Promise<{ accountId: string }> {
  const { tx, now } = context;
  const { identity, sessionId, refreshHash, addressPrefix, device } = entry;
  const known = (await findAccountByIdentity(tx, identity)) ?? (await openAccount(context, identity));
  refuseUnless(!known.disabledAt, 'sign-in-failed');
  const account = await proved(context, known, identity);
  const assurance = `identity:${identity.assurance}`;
  await createSession(tx, {
    id: sessionId,
    accountId: account.id,
    postId: null,
    refreshHash,
    rotatedAt: now,
    assurance,
    addressPrefix,
    device,
    createdAt: now,
    lastSeenAt: now,
    expiresAt: new Date(now.getTime() + SESSION_MS),
  });
  await noteSignIn(tx, account.id, now);
  await appendSignInEvent(tx, { at: now, accountId: account.id, kind: 'signed-in', addressPrefix, facts: { assurance } });
  return { accountId: account.id };
}

async function openAccount({ tx, now }: Context, { issuer, subject, name, phone, email }: ConfirmedIdentity): Promise<AccountRow> {
  return insertAccount(tx, {
    kind: 'citizen',
    displayName: name,
    identityIssuer: issuer,
    identitySubject: subject,
    phone: phone ?? null,
    email: email ?? null,
    createdAt: now,
  });
}

async function proved(context: Context, account: AccountRow, identity: ConfirmedIdentity): Promise<AccountRow> {
  const { issuer, name, citizenNumber, dateOfBirth, assurance } = identity;
  if (account.verifiedAt || assurance < ASSURED_LEVEL || !citizenNumber) return account;
  const { tx, now } = context;
  const by = `identity:${issuer}`;
  const person = await provePerson(context, {
    paper: { kind: 'citizen-number', country: 'VN', number: citizenNumber },
    fullName: name,
    bornOn: dateOfBirth ?? null,
    by,
    claimedPersonId: account.personId,
  });
  await appendSignInEvent(tx, { at: now, accountId: account.id, kind: 'verified', facts: { by } });
  return changeAccount(tx, account.id, { personId: person.id, verifiedAt: now, verifiedBy: by });
}
