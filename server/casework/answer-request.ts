import { localDateOf } from '../domain/local-time';
import { type Answers } from '../forms/answers';
import { answersWithItems } from '../forms/answer-items';
import { formOf } from '../forms/published';
import { type SupplementRow } from '../store/models/supplement';
import { readProcedureVersion } from '../store/procedures';
import { readFormVersion } from '../store/published-versions';
import { type Context } from './context';
import { fileIdsOf, papersIn } from './files-in-papers';
import { type GivenAnswer, keepAnswer } from './keep-answer';
import { itemsOf, openRequest } from './open-request';
import { type Case } from './read-case';

/**
 * Puts the applicant's answer to the open request of that phase on record. Only
 * what the request names is open, the rest of the declaration stays: it changes by
 * the applicant's own act alone. Answers the dossier's answers as they are from now
 * on, and what the journal says of it.
 */
export async function answerRequest(
  context: Context,
  subject: Case,
  { phase, ...given }: GivenAnswer & { phase: SupplementRow['phase'] },
): Promise<{ answers: Answers; detail: Record<string, unknown> }> {
  const request = await openRequest(context, subject, phase);
  const answers = await answersWith(context, subject, { request, given: given.answers });
  return { answers, detail: await keepAnswer(context, subject, request, given) };
}

async function answersWith(
  { tx }: Context,
  { dossier, procedure }: Case,
  { request, given }: { request: SupplementRow; given: GivenAnswer['answers'] },
): Promise<Answers> {
  const { formVersionId } = await readProcedureVersion(tx, dossier.procedureVersionId);
  const named = itemsOf(request).flatMap(({ kind, key }) => (kind === 'answer' ? [key] : []));
  return answersWithItems(
    {
      content: procedure,
      definition: formOf(await readFormVersion(tx, formVersionId)),
      filed: { caseKey: dossier.caseKey, channel: dossier.channel },
      today: localDateOf(dossier.submittedAt),
      answers: dossier.answers as Answers,
      files: fileIdsOf(await papersIn(tx, { dossierId: dossier.id })),
    },
    { named: new Set(named), given },
  );
}
