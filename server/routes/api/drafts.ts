import { Router } from 'express';
import { adoptVersion } from '../../commands/drafts/adopt-version';
import { choosePlace } from '../../commands/drafts/choose-place';
import { chooseReturn } from '../../commands/drafts/choose-return';
import { createDraft } from '../../commands/drafts/create-draft';
import { discardDraft } from '../../commands/drafts/discard-draft';
import { saveSection } from '../../commands/drafts/save-section';
import { submitDraft } from '../../commands/drafts/submit-draft';
import { draftEndpoints } from '../../contract/drafts';
import { type Stage } from '../../domain/online-filing';
import { Refusal } from '../../domain/refusal';
import { type Doorway, serve, serveVisit } from '../../http/serve';
import { presentDraftLine } from '../../presenters/draft-line';
import { draftView } from '../../queries/drafts/draft-view';
import { listDrafts } from '../../queries/drafts/list-drafts';
import { presentDraft } from '../../presenters/draft';
import { answerDossier } from './answer-dossier';
import { answerDraft } from './answer-draft';

/** Filing online, from the first answer to the submission. */
export function draftRoutes(door: Doorway, stage: Stage): Router {
  const router = Router();
  serve(router, door, draftEndpoints.createDraft, async (context, { body }) =>
    answerDraft(context, await createDraft(context, { ...body, stage })),
  );
  serve(router, door, draftEndpoints.readDraft, async (context, { params }) => {
    const view = await draftView(context, params.draftId);
    return { draft: presentDraft(view), form: { ...view.form } };
  });
  serve(router, door, draftEndpoints.listDrafts, async (context) => ({ items: (await listDrafts(context)).map(presentDraftLine) }));
  serve(router, door, draftEndpoints.saveSection, async (context, { params, body }) => {
    await saveSection(context, { ...params, ...body });
    return answerDraft(context, params.draftId);
  });
  serve(router, door, draftEndpoints.choosePlace, async (context, { params, body }) => {
    await choosePlace(context, { ...params, ...body });
    return answerDraft(context, params.draftId);
  });
  serve(router, door, draftEndpoints.chooseReturn, async (context, { params, body }) => {
    await chooseReturn(context, { ...params, ...body });
    return answerDraft(context, params.draftId);
  });
  serve(router, door, draftEndpoints.discardDraft, async (context, { params }) => {
    await discardDraft(context, params);
    return null;
  });
  // The move to a newer version is kept although the submission is refused: a transaction of its own, before the act.
  serveVisit(router, door, draftEndpoints.submitDraft, async ({ visitor, input: { params, body }, perform }) => {
    const { draftId } = params;
    const move = { actor: visitor.actor, endpoint: 'adoptVersion' };
    const { answer: adopted } = await door.perform(move, (context) => adoptVersion(context, { draftId, stage }));
    if (adopted) throw staleVersion(adopted);
    return perform(async (context) => {
      const { expectedVersion, consent: hasConsented } = body;
      const { dossierId, like } = await submitDraft(context, { draftId, expectedVersion, hasConsented, stage });
      return { ...(await answerDossier(context, dossierId)), likeCode: like };
    });
  });
  return router;
}

/** R48: what changed, and that the draft stands on the newer version now. */
function staleVersion({
  changes,
  effectiveFromOn,
  sourceDecision,
  version,
}: NonNullable<Awaited<ReturnType<typeof adoptVersion>>>): Refusal {
  const change = { vi: 'thủ tục có phiên bản mới', en: 'the procedure has a new version' };
  return new Refusal('stale', { change, by: sourceDecision, at: effectiveFromOn, version, changes });
}
