import { type Context } from '../../casework/context';
import { openStep } from '../../casework/open-step';
import { lockCase } from '../../casework/read-case';
import { recordAct } from '../../casework/record-act';
import { takeStep } from '../../casework/take-step';
import { checkWithdrawalConsent } from '../../domain/guards/withdrawal';
import { refuseUnless } from '../../domain/refusal';
import { type NationalStatus } from '../../domain/status';
import { asStaff } from '../../policies/actor';
import { endPause } from '../../store/pauses';
import { voidUnsealedResults } from '../../store/results';
import { changeWithdrawal, findNumberedAt, findOpenWithdrawal } from '../../store/withdrawals';

export type DecideWithdrawal = { dossierId: string; expectedVersion: number; isConsented: boolean; note: string };

/**
 * The approving official consents: the diagram's message goes out, drafts not yet
 * sealed are void, the clock ends. First commit wins; after numbering it is
 * refused with the reason (E20).
 */
export async function decideWithdrawal(
  context: Context,
  { dossierId, expectedVersion, isConsented, note }: DecideWithdrawal,
): Promise<void> {
  const { staffId } = asStaff(context.actor);
  refuseUnless(isConsented || note, 'reason-missing');
  const subject = await lockCase(context, dossierId, expectedVersion);
  await openStep(context, subject.dossier, 'consent-to-withdrawal');
  const withdrawal = await findOpenWithdrawal(context.tx, dossierId);
  checkWithdrawalConsent({
    status: subject.dossier.status as NationalStatus,
    numberedAt: await findNumberedAt(context.tx, dossierId),
    hasOpenRequest: withdrawal !== undefined,
  });
  refuseUnless(withdrawal, 'step-not-open', { act: 'consent-to-withdrawal' });
  const detail = { isConsented, ...(note ? { note } : {}) };
  await changeWithdrawal(context.tx, withdrawal.id, {
    state: isConsented ? 'consented' : 'refused',
    decidedBy: staffId,
    decidedAt: context.now,
    decisionNote: note || null,
  });
  if (!isConsented) {
    await recordAct(context, subject.dossier, { act: 'refuse-withdrawal', facts: { detail } });
    return;
  }
  const pause = await endPause(context.tx, dossierId, context.now);
  await takeStep(context, subject, {
    act: 'consent-to-withdrawal',
    record: { ...(pause ? { pauseClosed: { at: context.now.toISOString() } } : {}), detail },
  });
  await voidUnsealedResults(context.tx, dossierId, { at: context.now, by: staffId, reason: 'rút hồ sơ' });
}
