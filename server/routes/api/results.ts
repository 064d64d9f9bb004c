import { Readable } from 'node:stream';
import { Router } from 'express';
import { type Context } from '../../casework/context';
import { reprintLetter } from '../../commands/letters/reprint-letter';
import { answerDraft } from '../../commands/results/answer-draft';
import { checkSectorNumber } from '../../commands/results/check-sector-number';
import { confirmResult } from '../../commands/results/confirm-result';
import { deliverToCentre } from '../../commands/results/deliver-to-centre';
import { enterBook } from '../../commands/results/enter-book';
import { nameSigner } from '../../commands/results/name-signer';
import { previewResult } from '../../commands/results/preview-result';
import { proposeOutcome } from '../../commands/results/propose-outcome';
import { readResultFile, type ResultFiles } from '../../commands/results/read-result-file';
import { requestSignatures, type SigningKeys } from '../../commands/results/request-signatures';
import { resumeBatch } from '../../commands/results/resume-batch';
import { reviewProposal } from '../../commands/results/review-proposal';
import { sendBackFromSignature } from '../../commands/results/send-back-from-signature';
import { typeSectorNumber } from '../../commands/results/type-sector-number';
import { voidSignature } from '../../commands/results/void-signature';
import { resultEndpoints } from '../../contract/results';
import { type Doorway, serve, serveFile, serveVisit, type Visit } from '../../http/serve';
import { limitPins } from '../../http/tries';
import { presentBatch, presentResult, presentSigningRecord, presentTrustAnchor } from '../../presenters/result';
import { listResults } from '../../queries/results/list-results';
import { signatureBatch } from '../../queries/results/signature-batch';
import { signingRecord, trustAnchors } from '../../queries/results/signing-record';
import { answerDossier } from './answer-dossier';
import { serveAct } from './serve-act';

export type ResultParts = { door: Doorway; files: ResultFiles; signingKeys: SigningKeys };

/** Results from the officer's draft to the file that the citizen gets, and the letters of the centre. */
export function resultRoutes({ door, files, signingKeys }: ResultParts): Router {
  const router = Router();
  const { requestSignatures: sign, resumeBatch: resume, readSignatureBatch } = resultEndpoints;
  serveAct(router, door, resultEndpoints.proposeOutcome, proposeOutcome);
  serveAct(router, door, resultEndpoints.reviewProposal, reviewProposal);
  serveAct(router, door, resultEndpoints.nameSigner, nameSigner);
  serveAct(router, door, resultEndpoints.sendBackFromSignature, sendBackFromSignature);
  serveAct(router, door, resultEndpoints.voidSignature, voidSignature);
  serveAct(router, door, resultEndpoints.enterBook, enterBook);
  serveAct(router, door, resultEndpoints.deliverToCentre, deliverToCentre);
  serveAct(router, door, resultEndpoints.confirmResult, confirmResult);
  serveAct(router, door, resultEndpoints.answerDraft, answerDraft);
  serveAct(router, door, resultEndpoints.typeSectorNumber, typeSectorNumber);
  serveAct(router, door, resultEndpoints.checkSectorNumber, checkSectorNumber);
  serve(router, door, resultEndpoints.listResults, async (context, { params }) => ({
    results: (await listResults(context, params)).map((result) => presentResult(context.actor, result)),
  }));
  serve(router, door, resultEndpoints.readSigningRecord, async (context, { params }) =>
    presentSigningRecord(await signingRecord(context, params)),
  );
  serve(router, door, resultEndpoints.listTrustAnchors, async (context) => ({
    items: (await trustAnchors(context)).map(presentTrustAnchor),
  }));
  serveFile(router, door, resultEndpoints.previewResult, async (context, { params }) => {
    const { draw, ...file } = await previewResult(context, params);
    return { ...file, open: async () => Readable.from([await draw()]) };
  });
  serveFile(router, door, resultEndpoints.readResultFile, async (context, { params }) => {
    const { read, ...file } = await readResultFile(context, params, files);
    return { ...file, open: async () => Readable.from([await read()]) };
  });
  serveVisit(router, door, sign, (visit) =>
    withPin(door, visit, async (context) => answerBatch(context, await requestSignatures(context, visit.input.body, signingKeys))),
  );
  serveVisit(router, door, resume, (visit) =>
    withPin(door, visit, async (context) => {
      const { batchId } = visit.input.params;
      await resumeBatch(context, { batchId, pin: visit.input.body.pin }, signingKeys);
      return answerBatch(context, { batchId });
    }),
  );
  serve(router, door, readSignatureBatch, (context, { params }) => answerBatch(context, params));
  serve(router, door, resultEndpoints.reprintLetter, async (context, { params }) => {
    const { dossierId } = await reprintLetter(context, params);
    return answerDossier(context, dossierId);
  });
  return router;
}

async function answerBatch(context: Context, { batchId }: { batchId: string }) {
  return { batch: presentBatch(await signatureBatch(context, { batchId })) };
}

/** Each try at a PIN counts before it is known whether it is right; a right one begins the count anew. */
async function withPin<Answer, E>(
  door: Doorway,
  { visitor, perform }: Pick<Visit<E>, 'visitor' | 'perform'>,
  command: (context: Context) => Promise<Answer>,
): Promise<Answer> {
  if (visitor.actor.kind === 'staff') await limitPins(door, visitor.actor.accountId);
  return perform(command);
}
