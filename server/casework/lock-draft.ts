import { Refusal, refuseUnless } from '../domain/refusal';
import { judgeOwnDraft } from '../policies/ownership';
import { lockDraft } from '../store/drafts';
import { type DraftRow } from '../store/models/draft';
import { type PublishedProcedure, readProcedureVersion } from '../store/procedures';
import { type Context } from './context';

/** A draft under lock, with the version of the procedure that it was begun or moved to. */
export type OwnDraft = { draft: DraftRow; version: PublishedProcedure };

/**
 * Locks the draft of whoever acts; to everybody else it does not exist. One that
 * was submitted is no draft any more (`step-not-open`), and one that was saved in
 * another window since it was opened is refused as `stale`.
 */
export async function lockOwnDraft(context: Context, draftId: string, expectedVersion?: number): Promise<OwnDraft> {
  const draft = await lockDraft(context.tx, draftId);
  const { name } = judgeOwnDraft(context.actor, draft);
  refuseUnless(draft.dossierId === null, 'step-not-open', { act: 'submit', dossierId: draft.dossierId });
  if (expectedVersion !== undefined && draft.version !== expectedVersion)
    throw new Refusal('stale', {
      change: { vi: 'lưu bản nháp', en: 'the draft was saved' },
      by: name,
      at: draft.savedAt.toISOString(),
      version: draft.version,
    });
  return { draft, version: await readProcedureVersion(context.tx, draft.procedureVersionId) };
}
