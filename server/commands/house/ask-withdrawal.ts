import { type Context } from '../../casework/context';
import { lockCase } from '../../casework/read-case';
import { actorColumns, recordAct } from '../../casework/record-act';
import { refuseUnless } from '../../domain/refusal';
import { judgeReading } from '../../policies/reading';
import { openTasksOf } from '../../store/tasks';
import { findOpenWithdrawal, insertWithdrawal, isNumberGiven } from '../../store/withdrawals';

export type AskWithdrawal = { dossierId: string; expectedVersion: number; reason: string };

/** Withdrawal is a request, open until a number is given; the approving official consents or not (R31). */
export async function askWithdrawal(context: Context, { dossierId, expectedVersion, reason }: AskWithdrawal): Promise<void> {
  const { dossier } = await lockCase(context, dossierId, expectedVersion);
  judgeReading(context.actor, dossier);
  const open = await openTasksOf(context.tx, dossierId);
  refuseUnless(
    open.some(({ act }) => act === 'consent-to-withdrawal'),
    'step-not-open',
    { act: 'ask-withdrawal' },
  );
  refuseUnless(!(await findOpenWithdrawal(context.tx, dossierId)), 'withdrawal-open');
  refuseUnless(!(await isNumberGiven(context.tx, dossierId)), 'withdrawal-too-late');
  await insertWithdrawal(context.tx, {
    dossierId,
    reason,
    askedBy: actorColumns(context.actor).actorName,
    askedAt: context.now,
    state: 'asked',
  });
  await recordAct(context, dossier, { act: 'ask-withdrawal', facts: { detail: { reason } } });
}
