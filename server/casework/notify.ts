import { type NoticeKind } from '../domain/words/notices';
import { type DossierRow } from '../store/models/dossier';
import { post } from '../store/outbox';
import { type Context } from './context';

/** What a kind of notice needs beside the dossier itself. */
export type NoticeExtras = { amountDong?: number | null; parcel?: string; dueAt?: string };

/**
 * Lays down that the applicant is to be told (R40); asked for by tellApplicant alone. What the notice will say is
 * frozen now, as the dossier stands in this act; it leaves after the commit, by
 * e-mail, SMS or a clerk's call.
 */
export async function notify(context: Context, dossier: DossierRow, kind: NoticeKind, extras: NoticeExtras = {}): Promise<void> {
  const payload = { kind, code: dossier.code, dueAt: dossier.dueAt?.toISOString() ?? null, ...extras };
  await post(context.tx, { dossierId: dossier.id, executionId: null, topic: 'notice', payload }, context.now);
}
