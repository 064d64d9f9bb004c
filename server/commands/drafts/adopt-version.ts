import { type Context } from '../../casework/context';
import { syncComponents } from '../../casework/sync-components';
import { localDateOf } from '../../domain/local-time';
import { checkOnlineFiling, type Stage } from '../../domain/online-filing';
import { refuseUnless } from '../../domain/refusal';
import { type VersionChange, versionChanges } from '../../domain/version-changes';
import { normaliseAnswers } from '../../forms/normalise';
import { formOf } from '../../forms/published';
import { judgeOwnDraft } from '../../policies/ownership';
import { lockDraft, saveDraft } from '../../store/drafts';
import { findVersionInForce, readProcedureVersion } from '../../store/procedures';
import { readFormVersion } from '../../store/published-versions';

export type Adopted = { changes: VersionChange[]; effectiveFromOn: string; sourceDecision: string; savedAt: Date; version: number };

/**
 * Moves a draft to the version that governs today, before it is submitted: the
 * papers, fee and time of the day of submission hold (R48). Answers what changed;
 * undefined where the draft stands on that version already, or is submitted. A
 * procedure that has ended is refused with the way that is open instead (E21).
 */
export async function adoptVersion(context: Context, { draftId, stage }: { draftId: string; stage: Stage }): Promise<Adopted | undefined> {
  const { tx, now, actor } = context;
  const draft = await lockDraft(tx, draftId);
  judgeOwnDraft(actor, draft);
  if (draft.dossierId) return undefined;
  const after = await findVersionInForce(tx, draft.procedureCode, localDateOf(now));
  refuseUnless(after, 'procedure-not-in-force');
  checkOnlineFiling(after, stage);
  if (after.id === draft.procedureVersionId) return undefined;
  const before = await readProcedureVersion(tx, draft.procedureVersionId);
  const form = formOf(await readFormVersion(tx, after.formVersionId));
  const saved = await saveDraft(tx, draftId, {
    procedureVersionId: after.id,
    answers: normaliseAnswers(form, draft.answers),
    ...(draft.returnWay && !after.content.returnWays.includes(draft.returnWay) ? { returnWay: null } : {}),
    savedAt: now,
  });
  await syncComponents(context, saved, after.content);
  return {
    changes: versionChanges(before, after, { caseKey: draft.caseKey, channel: 'online' }),
    effectiveFromOn: after.effectiveFromOn,
    sourceDecision: after.sourceDecision,
    savedAt: now,
    version: saved.version,
  };
}
