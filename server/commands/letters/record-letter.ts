import { type Context } from '../../casework/context';
import { findServiceTask } from '../../casework/find-service-task';
import { notify } from '../../casework/notify';
import { lockCase } from '../../casework/read-case';
import { recordAct } from '../../casework/record-act';
import { type ForeseenNumber, takeNumber } from '../../casework/take-number';
import { takeStep } from '../../casework/take-step';
import { type LetterOrder } from '../../domain/letter';
import { type RecordedFile } from '../../domain/signing-record';
import { type NoticeKind } from '../../domain/words/notices';
import { changeExtension } from '../../store/extensions';
import { insertLetter } from '../../store/letters';
import { readSupplement } from '../../store/supplements';

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
 * its number, answers the task that asked for it, and has the applicant told.
 * Where the dossier has gone on without it, nothing is left. Throws PassedNumber
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
  const kind = await noticeOf(context, order);
  if (kind) await notify(context, subject.dossier, kind);
  if (numbering) await takeNumber(context, numbering, { resultId: null, letterId: id });
}

/** Of acceptance, completion and refusal the act itself has told; here it is told of what leaves with its letter. */
async function noticeOf({ tx }: Context, { form, supplementId, reprintOfId }: LetterOrder): Promise<NoticeKind | null> {
  if (reprintOfId) return null;
  if (form === 'form-04') return 'extended';
  const isSupplement = form === 'form-02' && supplementId !== null && (await readSupplement(tx, supplementId)).phase === 'appraisal';
  return isSupplement ? 'supplement-asked' : null;
}
