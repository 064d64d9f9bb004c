import { type Context } from '../../casework/context';
import { dueInput } from '../../casework/reckon-due';
import { lockCase } from '../../casework/read-case';
import { takeStep } from '../../casework/take-step';
import { dueDate } from '../../domain/due-date';
import { checkExtension } from '../../domain/guards/extension';
import { extensionUntil } from '../../domain/extension';
import { limitText } from '../../domain/limit';
import { parsePlainDate } from '../../domain/plain-date';
import { refuseUnless } from '../../domain/refusal';
import { asStaff } from '../../policies/actor';
import { hasExtension, insertExtension } from '../../store/extensions';

export type DraftExtension = { dossierId: string; expectedVersion: number; reason: string; newDueOn: string };

/** The officer drafts the one extension: at the latest one day before expiry, to a later working day, with its reason (R07, NĐ 61/2018 Art. 19.9). */
export async function draftExtension(context: Context, { dossierId, expectedVersion, reason, newDueOn }: DraftExtension): Promise<void> {
  const { staffId } = asStaff(context.actor);
  const subject = await lockCase(context, dossierId, expectedVersion);
  const { dueAt } = subject.dossier;
  const input = await dueInput(context, subject);
  const newDue = parsePlainDate(newDueOn);
  refuseUnless(!(await hasExtension(context.tx, dossierId)), 'extension-used');
  checkExtension({ dueAt, newDueOn: newDue, reason }, input.extension, context.now, input.calendar);
  refuseUnless(dueAt && input.limit, 'extension-too-late');
  const added = extensionUntil(newDue, dueAt, input.limit, input.calendar);
  const extended = dueDate({ ...input, extension: { decidedAt: context.now, limit: added } }).dueAt;
  refuseUnless(extended && extended > dueAt, 'extension-not-later');
  await takeStep(context, subject, {
    act: 'draft-extension',
    facts: { extension: 'proposed' },
    record: { detail: { reason, newDueOn } },
  });
  await insertExtension(context.tx, {
    dossierId,
    kind: 'extension',
    state: 'drafted',
    reason,
    oldDueAt: dueAt,
    newDueAt: extended,
    addedLimit: limitText(added),
    draftedBy: staffId,
    draftedAt: context.now,
  });
}
