import { type Context } from '../../casework/context';
import { notify } from '../../casework/notify';
import { lockCase } from '../../casework/read-case';
import { takeStep } from '../../casework/take-step';
import { refuseUnless } from '../../domain/refusal';
import { asStaff } from '../../policies/actor';
import { noteCustody } from '../../store/custody';
import { findOpenHandOver, receiveDossier, sendDossierBack } from '../../store/hand-overs';
import { post } from '../../store/outbox';
import { findLiveResult } from '../../store/results';

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
  const result = await findLiveResult(context.tx, dossierId);
  await takeStep(context, subject, {
    act: 'confirm-result',
    facts: { handOver: outcome },
    record: { detail: { outcome, ...(reason ? { reason } : {}) } },
  });
  if (outcome === 'returned') {
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
  if (result?.outcome === 'grant' && subject.dossier.returnWay === 'counter') await notify(context, subject.dossier, 'result-ready');
  if (result && result.outcome !== 'grant') await notify(context, subject.dossier, 'refused');
  if (result?.outcome !== 'stop') return;
  const letter = { form: 'form-05', resultId: result.id };
  await post(context.tx, { dossierId, executionId: null, topic: 'letter', payload: letter }, context.now);
}
