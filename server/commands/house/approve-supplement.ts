import { type Context } from '../../casework/context';
import { lockCase } from '../../casework/read-case';
import { takeStep } from '../../casework/take-step';
import { refuseUnless } from '../../domain/refusal';
import { asStaff } from '../../policies/actor';
import { changeSupplement, findLastSupplement } from '../../store/supplements';

export type ApproveSupplement = { dossierId: string; expectedVersion: number; isApproved: boolean; note: string };

/** The person the version names approves the request, or gives it back with a reason; never the one who drafted it. */
export async function approveSupplement(
  context: Context,
  { dossierId, expectedVersion, isApproved, note }: ApproveSupplement,
): Promise<void> {
  const { staffId } = asStaff(context.actor);
  refuseUnless(isApproved || note, 'reason-missing');
  const subject = await lockCase(context, dossierId, expectedVersion);
  const supplement = await findLastSupplement(context.tx, dossierId, 'appraisal');
  refuseUnless(supplement?.state === 'proposed', 'supplement-not-open');
  refuseUnless(supplement.proposedBy !== staffId, 'forbidden-pair', { first: 'đề xuất bổ sung', second: 'duyệt bổ sung' });
  await takeStep(context, subject, {
    act: 'approve-supplement',
    facts: { supplementApproved: isApproved },
    record: { detail: { isApproved, ...(note ? { note } : {}) } },
  });
  await changeSupplement(context.tx, supplement.id, {
    state: isApproved ? 'approved' : 'returned',
    approvedBy: staffId,
    approvedAt: context.now,
  });
}
