import { type Context } from '../../casework/context';
import { lockCase } from '../../casework/read-case';
import { issueStopLetter } from '../../casework/stop-letter';
import { takeStep } from '../../casework/take-step';
import { refuseUnless } from '../../domain/refusal';
import { asStaff } from '../../policies/actor';
import { noteCustody } from '../../store/custody';
import { findOpenHandOver, receiveDossier, sendDossierBack } from '../../store/hand-overs';

export type ConfirmResult = { dossierId: string; expectedVersion: number; outcome: 'received' | 'returned'; reason: string };

/**
 * The centre confirms that the result has arrived: from now on the dossier is
 * done and waits to be returned (9). A result that is wrong or damaged goes back
 * with its reason. Of a stop the applicant is told by form 05.
 */
export async function confirmResult(context: Context, { dossierId, expectedVersion, outcome, reason }: ConfirmResult): Promise<void> {
  const { staffId, name } = asStaff(context.actor);
  refuseUnless(outcome === 'received' || reason, 'reason-missing');
  const subject = await lockCase(context, dossierId, expectedVersion);
  const handOver = await findOpenHandOver(context.tx, dossierId, 'result');
  const step = await takeStep(context, subject, {
    act: 'confirm-result',
    facts: { handOver: outcome },
    record: { detail: { outcome, ...(reason ? { reason } : {}) } },
  });
  if (outcome === 'returned') {
    // an earlier drawing has no way back where nobody handed over, and would take the wrong result for good
    refuseUnless(handOver || step.opened.some(({ act }) => act === 'deliver-to-centre'), 'step-not-open', { act: 'deliver-to-centre' });
    if (handOver) await sendDossierBack(context.tx, handOver, { at: context.now, reason });
    return;
  }
  if (handOver) await receiveDossier(context.tx, handOver, { by: staffId, at: context.now });
  await noteCustody(context.tx, dossierId, {
    what: 'result',
    holder: 'centre',
    holderName: name,
    at: context.now,
    journalNumber: subject.dossier.version,
  });
  await issueStopLetter(context, dossierId, step);
}
