import { type Context } from '../../casework/context';
import { readDossier } from '../../store/dossiers';
import { insertCall } from '../../store/calls';
import { insertNotice } from '../../store/notices';

/** What was told, and by which way it went; `call` means that nobody could be told by message. */
export type Told = { dossierId: string; kind: string; way: 'email' | 'sms' | 'call'; text: string };

/** Notes that an applicant was told. Who cannot be reached by message is put on the centre's list of calls to make (R40). */
export async function noteTold({ tx, now }: Context, { dossierId, kind, way, text }: Told): Promise<void> {
  await insertNotice(tx, { dossierId, kind, way, agencyId: null, duty: null, at: now });
  if (way !== 'call') return;
  const { centreId } = await readDossier(tx, dossierId);
  await insertCall(tx, { dossierId, centreId, reason: text, madeAt: now, calledBy: null, calledAt: null, outcome: null });
}
