import { type ComponentDescription } from '../domain/procedure';
import { Refusal, refuseUnless } from '../domain/refusal';
import { type Holder } from '../store/components';
import { type UploadRow } from '../store/models/upload';
import { countOpenUploads, findOpenUpload, insertUpload } from '../store/uploads';
import { type Context } from './context';
import { sizeWords } from '../domain/words/size';

/** A file that somebody is about to send: its size in bytes and its SHA-256 (64 lower-case hexadecimal digits) are told before. */
export type AnnouncedFile = { componentKey: string; name: string; size: number; sha256: string };

/** Nobody sends more files at once in earnest; each holds room on the disk until it is swept. */
const MOST_OPEN_UPLOADS = 20;
const MEGABYTE = 1_048_576;
const WHEN_TO_TRY_AGAIN_SECONDS = 3600;

/**
 * Enters an upload for a paper that takes files. The same file announced again
 * goes on where it stood. Refuses `component-unknown` for a paper that is taken
 * only by hand, `file-empty`, `file-too-large` (`limit` in MB) and
 * `too-many-files`.
 */
export async function enterUpload(
  { tx, now }: Context,
  {
    accountId,
    holder,
    component,
    most,
    there,
    file,
  }: {
    accountId: string;
    holder: Holder;
    component: Pick<ComponentDescription, 'key' | 'accepts' | 'megabytes'>;
    most: number;
    /** How many files the paper has. */
    there: number;
    file: AnnouncedFile;
  },
): Promise<UploadRow> {
  refuseUnless(component.accepts.length > 0, 'component-unknown');
  refuseUnless(file.size > 0, 'file-empty');
  refuseUnless(file.size <= component.megabytes * MEGABYTE, 'file-too-large', { limit: sizeWords(component.megabytes * MEGABYTE) });
  refuseUnless(there < most, 'too-many-files', { limit: most });
  const { draftId = null, dossierId = null } = holder as { draftId?: string; dossierId?: string };
  const values = { accountId, draftId, dossierId, componentKey: component.key, sha256: file.sha256, byteSize: file.size };
  const begun = await findOpenUpload(tx, values);
  if (begun) return begun;
  if ((await countOpenUploads(tx, accountId)) >= MOST_OPEN_UPLOADS)
    throw new Refusal('too-many-requests', { seconds: WHEN_TO_TRY_AGAIN_SECONDS });
  return insertUpload(tx, { ...values, displayName: file.name, startedAt: now });
}
