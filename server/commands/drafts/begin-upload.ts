import { type Context } from '../../casework/context';
import { type AnnouncedFile, enterUpload } from '../../casework/enter-upload';
import { fileIdsOf, papersIn } from '../../casework/files-in-papers';
import { lockOwnDraft } from '../../casework/lock-draft';
import { localDateOf } from '../../domain/local-time';
import { refuseUnless } from '../../domain/refusal';
import { cleanDisplayName } from '../../files/display-name';
import { type Answers } from '../../forms/answers';
import { judgeFiling } from '../../forms/judge-filing';
import { formOf } from '../../forms/published';
import { readFormVersion } from '../../store/published-versions';

/** Announces a file for a paper that the draft is asked for now; parts follow. Answers the upload's id. */
export async function beginUpload(context: Context, { draftId, ...file }: AnnouncedFile & { draftId: string }): Promise<string> {
  const { draft, version } = await lockOwnDraft(context, draftId);
  const { papers } = judgeFiling({
    content: version.content,
    definition: formOf(await readFormVersion(context.tx, version.formVersionId)),
    filed: { caseKey: draft.caseKey, channel: 'online' },
    today: localDateOf(context.now),
    answers: draft.answers as Answers,
    verified: {},
    files: fileIdsOf(await papersIn(context.tx, { draftId })),
  });
  const paper = papers.find(({ component }) => component.key === file.componentKey);
  refuseUnless(paper, 'component-unknown');
  const { component, most, files } = paper;
  const named = { ...file, name: cleanDisplayName(file.name) };
  const upload = await enterUpload(context, {
    accountId: draft.accountId,
    holder: { draftId },
    component,
    most,
    there: files.length,
    file: named,
  });
  return upload.id;
}
