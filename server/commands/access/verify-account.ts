import { type Context } from '../../casework/context';
import { provePerson } from '../../casework/prove-person';
import { type SeenPaper } from '../../contract/access-shapes';
import { refuseUnless } from '../../domain/refusal';
import { asStaff } from '../../policies/actor';
import { judgeProving } from '../../policies/office';
import { changeAccount, readAccount } from '../../store/accounts';
import { type AccountRow } from '../../store/models/account';
import { findPeopleByNumber } from '../../store/identity-papers';
import { appendSignInEvent } from '../../store/sign-in-events';

/**
 * A clerk has the card in hand and the citizen before the counter: from now on
 * the account stands for that person, and sees what the person owns (R23).
 *
 * Refuses `not-found` for what is no open citizen's account, `already-exists`
 * where it is verified already, and `own-case` for the clerk's own kin.
 */
export async function verifyAccount(context: Context, { accountId, ...seen }: SeenPaper & { accountId: string }): Promise<AccountRow> {
  const { tx, now, actor } = context;
  const clerk = asStaff(actor);
  const account = await readAccount(tx, accountId);
  refuseUnless(account.kind === 'citizen' && !account.disabledAt, 'not-found');
  refuseUnless(!account.verifiedAt, 'already-exists', {
    what: { vi: 'xác thực của tài khoản này', en: 'The verification of this account' },
  });
  const { fullName, bornOn, ...paper } = seen;
  const by = `staff:${clerk.staffId}`;
  const person = await provePerson(context, { paper, fullName, bornOn, by, claimedPersonId: account.personId });
  const bearers = await findPeopleByNumber(tx, paper.number);
  judgeProving(clerk, [person.id, ...bearers.map(({ id }) => id)]);
  await appendSignInEvent(tx, { at: now, accountId, kind: 'verified', facts: { by, paper: paper.kind } });
  return changeAccount(tx, accountId, { personId: person.id, verifiedAt: now, verifiedBy: by, displayName: fullName });
}
