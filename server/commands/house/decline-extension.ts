import { type Context } from '../../casework/context';
import { lockCase } from '../../casework/read-case';
import { takeStep } from '../../casework/take-step';

export type DeclineExtension = { dossierId: string; expectedVersion: number; note: string };

/** The officer will be in time: no letter, no new date. */
export async function declineExtension(context: Context, { dossierId, expectedVersion, note }: DeclineExtension): Promise<void> {
  const subject = await lockCase(context, dossierId, expectedVersion);
  await takeStep(context, subject, { act: 'draft-extension', facts: { extension: 'none' }, record: { detail: note ? { note } : {} } });
}
