import { createHash } from 'node:crypto';
import { embedSignature } from '../documents/embed-signature';
import { Refusal } from '../domain/refusal';
import { localDateOf } from '../domain/local-time';
import { type RecordedFile, type RecordedSignature, type ShownSignature } from '../domain/signing-record';
import { numericDate } from '../domain/words/dates';
import { type FileStore } from '../files/file-store';
import { keepWhole, readWhole } from '../files/read-whole';
import { signDigest, type Signer } from '../signing/signer';
import { type PaperRoom } from './paper-pool';

/** Where papers are made: worker threads, and the store in which they lie. */
export type PaperDesk = { readonly paper: PaperRoom; readonly files: FileStore };

export type Affixing = {
  /** The file as it is. */
  readonly before: Buffer;
  readonly field: string;
  readonly fills: Readonly<Record<string, string>>;
  /** DER of the certificate that must sign. */
  readonly certificate: Buffer;
  readonly imageSha256: string | null;
  readonly signedBy: string;
  readonly reason: string;
  readonly at: Date;
  readonly earlier: readonly RecordedSignature[];
  readonly anchors: readonly Buffer[];
};

export type Affixed = { readonly file: RecordedFile; readonly shown: ShownSignature };

/**
 * Puts one signature under a document: prepares the update, has the digest
 * signed, embeds the answer, and judges its own work as strictly as any file
 * before release. Only then is the file kept. Refuses `signature-invalid`.
 */
export async function affixSignature({ paper, files }: PaperDesk, signer: Signer, work: Affixing): Promise<Affixed> {
  const { before, field, fills, certificate, signedBy, reason, at, earlier, anchors } = work;
  const image = work.imageSha256 === null ? null : await readWhole(files, work.imageSha256);
  const { prepared, shown } = await paper.prepare({
    before,
    signature: { field, fills, image, lines: linesOf(at), signedBy, reason, at },
  });
  const digest = Buffer.from(prepared.digest);
  const bytes = embedSignature({ ...prepared, digest, bytes: Buffer.from(prepared.bytes) }, await signDigest(signer, digest, at));
  const own: RecordedSignature = { field, before: recorded(before), certificate, shown, fills, at, revokedAt: null };
  const { isReleasable, findings } = await paper.judge({
    file: bytes,
    record: { document: recorded(bytes), signatures: [...earlier, own], anchors },
  });
  if (!isReleasable) throw new Refusal('signature-invalid', { why: findings.map(({ code }) => code).join(', ') });
  return { file: await keepWhole(files, bytes), shown };
}

function recorded(bytes: Buffer): RecordedFile {
  return { sha256: createHash('sha256').update(bytes).digest('hex'), length: bytes.length };
}

/** What stands in the place of a signature for which no image is registered (NĐ 30/2020, Annex I, II.8b). */
function linesOf(at: Date): readonly string[] {
  const time = new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(11, 19);
  return ['Đã ký số', `${numericDate(localDateOf(at))} ${time} +07:00`];
}
