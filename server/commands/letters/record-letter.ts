import { type Context } from '../../casework/context';
import { findServiceTask } from '../../casework/find-service-task';
import { lockCase } from '../../casework/read-case';
import { recordAct } from '../../casework/record-act';
import { type ForeseenNumber, takeNumber } from '../../casework/take-number';
import { takeStep } from '../../casework/take-step';
import { type LetterOrder } from '../../domain/letter';
import { type RecordedFile } from '../../domain/signing-record';
import { changeExtension } from '../../store/extensions';
import { insertLetter } from '../../store/letters';

export type RecordLetter = {
  order: LetterOrder;
  /** The service task that asked for it; null where an act outside the diagram did. */
  executionId: string | null;
  templateVersionId: string;
  facts: Record<string, unknown>;
  file: RecordedFile;
  isSealed: boolean;
  numbering: ForeseenNumber | null;
};

/**
 * Puts a letter on record that was drawn and sealed outside every lock, gives it
 * its number, and answers the task that asked for it. The applicant was told by
 * the act that the letter speaks of. Where the dossier has gone on without it, nothing is left. Throws PassedNumber
 * where the number went to another letter meanwhile.
 */
export async function recordLetter(context: Context, letter: RecordLetter): Promise<void> {
  const { tx, now } = context;
  const { order, executionId, numbering } = letter;
  const subject = await lockCase(context, order.dossierId);
  const task = executionId === null ? undefined : await findServiceTask(context, { dossierId: order.dossierId, executionId });
  if (executionId !== null && !task) return;
  const { id } = await insertLetter(tx, {
    dossierId: order.dossierId,
    form: order.form,
    templateVersionId: letter.templateVersionId,
    number: numbering?.numberText ?? null,
    facts: letter.facts,
    fileSha256: letter.file.sha256,
    byteSize: letter.file.length,
    isSealed: letter.isSealed,
    reprintOfId: order.reprintOfId,
    issuedAt: now,
  });
  const detail = { form: order.form, letterId: id, ...(numbering ? { number: numbering.numberText } : {}) };
  if (task) await takeStep(context, subject, { act: task.topic ?? 'issue-receipt', taskId: task.id, record: { detail } });
  else await recordAct(context, subject.dossier, { act: order.reprintOfId ? 'reprint-letter' : 'issue-letter', facts: { detail } });
  if (order.extensionId) await changeExtension(tx, order.extensionId, { letterId: id });
  if (numbering) await takeNumber(context, numbering, { resultId: null, letterId: id });
}
