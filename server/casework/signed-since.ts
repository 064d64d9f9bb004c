import { openIncident } from '../store/incidents';
import { dossiersSignedSince } from '../store/signatures';
import { type Context } from './context';

/** Puts before the administrators every dossier with a document that was signed by a key after it ceased to be trusted. */
export async function reportSignedSince(
  { tx, now }: Context,
  { certificateId, since }: { certificateId: string; since: Date },
): Promise<void> {
  for (const { dossierId, resultId } of await dossiersSignedSince(tx, { certificateId, since })) {
    const facts = { resultId, certificateId, since: since.toISOString() };
    await openIncident(tx, { dossierId, kind: 'signed-by-revoked-key', facts, openedAt: now });
  }
}
