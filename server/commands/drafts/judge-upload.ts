import { inspectPdf } from '../../documents/inspect/inspect-pdf';
import { Refusal } from '../../domain/refusal';
import { type FilesAtHand } from '../../files/files-at-hand';
import { type FileKind, readBeginning, readKind } from '../../files/file-kind';
import { inTurns } from '../../files/in-turns';
import { judgePicture } from '../../files/picture';
import { type ArrivedWhole } from '../../files/upload-parts';

/** A file that was found good: its bytes are at rest, no row names it yet. */
export type JudgedFile = {
  sha256: string;
  bytes: number;
  kind: FileKind;
  pageCount: number | null;
  scan: 'clean' | 'unscanned' | 'held';
  inspection: Record<string, unknown>;
};

export type ArrivedUpload = { id: string; sha256: string; byteSize: number; accepts: readonly ('pdf' | 'jpeg' | 'png')[] };

const KINDS = { pdf: 'application/pdf', jpeg: 'image/jpeg', png: 'image/png' } as const;
/** A photograph of a telephone, or an A4 sheet scanned at 600 dpi, with room to spare. */
const PICTURE_LIMITS = { maxPixels: 64_000_000, maxSeconds: 10 };

/** Strangers' files are opened two at a time: a burst of uploads must not take the office's machine. */
const inItsTurn = inTurns(2);

/**
 * Judges an upload that is whole: slow work, before and outside the act that puts
 * it on record. Its kind is told by content, a picture is opened to its last line,
 * a PDF is read by a child process, and the scanner is asked. It is judged where
 * it lies among the parts: what is refused never comes among the papers.
 *
 * Refuses `upload-part-wrong` (with the awaited place) while parts are missing,
 * `upload-hash-wrong`, and every reason for which a file is not taken.
 */
export async function judgeUpload(files: FilesAtHand, { id, sha256, byteSize, accepts }: ArrivedUpload): Promise<JudgedFile> {
  const received = await files.parts.received(id);
  if (received !== byteSize) throw new Refusal('upload-part-wrong', { expected: received });
  const found = await files.parts.judgeWhole({ uploadId: id, sha256 }, (whole) => judgeContent(files, whole, accepts));
  const stored = await files.parts.finish({ uploadId: id, sha256, maxBytes: byteSize });
  return { ...stored, ...found };
}

async function judgeContent(
  { inspectChild, scanner }: FilesAtHand,
  whole: ArrivedWhole,
  accepts: ArrivedUpload['accepts'],
): Promise<Omit<JudgedFile, 'sha256' | 'bytes'>> {
  const allowed = accepts.map((kind) => KINDS[kind]);
  const kind = await readKind(await readBeginning(whole.open({ start: 0, end: 8191 })), allowed);
  const inspection = await inItsTurn(() => (kind === 'application/pdf' ? judgePdf(whole.path, inspectChild) : judgeImage(whole)));
  const { pages = null } = inspection as { pages?: number };
  return { kind, pageCount: pages, scan: await scanned(scanner, whole), inspection };
}

/** A scanner may not want the whole file; what it leaves open is closed. */
async function scanned(scanner: FilesAtHand['scanner'], whole: ArrivedWhole): Promise<JudgedFile['scan']> {
  const content = whole.open();
  try {
    const found = await scanner.scan(content);
    if (found.verdict === 'infected') throw new Refusal('file-infected', { finding: found.finding });
    return found.verdict;
  } finally {
    content.destroy();
  }
}

async function judgePdf(path: string, inspectChild: string): Promise<Record<string, unknown>> {
  const verdict = await inspectPdf(path, inspectChild);
  switch (verdict.verdict) {
    case 'ok':
      return { pages: verdict.pages, signatures: verdict.signatures, version: verdict.version };
    case 'damaged':
      throw new Refusal('file-damaged');
    case 'encrypted':
      throw new Refusal('file-encrypted');
    case 'hostile':
      throw new Refusal('file-hostile', { why: verdict.why });
  }
}

async function judgeImage(whole: ArrivedWhole): Promise<Record<string, unknown>> {
  const { width, height } = await judgePicture(whole.open(), PICTURE_LIMITS);
  return { width, height };
}
