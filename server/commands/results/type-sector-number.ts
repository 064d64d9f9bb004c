import { type Context } from '../../casework/context';
import { openStep } from '../../casework/open-step';
import { lockCase } from '../../casework/read-case';
import { recordAct } from '../../casework/record-act';

export type TypeSectorNumber = { dossierId: string; expectedVersion: number; number: string };

/** Types the number that the sector's own system has given. It counts only when a second person has checked it. */
export async function typeSectorNumber(context: Context, { dossierId, expectedVersion, number }: TypeSectorNumber): Promise<void> {
  const { dossier } = await lockCase(context, dossierId, expectedVersion);
  await openStep(context, dossier, 'record-sector-number');
  await recordAct(context, dossier, { act: 'type-sector-number', facts: { detail: { number } } });
}
