import { type Context } from '../../casework/context';
import { lockCase } from '../../casework/read-case';
import { takeStep } from '../../casework/take-step';
import { refuseUnless } from '../../domain/refusal';
import { asStaff } from '../../policies/actor';
import { noteCustody } from '../../store/custody';
import { findOpenHandOver, receiveDossier, sendDossierBack } from '../../store/hand-overs';

export type ConfirmForwarded = { dossierId: string; expectedVersion: number; outcome: 'received' | 'returned'; reason: string };

/** The division confirms what it has received, or sends it back with its reason. Its own limits count from here (R01, R02, R28). */
export async function confirmForwarded(context: Context, { dossierId, expectedVersion, outcome, reason }: ConfirmForwarded): Promise<void> {
  const { staffId, name } = asStaff(context.actor);
  refuseUnless(outcome === 'received' || reason, 'reason-missing');
  const subject = await lockCase(context, dossierId, expectedVersion);
  const handOver = await findOpenHandOver(context.tx, dossierId, 'forward');
  const step = await takeStep(context, subject, {
    act: 'confirm-forwarded',
    facts: { handOver: outcome },
    record: { detail: { outcome, ...(reason ? { reason } : {}) } },
  });
  if (outcome === 'returned') {
    // an earlier drawing has no way back where nobody handed over, and would take it for received
    refuseUnless(handOver || step.opened.some(({ act }) => act === 'forward'), 'step-not-open', { act: 'forward' });
    // the papers stay where they lie: custody moves only with what was received
    if (handOver) await sendDossierBack(context.tx, handOver, { at: context.now, reason });
    return;
  }
  // in a same-day matter nothing was forwarded: the officer takes it over where it lies
  if (handOver) await receiveDossier(context.tx, handOver, { by: staffId, at: context.now });
  await noteCustody(context.tx, dossierId, {
    what: 'papers',
    holder: 'division',
    holderName: name,
    at: context.now,
    journalNumber: subject.dossier.version,
  });
}
