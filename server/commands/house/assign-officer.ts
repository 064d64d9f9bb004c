import { type Context } from '../../casework/context';
import { lockCase } from '../../casework/read-case';
import { takeStep } from '../../casework/take-step';
import { localDateOf } from '../../domain/local-time';
import { refuseUnless } from '../../domain/refusal';
import { asStaff } from '../../policies/actor';
import { staffWithDuty } from '../../store/staff';

export type AssignOfficer = { dossierId: string; expectedVersion: number; staffId: string };

/** The head of the division names the officer, who holds the dossier's tasks from now on. */
export async function assignOfficer(context: Context, { dossierId, expectedVersion, staffId }: AssignOfficer): Promise<void> {
  const head = asStaff(context.actor);
  const subject = await lockCase(context, dossierId, expectedVersion);
  const onDate = localDateOf(context.now);
  const officers = [];
  for (const agencyId of new Set([subject.dossier.agencyId, head.agencyId]))
    officers.push(...(await staffWithDuty(context.tx, { agencyId, duty: 'officer', onDate })));
  const officer = officers.find(({ id }) => id === staffId);
  refuseUnless(officer, 'not-found');
  await takeStep(context, subject, {
    act: 'assign',
    change: { officerId: staffId },
    record: { detail: { officer: officer.fullName } },
  });
}
