import { type UploadRow } from '../store/models/upload';

/** Shapes an upload; `received` is told by the file itself, never by a row. */
export function presentUpload({ id, componentKey, displayName, byteSize, finishedAt, fileId }: UploadRow, received: number) {
  const size = Number(byteSize);
  const isFinished = finishedAt !== null;
  return { upload: { id, componentKey, name: displayName, size, received: isFinished ? size : received, isFinished, fileId } };
}
