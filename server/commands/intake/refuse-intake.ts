import { type Context } from '../../casework/context';
import { giveUpCompletion } from '../../casework/give-up-completion';
import { type Case, lockCase } from '../../casework/read-case';
import { takeStep } from '../../casework/take-step';
import { checkIntakeRefusal } from '../../domain/guards/refusing';
import { localDateOf } from '../../domain/local-time';
import { refuseUnless } from '../../domain/refusal';
import { type NationalStatus } from '../../domain/status';
import { asStaff } from '../../policies/actor';
import { maySignIntakeRefusal } from '../../policies/office';
import { post } from '../../store/outbox';
import { appendDeltas } from '../../store/statistics';
import { openTasksOf } from '../../store/tasks';

export type RefuseIntake = { dossierId: string; expectedVersion: number; reason: string; ground: string };

/**
 * Refuses a submission, with its reason and clause (R09). Who signs form 03 is
 * named by the version: where it is the clerk, this is one act; where it is the
 * head of the centre, the clerk puts it forward and the head signs by the same act.
 */
export async function refuseIntake(context: Context, { dossierId, expectedVersion, reason, ground }: RefuseIntake): Promise<void> {
  const actor = asStaff(context.actor);
  refuseUnless(reason, 'reason-missing');
  refuseUnless(ground, 'ground-missing');
  const subject = await lockCase(context, dossierId, expectedVersion);
  const detail = { reason, ground };
  const isPutForward = await putForward(context, subject, detail);
  const signer = subject.procedure.intakeRefusalSigner;
  if (isPutForward && !maySignIntakeRefusal(actor, signer)) return;
  await sign(context, subject, detail);
}

/** Leaves the intake check, or the wait for a completion that will not come, towards the refusal; false where it was put forward before. */
async function putForward(context: Context, subject: Case, detail: { reason: string; ground: string }): Promise<boolean> {
  const open = (await openTasksOf(context.tx, subject.dossier.id)).map(({ act }) => act);
  const act = (['check-submission', 'record-no-completion'] as const).find((one) => open.includes(one));
  if (!act) return false;
  const facts = act === 'check-submission' ? { facts: { intake: 'refused' as const } } : {};
  await takeStep(context, subject, { act, ...facts, change: { subStatus: 'refusing-intake' }, record: { detail } });
  return true;
}

async function sign(context: Context, subject: Case, detail: { reason: string; ground: string }): Promise<void> {
  const { dossier, procedure } = subject;
  checkIntakeRefusal({
    status: dossier.status as NationalStatus,
    reason: detail.reason,
    signerDuties: asStaff(context.actor).duties,
    versionSigner: procedure.intakeRefusalSigner,
  });
  await giveUpCompletion(context, dossier.id);
  await takeStep(context, subject, { act: 'refuse-intake', change: { subStatus: null }, record: { detail } });
  const letter = { form: 'form-03', ...detail };
  await post(context.tx, { dossierId: dossier.id, executionId: null, topic: 'letter', payload: letter }, context.now);
  const { agencyId, procedureCode, channel } = dossier;
  const onDate = localDateOf(context.now);
  await appendDeltas(context.tx, [{ onDate, agencyId, procedureCode, channel, measure: 'refused-at-intake', amount: 1 }]);
}
