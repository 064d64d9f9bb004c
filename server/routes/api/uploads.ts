import { Router } from 'express';
import { attachUpload } from '../../commands/drafts/attach-upload';
import { beginUpload } from '../../commands/drafts/begin-upload';
import { judgeUpload } from '../../commands/drafts/judge-upload';
import { removeFile } from '../../commands/drafts/remove-file';
import { beginDossierUpload } from '../../commands/intake/begin-dossier-upload';
import { removeDossierFile } from '../../commands/intake/remove-dossier-file';
import { draftEndpoints } from '../../contract/drafts';
import { type Doorway, serve, serveVisit } from '../../http/serve';
import { type FilesAtHand, forgetParts, receivedOf, takePart } from '../../http/serve-upload';
import { presentUpload } from '../../presenters/upload';
import { ownUpload, ownUploadWithKinds } from '../../queries/drafts/own-upload';
import { answerDraft } from './answer-draft';

/** Papers on their way in: announced, sent in parts that survive a lost connection, judged outside every transaction, put on record once. */
export function uploadRoutes(door: Doorway, files: FilesAtHand): Router {
  const router = Router();
  serveVisit(router, door, draftEndpoints.beginUpload, async ({ input: { params, body }, perform }) => {
    const upload = await perform(async (context) => ownUpload(context, await beginUpload(context, { ...params, ...body })));
    return presentUpload(upload, await receivedOf(files, upload.id));
  });
  serveVisit(router, door, draftEndpoints.beginDossierUpload, async ({ input: { params, body }, perform }) => {
    const upload = await perform(async (context) => ownUpload(context, await beginDossierUpload(context, { ...params, ...body })));
    return presentUpload(upload, await receivedOf(files, upload.id));
  });
  serveVisit(router, door, draftEndpoints.readUpload, async ({ input: { params }, read }) => {
    const upload = await read((context) => ownUpload(context, params.uploadId));
    return presentUpload(upload, await receivedOf(files, upload.id));
  });
  serveVisit(router, door, draftEndpoints.sendUploadPart, async ({ request, input: { params }, read }) => {
    const upload = await read((context) => ownUpload(context, params.uploadId));
    return presentUpload(upload, await takePart(request, files, upload, params.offset));
  });
  serveVisit(router, door, draftEndpoints.finishUpload, async ({ input: { params }, read, perform }) => {
    const { uploadId } = params;
    const { upload, accepts } = await read((context) => ownUploadWithKinds(context, uploadId));
    const judged = upload.finishedAt ? null : await judgeUpload(files, { ...upload, accepts });
    const finished = await perform(async (context) => {
      await attachUpload(context, { uploadId, judged });
      return ownUpload(context, uploadId);
    });
    await forgetParts(files, uploadId);
    return presentUpload(finished, finished.byteSize);
  });
  serve(router, door, draftEndpoints.removeFile, async (context, { params }) => {
    await removeFile(context, params);
    return answerDraft(context, params.draftId);
  });
  serve(router, door, draftEndpoints.removeDossierFile, async (context, { params }) => {
    await removeDossierFile(context, params);
    return null;
  });
  return router;
}
