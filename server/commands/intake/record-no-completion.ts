import { type Context } from '../../casework/context';
import { giveUpCompletion } from '../../casework/give-up-completion';
import { lockCase } from '../../casework/read-case';
import { takeStep } from '../../casework/take-step';
import { refuseUnless } from '../../domain/refusal';
import { asStaff } from '../../policies/actor';
import { judgeReading } from '../../policies/reading';

export type RecordNoCompletion = { dossierId: string; expectedVersion: number; reason: string };

/**
 * The applicant cannot complete what was asked for before acceptance, and the
 * clerk notes from where that is known. The refusal follows: it is signed, with its
 * ground, by whom the version names (R09).
 */
export async function recordNoCompletion(context: Context, { dossierId, expectedVersion, reason }: RecordNoCompletion): Promise<void> {
  refuseUnless(reason, 'reason-missing');
  const subject = await lockCase(context, dossierId, expectedVersion);
  judgeReading(asStaff(context.actor), subject.dossier);
  await takeStep(context, subject, {
    act: 'record-no-completion',
    change: { subStatus: 'refusing-intake' },
    record: { detail: { reason } },
  });
  await giveUpCompletion(context, dossierId);
}
