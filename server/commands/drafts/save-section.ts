import { type Context } from '../../casework/context';
import { lockOwnDraft } from '../../casework/lock-draft';
import { localDateOf } from '../../domain/local-time';
import { Refusal, refuseUnless } from '../../domain/refusal';
import { type Answers } from '../../forms/answers';
import { prefillAnswers } from '../../forms/prefill';
import { profileOf } from '../../forms/profile';
import { formOf } from '../../forms/published';
import { findPage, replaceSection, strayInSection } from '../../forms/section';
import { saveDraft } from '../../store/drafts';
import { readFiler } from '../../store/filers';
import { readFormVersion } from '../../store/published-versions';

export type SaveSection = {
  draftId: string;
  section: string;
  expectedVersion: number;
  answers: Readonly<Record<string, unknown>>;
};

/**
 * Saves one page of the form as it was sent. What is wrong in it is told beside
 * and never stands in the way: what somebody has written is not lost.
 */
export async function saveSection(context: Context, { draftId, section, expectedVersion, answers: given }: SaveSection): Promise<void> {
  const { tx, now } = context;
  const { draft, version } = await lockOwnDraft(context, draftId, expectedVersion);
  const form = formOf(await readFormVersion(tx, version.formVersionId));
  const page = findPage(form, section);
  refuseUnless(page, 'not-found');
  const stray = strayInSection(form, page, given);
  if (stray.length > 0) throw new Refusal('invalid-input', { faults: stray.map(strayFault) });
  const { verified } = prefillAnswers(form, profileOf(await readFiler(tx, draft.accountId, localDateOf(now))));
  const answers = replaceSection(form, page, { answers: draft.answers as Answers, verified, given });
  await saveDraft(tx, draftId, { answers, savedAt: now });
}

function strayFault(path: string) {
  return { path: `body.answers.${path}`, message: 'Không phải câu hỏi của phần này.', messageEn: 'No question of this section.' };
}
