import { type Context } from '../../casework/context';
import { lockCase } from '../../casework/read-case';
import { takeStep } from '../../casework/take-step';
import { asStaff } from '../../policies/actor';
import { giveDossier } from '../../store/hand-overs';

export type ForwardDossier = { dossierId: string; expectedVersion: number; papers: readonly string[] };

/** Gives the dossier to the division. It has moved only when the other side confirms (R27); the control slip lists what was given. */
export async function forwardDossier(context: Context, { dossierId, expectedVersion, papers }: ForwardDossier): Promise<void> {
  const { staffId } = asStaff(context.actor);
  const subject = await lockCase(context, dossierId, expectedVersion);
  const { centreId, agencyId } = subject.dossier;
  await takeStep(context, subject, { act: 'forward', record: { detail: { papers } } });
  await giveDossier(context.tx, {
    kind: 'forward',
    fromAgencyId: centreId,
    toAgencyId: agencyId,
    givenBy: staffId,
    givenAt: context.now,
    dossierId,
    papers,
  });
}
