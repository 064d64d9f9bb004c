import { type Context } from '../../casework/context';
import { reckonDue } from '../../casework/reckon-due';
import { lockCase } from '../../casework/read-case';
import { takeStep } from '../../casework/take-step';
import { refuseUnless } from '../../domain/refusal';
import { changeExtension, findExtensionIn } from '../../store/extensions';
import { post } from '../../store/outbox';

export type DeliverExtension = { dossierId: string; expectedVersion: number };

/**
 * The centre tells the applicant, and the date in the system changes with the
 * letter, not before. Where the old date has passed meanwhile the extension has
 * lapsed: the dossier is overdue and stays so, and an apology is what remains (R07).
 */
export async function deliverExtension(context: Context, { dossierId, expectedVersion }: DeliverExtension): Promise<void> {
  const subject = await lockCase(context, dossierId, expectedVersion);
  const extension = await findExtensionIn(context.tx, dossierId, 'signed');
  refuseUnless(extension, 'step-not-open', { act: 'deliver-extension' });
  const { dueAt: oldDueAt } = subject.dossier;
  if (oldDueAt && context.now > oldDueAt) {
    await changeExtension(context.tx, extension.id, { state: 'dropped' });
    await takeStep(context, subject, { act: 'deliver-extension', record: { detail: { outcome: 'lapsed' } } });
    return;
  }
  await changeExtension(context.tx, extension.id, { state: 'delivered', deliveredAt: context.now });
  const { dueAt } = await reckonDue(context, subject);
  await takeStep(context, subject, { act: 'deliver-extension', change: { dueAt }, record: { detail: { reason: extension.reason } } });
  const letter = { form: 'form-04', extensionId: extension.id };
  await post(context.tx, { dossierId, executionId: null, topic: 'letter', payload: letter }, context.now);
}
