import { type Context } from '../../casework/context';
import { lockCase } from '../../casework/read-case';
import { takeStep } from '../../casework/take-step';
import { noteCustody } from '../../store/custody';

export type ReturnOriginals = { dossierId: string; expectedVersion: number; recipientName: string };

/** The papers of a withdrawn dossier go back to whoever withdrew it. */
export async function returnOriginals(context: Context, { dossierId, expectedVersion, recipientName }: ReturnOriginals): Promise<void> {
  const subject = await lockCase(context, dossierId, expectedVersion);
  await takeStep(context, subject, { act: 'return-originals', record: { detail: { recipientName } } });
  await noteCustody(context.tx, dossierId, {
    what: 'papers',
    holder: 'applicant',
    holderName: recipientName,
    at: context.now,
    journalNumber: subject.dossier.version,
  });
}
