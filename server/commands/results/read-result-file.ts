import { type Context } from '../../casework/context';
import { Refusal } from '../../domain/refusal';
import { type FileStore } from '../../files/file-store';
import { FileChanged, readWhole } from '../../files/read-whole';
import { judgeResultFile } from '../../policies/results';
import { judgeRecord } from '../../signing/verify/judge-record';
import { readDossier } from '../../store/dossiers';
import { readResult } from '../../store/results';
import { findSigningRecord } from '../../store/signing-records';
import { type StoredFileRow } from '../../store/models/stored-file';
import { findScan } from '../../store/wet-originals';

/** Where sealed results lie. */
export type ResultFiles = Pick<FileStore, 'open'>;

/**
 * The result as it was sealed, byte for byte; of one on paper its scan. Each time before it is handed out
 * the strict check is run on it, when the transaction is over: what is not
 * exactly what is on record does not leave the office (`signature-invalid`).
 */
export async function readResultFile({ tx, actor, seen }: Context, { resultId }: { resultId: string }, files: ResultFiles) {
  const result = await readResult(tx, resultId);
  const dossier = await readDossier(tx, result.dossierId);
  judgeResultFile(actor, dossier, result);
  seen.push({ dossierId: dossier.id });
  const name = `${(result.numberText ?? dossier.code ?? resultId).replaceAll('/', '-')}.pdf`;
  if (result.kind === 'paper') return { name, ...scanOf(await findScan(tx, resultId), files) };
  const record = await findSigningRecord(tx, result);
  if (!record) throw new Refusal('result-not-ready');
  return {
    name,
    mediaType: 'application/pdf',
    bytes: record.document.length,
    read: async (): Promise<Buffer> => {
      const file = await readRecorded(files, record.document.sha256);
      const { isReleasable, findings } = judgeRecord(file, record);
      if (!isReleasable) throw new Refusal('signature-invalid', { why: findings.map(({ code }) => code).join(', ') });
      return file;
    },
  };
}

function scanOf(scan: StoredFileRow | undefined, files: ResultFiles) {
  if (!scan) throw new Refusal('result-not-ready');
  return { mediaType: scan.kind, bytes: Number(scan.byteSize), read: () => readRecorded(files, scan.sha256) };
}

async function readRecorded(files: ResultFiles, sha256: string): Promise<Buffer> {
  return readWhole(files, sha256).catch((fault: unknown) => {
    throw fault instanceof FileChanged ? new Refusal('signature-invalid', { why: 'not-the-recorded-file' }) : fault;
  });
}
