import { actingStaff } from '../../casework/acting-staff';
import { type Context } from '../../casework/context';
import { judgeRecipient, type RecipientShown } from '../../casework/judge-recipient';
import { lockCase } from '../../casework/read-case';
import { registerReturn } from '../../casework/register-return';
import { judgeReturn } from '../../casework/return-gate';
import { takeStep } from '../../casework/take-step';
import { Refusal } from '../../domain/refusal';

export type ReturnAtCounter = {
  dossierId: string;
  expectedVersion: number;
  recipient: RecipientShown;
  /** The clerk has held the photographs that were filed against the originals. */
  areOriginalsCompared: boolean;
};

/**
 * Gives the result to whoever may take it, over the counter: ready, paid for, not
 * with the post (E24), the person proved (E02, E03), and the register says who
 * took it on which paper.
 */
export async function returnAtCounter(context: Context, input: ReturnAtCounter): Promise<void> {
  const { dossierId, expectedVersion, recipient, areOriginalsCompared } = input;
  const subject = await lockCase(context, dossierId, expectedVersion);
  const { dossier, procedure } = subject;
  actingStaff(context, dossier);
  await judgeReturn(context, subject, 'counter');
  const to = await judgeRecipient(context, dossier, recipient);
  const isComparisonDue = procedure.areOriginalsCompared && dossier.channel === 'online';
  if (isComparisonDue && !areOriginalsCompared) throw new Refusal('component-missing', { component: ORIGINALS });
  const { relation, isReceiptLost } = recipient;
  await takeStep(context, subject, {
    act: 'return-at-counter',
    change: { subStatus: 'returned' },
    record: { detail: { relation, isReceiptLost, ...(isComparisonDue ? { areOriginalsCompared } : {}) } },
  });
  await registerReturn(context, dossier, 'result', { ...to, way: 'counter', at: context.now });
}

const ORIGINALS = { vi: 'bản gốc để đối chiếu với ảnh đã nộp', en: 'the originals, to compare with the photographs that were filed' };
