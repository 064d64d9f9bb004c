import { readRegisteredImage } from '../documents/appearance';
import { BASELINE_ROOM, prepareSignature, type PreparedSignature } from '../documents/prepare-signature';
import { renderForSigning } from '../documents/render-for-signing';
import { readTemplate } from '../documents/template';
import { type ShownSignature, type SigningRecord } from '../domain/signing-record';
import { judgeRecord } from '../signing/verify/judge-record';

/** What one signing act asks of the file. */
export type PaperSignature = {
  readonly field: string;
  readonly fills: Readonly<Record<string, string>>;
  /** A registered PNG; null: the lines stand in its place. */
  readonly image: Uint8Array | null;
  readonly lines: readonly string[];
  readonly signedBy: string;
  readonly reason: string;
  readonly at: Date;
};

export type Judgement = { readonly isReleasable: boolean; readonly findings: readonly { code: string; detail: string }[] };

/**
 * The heavy work on papers: drawing, preparing for a signature, judging. All in
 * plain values, so that it can be done in a worker thread, away from the requests.
 */
export const paperWork = {
  /** Draws a document that will be signed. */
  async render({ template, facts }: { template: unknown; facts: unknown }): Promise<Uint8Array> {
    return (await renderForSigning(readTemplate(template), facts)).bytes;
  },

  /** Appends the update that a signature will close, with the digest to sign. */
  async prepare({ before, signature }: { before: Uint8Array; signature: PaperSignature }): Promise<{
    prepared: PreparedSignature;
    shown: ShownSignature;
  }> {
    const { field, fills, image, lines, signedBy, reason, at } = signature;
    const locks = Object.keys(fills);
    const prepared = await prepareSignature(before, {
      field,
      fill: fills,
      ...(locks.length ? { locks } : {}),
      appearance: image ? { image } : { lines },
      signedBy,
      reason,
      at,
      room: BASELINE_ROOM,
    });
    return { prepared, shown: image ? { image: (await readRegisteredImage(image)).fingerprint } : { lines } };
  },

  /** The strict check: only a file that is exactly what is on record may leave the office. */
  judge({ file, record }: { file: Uint8Array; record: SigningRecord }): Promise<Judgement> {
    const { isReleasable, findings } = judgeRecord(Buffer.from(file), record);
    return Promise.resolve({ isReleasable, findings: findings.map(({ code, detail }) => ({ code, detail })) });
  },
};

export type PaperWork = typeof paperWork;
