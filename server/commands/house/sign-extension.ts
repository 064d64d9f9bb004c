import { type Context } from '../../casework/context';
import { lockCase } from '../../casework/read-case';
import { takeStep } from '../../casework/take-step';
import { localDateOf } from '../../domain/local-time';
import { refuseUnless } from '../../domain/refusal';
import { previousWorkingDay } from '../../domain/working-calendar';
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
  const calendar = await context.parts.calendarOf(context.tx, agencyId);
  refuseUnless(onDate <= previousWorkingDay(localDateOf(extension.oldDueAt), calendar), 'extension-too-late');
  await takeStep(context, subject, { act: 'sign-extension', record: { detail: { newDueAt: extension.newDueAt.toISOString() } } });
  await changeExtension(context.tx, extension.id, { state: 'signed', signedBy: staffId, signedAt: context.now });
}
