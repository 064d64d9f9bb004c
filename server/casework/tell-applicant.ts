import { type DossierRow } from '../store/models/dossier';
import { post } from '../store/outbox';
import { type Context } from './context';

/** What the applicant is told of results and letters. */
export type TellingKind =
  | 'accepted'
  | 'completion-asked'
  | 'supplement-asked'
  | 'refused'
  | 'extended'
  | 'draft-ready'
  | 'result-ready'
  | 'released-online';

/** Lays down that the applicant is to be told (R40), as the dossier stands in this act; by which way is decided when it leaves. */
export async function tellApplicant({ tx, now }: Context, { id, code, dueAt }: DossierRow, kind: TellingKind): Promise<void> {
  const payload = { kind, code, dueAt: dueAt?.toISOString() ?? null };
  await post(tx, { dossierId: id, executionId: null, topic: 'notice', payload }, now);
}
