import { type Context } from '../../casework/context';
import { lockCase } from '../../casework/read-case';
import { actorColumns, recordAct } from '../../casework/record-act';
import { checkWithdrawal } from '../../domain/guards/withdrawal';
import { refuseUnless } from '../../domain/refusal';
import { type NationalStatus } from '../../domain/status';
import { judgeHandling } from '../../policies/tasks';
import { openTasksOf } from '../../store/tasks';
import { findNumberedAt, findOpenWithdrawal, insertWithdrawal } from '../../store/withdrawals';

export type AskWithdrawal = { dossierId: string; expectedVersion: number; reason: string };

/** Withdrawal is a request, open until a number is given; the approving official consents or not (R31). */
export async function askWithdrawal(context: Context, { dossierId, expectedVersion, reason }: AskWithdrawal): Promise<void> {
  const { dossier } = await lockCase(context, dossierId, expectedVersion);
  if (context.actor.kind === 'staff') judgeHandling(context.actor, dossier);
  const open = await openTasksOf(context.tx, dossierId);
  refuseUnless(
    open.some(({ act }) => act === 'consent-to-withdrawal'),
    'step-not-open',
    { act: 'ask-withdrawal' },
  );
  checkWithdrawal({
    status: dossier.status as NationalStatus,
    numberedAt: await findNumberedAt(context.tx, dossierId),
    hasOpenRequest: (await findOpenWithdrawal(context.tx, dossierId)) !== undefined,
  });
  await insertWithdrawal(context.tx, {
    dossierId,
    reason,
    askedBy: actorColumns(context.actor).actorName,
    askedAt: context.now,
    state: 'asked',
  });
  await recordAct(context, dossier, { act: 'ask-withdrawal', facts: { detail: { reason } } });
}
