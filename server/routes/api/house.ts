import { Router } from 'express';
import { answerSupplement } from '../../commands/house/answer-supplement';
import { apologise } from '../../commands/house/apologise';
import { approveSupplement } from '../../commands/house/approve-supplement';
import { askWithdrawal } from '../../commands/house/ask-withdrawal';
import { assignOfficer } from '../../commands/house/assign-officer';
import { checkSupplement } from '../../commands/house/check-supplement';
import { claimTask } from '../../commands/house/claim-task';
import { confirmForwarded } from '../../commands/house/confirm-forwarded';
import { decideWithdrawal } from '../../commands/house/decide-withdrawal';
import { declineExtension } from '../../commands/house/decline-extension';
import { deliverExtension } from '../../commands/house/deliver-extension';
import { draftExtension } from '../../commands/house/draft-extension';
import { examineDossier } from '../../commands/house/examine-dossier';
import { forwardDossier } from '../../commands/house/forward-dossier';
import { issueSupplement } from '../../commands/house/issue-supplement';
import { proposeSupplement } from '../../commands/house/propose-supplement';
import { releaseTask } from '../../commands/house/release-task';
import { returnOriginals } from '../../commands/house/return-originals';
import { signExtension } from '../../commands/house/sign-extension';
import { transferTask } from '../../commands/house/transfer-task';
import { houseEndpoints } from '../../contract/house';
import { type Doorway, serve } from '../../http/serve';
import { serveAct } from './serve-act';
import { answerDossier } from './answer-dossier';

/** The acts inside the house, from the hand-over to the division until the proposal. */
export function houseRoutes(door: Doorway): Router {
  const router = Router();
  serveAct(router, door, houseEndpoints.forwardDossier, forwardDossier);
  serveAct(router, door, houseEndpoints.confirmForwarded, confirmForwarded);
  serveAct(router, door, houseEndpoints.assignOfficer, assignOfficer);
  serveAct(router, door, houseEndpoints.examineDossier, examineDossier);
  serveAct(router, door, houseEndpoints.proposeSupplement, proposeSupplement);
  serveAct(router, door, houseEndpoints.approveSupplement, approveSupplement);
  serveAct(router, door, houseEndpoints.issueSupplement, issueSupplement);
  serveAct(router, door, houseEndpoints.answerSupplement, answerSupplement);
  serveAct(router, door, houseEndpoints.checkSupplement, checkSupplement);
  serveAct(router, door, houseEndpoints.draftExtension, draftExtension);
  serveAct(router, door, houseEndpoints.declineExtension, declineExtension);
  serveAct(router, door, houseEndpoints.signExtension, signExtension);
  serveAct(router, door, houseEndpoints.deliverExtension, deliverExtension);
  serveAct(router, door, houseEndpoints.apologise, apologise);
  serveAct(router, door, houseEndpoints.askWithdrawal, askWithdrawal);
  serveAct(router, door, houseEndpoints.decideWithdrawal, decideWithdrawal);
  serveAct(router, door, houseEndpoints.returnOriginals, returnOriginals);
  serve(router, door, houseEndpoints.claimTask, async (context, { params }) => answerDossier(context, await claimTask(context, params)));
  serve(router, door, houseEndpoints.releaseTask, async (context, { params }) =>
    answerDossier(context, await releaseTask(context, params)),
  );
  serve(router, door, houseEndpoints.transferTask, async (context, { params, body }) =>
    answerDossier(context, await transferTask(context, { ...params, ...body })),
  );
  return router;
}
