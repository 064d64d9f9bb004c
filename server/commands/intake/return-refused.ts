import { type Context } from '../../casework/context';
import { lockCase } from '../../casework/read-case';
import { takeStep } from '../../casework/take-step';
import { noteCustody } from '../../store/custody';

export type ReturnRefused = { dossierId: string; expectedVersion: number; recipientName: string };

/** The refusal slip and the papers go back; what was filed online has no papers, and its slip was sent. */
export async function returnRefused(context: Context, { dossierId, expectedVersion, recipientName }: ReturnRefused): Promise<void> {
  const subject = await lockCase(context, dossierId, expectedVersion);
  await takeStep(context, subject, { act: 'return-refused', record: { detail: recipientName ? { recipientName } : {} } });
  if (!recipientName) return;
  await noteCustody(context.tx, dossierId, {
    what: 'papers',
    holder: 'applicant',
    holderName: recipientName,
    at: context.now,
    journalNumber: subject.dossier.version,
  });
}
