import { type FileStore } from './file-store';
import { type UploadParts } from './upload-parts';
import { type VirusScanner } from './virus-scan';

/** What app.ts hands to the doors that take files in. */
export type FilesAtHand = {
  store: FileStore;
  parts: UploadParts;
  scanner: VirusScanner;
  /** Path of the built `documents/inspect/child.js`, in which foreign PDFs are judged. */
  inspectChild: string;
};
