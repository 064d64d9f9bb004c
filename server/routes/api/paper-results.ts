import { Readable } from 'node:stream';
import { Router } from 'express';
import { beginScan } from '../../commands/results/begin-scan';
import { printOriginal } from '../../commands/results/print-original';
import { readPrintFile } from '../../commands/results/read-print-file';
import { recordWetSeal } from '../../commands/results/record-wet-seal';
import { recordWetSignature } from '../../commands/results/record-wet-signature';
import { scanBack } from '../../commands/results/scan-back';
import { paperResultEndpoints } from '../../contract/paper-results';
import { type Doorway, serveFile, serveVisit } from '../../http/serve';
import { type FilesAtHand, receivedOf } from '../../http/serve-upload';
import { presentUpload } from '../../presenters/upload';
import { ownUpload } from '../../queries/drafts/own-upload';
import { serveAct } from './serve-act';

/** Results on paper, from the printer to the scanner. */
export function paperResultRoutes(door: Doorway, files: FilesAtHand): Router {
  const router = Router();
  const doors = paperResultEndpoints;
  serveFile(router, door, doors.readPrintFile, async (context, { params }) => {
    const { read, ...file } = await readPrintFile(context, params, files.store);
    return { ...file, open: async () => Readable.from([await read()]) };
  });
  serveAct(router, door, doors.printOriginal, printOriginal);
  serveAct(router, door, doors.recordWetSignature, recordWetSignature);
  serveAct(router, door, doors.recordWetSeal, recordWetSeal);
  serveVisit(router, door, doors.beginScan, async ({ input: { params, body }, perform }) => {
    const upload = await perform(async (context) => ownUpload(context, await beginScan(context, { ...params, ...body })));
    return presentUpload(upload, await receivedOf(files, upload.id));
  });
  serveAct(router, door, doors.scanBack, scanBack);
  return router;
}
