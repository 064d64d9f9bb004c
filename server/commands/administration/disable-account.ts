import { type Context } from '../../casework/context';
import { returnTasksOf } from '../../casework/return-tasks';
import { judgeClosing } from '../../policies/office';
import { changeAccount, readAccount } from '../../store/accounts';
import { endAllSessionsOf } from '../../store/sessions';
import { appendSignInEvent } from '../../store/sign-in-events';
import { certificatesOf, revokeCertificate } from '../../store/certificates';
import { readStaffMember } from '../../store/staff';

/**
 * Closes the account of somebody who has left: every session ends at once, on
 * every process, open tasks go back to the pool (R45), and nothing is signed with
 * their certificate any more; past signatures stand. Nobody closes their own: the
 * office would be left without the one who could open it again.
 */
export async function disableAccount(context: Context, { staffId, reason }: { staffId: string; reason: string }): Promise<void> {
  const { tx, now, actor } = context;
  const { accountId } = await readStaffMember(tx, staffId);
  if (actor.kind === 'staff') judgeClosing(actor, staffId);
  const { disabledAt } = await readAccount(tx, accountId);
  if (disabledAt) return;
  await changeAccount(tx, accountId, { disabledAt: now, disabledReason: reason });
  await endAllSessionsOf(tx, { accountId, why: 'account-closed', at: now });
  await appendSignInEvent(tx, { at: now, accountId, kind: 'account-closed' });
  for (const { id } of await certificatesOf(tx, staffId)) await revokeCertificate(tx, { id, at: now, by: revokerOf(context), reason });
  await returnTasksOf(context, staffId);
}

function revokerOf({ actor }: Context): string | null {
  return actor.kind === 'staff' ? actor.staffId : null;
}
