import { type Context } from '../../casework/context';
import { lockCase } from '../../casework/read-case';
import { recordAct } from '../../casework/record-act';
import { refuseUnless } from '../../domain/refusal';
import { asStaff } from '../../policies/actor';
import { judgeStep } from '../../policies/tasks';
import { openTasksOf } from '../../store/tasks';

export type TypeSectorNumber = { dossierId: string; expectedVersion: number; number: string };

/** Types the number that the sector's own system has given. It counts only when a second person has checked it. */
export async function typeSectorNumber(context: Context, { dossierId, expectedVersion, number }: TypeSectorNumber): Promise<void> {
  const actor = asStaff(context.actor);
  const { dossier } = await lockCase(context, dossierId, expectedVersion);
  const task = (await openTasksOf(context.tx, dossierId)).find(({ act }) => act === 'record-sector-number');
  refuseUnless(task, 'step-not-open', { act: 'record-sector-number' });
  judgeStep(actor, task, dossier);
  await recordAct(context, dossier, { act: 'type-sector-number', facts: { detail: { number } } });
}
