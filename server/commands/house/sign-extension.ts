import { type Context } from '../../casework/context';
import { lockCase } from '../../casework/read-case';
import { takeStep } from '../../casework/take-step';
import { checkExtension } from '../../domain/guards/extension';
import { localDateOf } from '../../domain/local-time';
import { refuseUnless } from '../../domain/refusal';
import { asStaff } from '../../policies/actor';
import { findAuthority } from '../../store/authorities';
import { changeExtension, findExtensionIn } from '../../store/extensions';

export type SignExtension = { dossierId: string; expectedVersion: number };

/** The leader decides the extension; the day by which it must be decided is checked again at this moment. */
export async function signExtension(context: Context, { dossierId, expectedVersion }: SignExtension): Promise<void> {
  const { staffId } = asStaff(context.actor);
  const subject = await lockCase(context, dossierId, expectedVersion);
  const { agencyId } = subject.dossier;
  const extension = await findExtensionIn(context.tx, dossierId, 'drafted');
  refuseUnless(extension, 'step-not-open', { act: 'sign-extension' });
  const onDate = localDateOf(context.now);
  const authority = await findAuthority(context.tx, { staffId, agencyId, scope: subject.dossier.procedureCode, onDate });
  refuseUnless(authority, 'authority-missing');
  checkExtension(
    { dueAt: extension.oldDueAt, newDueOn: localDateOf(extension.newDueAt), reason: extension.reason },
    null,
    context.now,
    await context.parts.calendarOf(context.tx, agencyId),
  );
  await takeStep(context, subject, { act: 'sign-extension', record: { detail: { newDueAt: extension.newDueAt.toISOString() } } });
  await changeExtension(context.tx, extension.id, { state: 'signed', signedBy: staffId, signedAt: context.now });
}
