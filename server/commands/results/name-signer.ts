import { type Context } from '../../casework/context';
import { lockCase } from '../../casework/read-case';
import { recordAct } from '../../casework/record-act';
import { readSigner } from '../../casework/result-signer';
import { refuseUnless } from '../../domain/refusal';
import { asStaff } from '../../policies/actor';
import { judgeNamingSigner } from '../../policies/office';
import { post } from '../../store/outbox';
import { changeResult, findLiveResult } from '../../store/results';
import { hasRequestUnderWay } from '../../store/signing-requests';

export type NameSigner = { dossierId: string; expectedVersion: number; staffId: string };

/**
 * Makes the document out for somebody else to sign: the leader is away, or the
 * authority has ended. The lines under the text change, so the file is drawn
 * anew and has to be looked at anew.
 */
export async function nameSigner(context: Context, { dossierId, expectedVersion, staffId }: NameSigner): Promise<void> {
  const actor = asStaff(context.actor);
  const { dossier } = await lockCase(context, dossierId, expectedVersion);
  judgeNamingSigner(actor, dossier);
  const result = await findLiveResult(context.tx, dossierId);
  refuseUnless(result && (result.state === 'draft' || result.state === 'submitted'), 'step-not-open', { act: 'sign-result' });
  refuseUnless(!(await hasRequestUnderWay(context.tx, result.id)), 'signature-under-way');
  const signer = await readSigner(context, dossier, staffId);
  const facts = { ...result.facts, signer: signer.lines };
  await changeResult(context.tx, result.id, { facts, signerId: signer.staffId, baseSha256: null });
  await recordAct(context, dossier, {
    act: 'name-signer',
    facts: { detail: { name: signer.lines.name, position: signer.lines.position } },
  });
  const outgoing = { dossierId, executionId: null, topic: 'render-result', payload: { resultId: result.id } };
  await post(context.tx, outgoing, context.now);
}
