import { localDateOf } from '../domain/local-time';
import { refuseUnless } from '../domain/refusal';
import { staffWithDuty } from '../store/staff';
import { type Context } from './context';

/**
 * What goes beyond the rule at the centre is approved by its head, never by
 * whoever does it. Refuses `approver-needed`; answers the approver's name.
 */
export async function judgeApprover(
  context: Context,
  { approverId, centreId, doneBy }: { approverId: string | null; centreId: number; doneBy: string },
): Promise<string> {
  const heads = await staffWithDuty(context.tx, { agencyId: centreId, duty: 'centre-head', onDate: localDateOf(context.now) });
  const approver = heads.find(({ id }) => id === approverId);
  refuseUnless(approver && approver.id !== doneBy, 'approver-needed');
  return approver.fullName;
}
