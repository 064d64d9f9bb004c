import { type Context } from '../../casework/context';
import { openStep } from '../../casework/open-step';
import { lockCase } from '../../casework/read-case';
import { recordAct } from '../../casework/record-act';
import { submitWhenSignable } from '../../casework/submit-drafts';
import { takeStep } from '../../casework/take-step';
import { refuseUnless } from '../../domain/refusal';
import { asStaff } from '../../policies/actor';
import { findLastAct } from '../../store/journal';

export type CheckSectorNumber = { dossierId: string; expectedVersion: number; number: string };

/**
 * A second person reads the number from its source and types it again: the same,
 * and the dossier goes on with it; another, and it has to be typed anew.
 */
export async function checkSectorNumber(context: Context, { dossierId, expectedVersion, number }: CheckSectorNumber): Promise<void> {
  const { staffId } = asStaff(context.actor);
  const subject = await lockCase(context, dossierId, expectedVersion);
  await openStep(context, subject.dossier, 'record-sector-number');
  const typed = await findLastAct(context.tx, dossierId, ['type-sector-number', 'contest-sector-number']);
  refuseUnless(typed?.act === 'type-sector-number', 'step-not-open', { act: 'check-sector-number' });
  refuseUnless(typed.actorId !== staffId, 'forbidden-pair', { first: 'nhập số', second: 'kiểm tra số' });
  const known = (typed.facts as { detail?: { number?: string } }).detail?.number;
  if (known !== number) {
    await recordAct(context, subject.dossier, { act: 'contest-sector-number', facts: { detail: { typed: known, read: number } } });
    return;
  }
  const step = await takeStep(context, subject, {
    act: 'record-sector-number',
    record: { detail: { number, typedBy: typed.actorName } },
  });
  await submitWhenSignable(context, dossierId, step);
}
