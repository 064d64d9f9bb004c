import { isForApplicant } from '../../domain/letter';
import { refuseUnless } from '../../domain/refusal';
import { judgeReading } from '../../policies/reading';
import { judgeFileReading } from '../../policies/reading-files';
import { readDossier } from '../../store/dossiers';
import { holdersOfFile } from '../../store/file-holders';
import { readFile } from '../../store/files';
import { findLetter, lettersOf } from '../../store/record-going-out';
import { type LetterRow } from '../../store/models/letter';
import { type Reader } from '../reader';

/** The bytes that a reader may have, by their hash, with the name they are saved under. */
export type ReadableFile = { sha256: string; byteSize: number; name: string; mediaType: string };

/** A file that was handed in, for whoever may read a paper it is in. What a scanner has refused is opened to nobody, nor what waits for it. */
export async function readComponentFile({ tx, actor, seen }: Reader, { fileId }: { fileId: string }): Promise<ReadableFile> {
  const dossierId = judgeFileReading(actor, await holdersOfFile(tx, fileId));
  const { sha256, byteSize, displayName, kind, scan } = await readFile(tx, fileId);
  refuseUnless(scan !== 'infected', 'file-infected');
  refuseUnless(scan !== 'held', 'file-held');
  if (dossierId !== null) seen.push({ dossierId });
  return { sha256, byteSize, name: displayName, mediaType: kind };
}

/** The letters that were sent about a dossier, in the order in which they were; to the applicant only their own. */
export async function listLetters({ tx, actor, seen }: Reader, { dossierId }: { dossierId: string }): Promise<LetterRow[]> {
  judgeReading(actor, await readDossier(tx, dossierId));
  seen.push({ dossierId });
  const letters = await lettersOf(tx, dossierId);
  return actor.kind === 'citizen' ? letters.filter(({ form }) => isForApplicant(form)) : letters;
}

/** One letter as it was sent. */
export async function readLetterFile({ tx, actor, seen }: Reader, { letterId }: { letterId: string }): Promise<ReadableFile> {
  const letter = await findLetter(tx, letterId);
  refuseUnless(letter, 'not-found');
  const dossier = await readDossier(tx, letter.dossierId);
  judgeReading(actor, dossier);
  refuseUnless(actor.kind !== 'citizen' || isForApplicant(letter.form), 'not-found');
  seen.push({ dossierId: dossier.id });
  const name = [letter.form, letter.number ?? dossier.code].filter(Boolean).join(' ');
  return { sha256: letter.fileSha256, byteSize: letter.byteSize, name: `${name.replaceAll('/', '-')}.pdf`, mediaType: 'application/pdf' };
}
