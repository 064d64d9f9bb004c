import { actingStaff } from '../../casework/acting-staff';
import { type Context } from '../../casework/context';
import { lockCase } from '../../casework/read-case';
import { recordAct } from '../../casework/record-act';
import { refuseUnless } from '../../domain/refusal';
import { closeCall, insertCall, readCall } from '../../store/calls';

export type RecordCall = { callId: string; outcome: 'reached' | 'not-reached' | 'wrong-number'; note: string };

/**
 * The clerk has called, and notes what came of it. A call is a note: it changes
 * nothing that was declared (E16). Who was called in vain may be called again;
 * each try is kept.
 */
export async function recordCall(context: Context, { callId, outcome, note }: RecordCall): Promise<void> {
  const { dossierId } = await readCall(context.tx, callId);
  const { dossier } = await lockCase(context, dossierId);
  const { staffId } = actingStaff(context, dossier);
  const call = await readCall(context.tx, callId);
  refuseUnless(call.outcome !== 'reached', 'step-not-open', { act: 'record-call' });
  const made = { calledBy: staffId, calledAt: context.now, outcome };
  if (call.calledAt === null) await closeCall(context.tx, callId, made);
  else await insertCall(context.tx, { dossierId, centreId: call.centreId, reason: call.reason, madeAt: call.madeAt, ...made });
  await recordAct(context, dossier, { act: 'record-call', facts: { detail: { outcome, ...(note ? { note } : {}) } } });
}
