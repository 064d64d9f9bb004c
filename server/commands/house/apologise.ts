import { actingStaff } from '../../casework/acting-staff';
import { type Context } from '../../casework/context';
import { lockCase } from '../../casework/read-case';
import { recordAct } from '../../casework/record-act';
import { checkApology } from '../../domain/guards/extension';
import { localDateOf } from '../../domain/local-time';
import { parsePlainDate } from '../../domain/plain-date';
import { refuseUnless } from '../../domain/refusal';
import { closingAt } from '../../domain/working-calendar';
import { findAuthority } from '../../store/authorities';
import { insertExtension } from '../../store/extensions';
import { post } from '../../store/outbox';

export type Apologise = { dossierId: string; expectedVersion: number; reason: string; promisedOn: string };

/** After expiry there is always an apology, with a promised day; the dossier stays overdue, its due date does not move (R07). */
export async function apologise(context: Context, { dossierId, expectedVersion, reason, promisedOn }: Apologise): Promise<void> {
  const { dossier } = await lockCase(context, dossierId, expectedVersion);
  const actor = actingStaff(context, dossier);
  const { dueAt, agencyId } = dossier;
  refuseUnless(!dossier.finishedAt, 'apology-too-early');
  const onDate = localDateOf(context.now);
  const authority = await findAuthority(context.tx, { staffId: actor.staffId, agencyId, scope: dossier.procedureCode, onDate });
  refuseUnless(authority, 'authority-missing');
  const calendar = await context.parts.calendarOf(context.tx, agencyId);
  const promised = parsePlainDate(promisedOn);
  checkApology({ dueAt, newDueOn: promised, reason }, context.now, calendar);
  refuseUnless(dueAt, 'apology-too-early');
  const apology = await insertExtension(context.tx, {
    dossierId,
    kind: 'apology',
    state: 'delivered',
    reason,
    oldDueAt: dueAt,
    newDueAt: closingAt(promised, calendar),
    addedLimit: '',
    draftedBy: actor.staffId,
    draftedAt: context.now,
    signedBy: actor.staffId,
    signedAt: context.now,
    deliveredAt: context.now,
  });
  await recordAct(context, dossier, {
    act: 'apologise',
    facts: { detail: { reason, promisedOn, promisedAt: apology.newDueAt.toISOString() } },
  });
  const letter = { form: 'form-04', extensionId: apology.id };
  await post(context.tx, { dossierId, executionId: null, topic: 'letter', payload: letter }, context.now);
}
