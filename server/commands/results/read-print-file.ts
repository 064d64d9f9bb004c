import { type Context } from '../../casework/context';
import { refuseUnless } from '../../domain/refusal';
import { type FileStore } from '../../files/file-store';
import { readWhole } from '../../files/read-whole';
import { asStaff } from '../../policies/actor';
import { judgeReading } from '../../policies/reading';
import { readDossier } from '../../store/dossiers';
import { readResult } from '../../store/results';

/** The file that is printed and signed by hand, without the mark of a draft: for the office alone, while it is on its way to the seal. */
export async function readPrintFile({ tx, actor, seen }: Context, { resultId }: { resultId: string }, files: Pick<FileStore, 'open'>) {
  asStaff(actor);
  const result = await readResult(tx, resultId);
  const dossier = await readDossier(tx, result.dossierId);
  judgeReading(actor, dossier);
  const { kind, state, baseSha256 } = result;
  refuseUnless(kind === 'paper' && state !== 'void', 'not-found');
  refuseUnless(baseSha256 && state !== 'sealed', 'document-not-ready');
  seen.push({ dossierId: dossier.id });
  return {
    name: `ban-in-${dossier.code ?? resultId}.pdf`,
    mediaType: 'application/pdf',
    read: () => readWhole(files, baseSha256),
  };
}
