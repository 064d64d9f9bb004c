import { type Context } from '../../casework/context';
import { fileIdsOf, papersIn } from '../../casework/files-in-papers';
import { keepAnswer, type PaperBrought } from '../../casework/keep-answer';
import { itemsOf, openRequest } from '../../casework/open-request';
import { lockCase } from '../../casework/read-case';
import { takeStep } from '../../casework/take-step';
import { localDateOf } from '../../domain/local-time';
import { correctAnswers } from '../../forms/correct-answers';
import { checkUnits, communeCodes } from '../../forms/named-units';
import { formOf } from '../../forms/published';
import { knownCommunes } from '../../store/agencies';
import { readPinnedForm } from '../../store/pinned-versions';

export type AnswerSupplement = {
  dossierId: string;
  expectedVersion: number;
  answers: Readonly<Record<string, unknown>>;
  papers: readonly PaperBrought[];
  note: string;
};

/**
 * The applicant answers the supplement request; only what it names is open, the
 * rest of the declaration stays (practice: what is declared changes only by the
 * applicant's own act). The clock still stands until the clerk finds it whole.
 */
export async function answerSupplement(context: Context, { dossierId, expectedVersion, ...given }: AnswerSupplement): Promise<void> {
  const subject = await lockCase(context, dossierId, expectedVersion);
  const { dossier, procedure } = subject;
  const request = await openRequest(context, subject, 'appraisal');
  const { answers, units } = correctAnswers(
    {
      dossier,
      content: procedure,
      definition: formOf(await readPinnedForm(context.tx, dossier.procedureVersionId)),
      files: fileIdsOf(await papersIn(context.tx, { dossierId })),
    },
    { items: itemsOf(request), given: given.answers },
  );
  checkUnits(units, await knownCommunes(context.tx, communeCodes(units), localDateOf(context.now)));
  const detail = await keepAnswer(context, subject, request, given);
  await takeStep(context, subject, { act: 'answer-supplement', change: { answers }, record: { detail } });
}
