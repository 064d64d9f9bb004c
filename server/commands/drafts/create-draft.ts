import { communePlace, namedPlace } from '../../casework/place-of';
import { type Context } from '../../casework/context';
import { syncComponents } from '../../casework/sync-components';
import { localDateOf } from '../../domain/local-time';
import { checkOnlineFiling, type Stage } from '../../domain/online-filing';
import { refuseUnless } from '../../domain/refusal';
import { prefillAnswers } from '../../forms/prefill';
import { profileOf } from '../../forms/profile';
import { formOf } from '../../forms/published';
import { asCitizen } from '../../policies/actor';
import { insertDraft, listOpenDraftsOf } from '../../store/drafts';
import { readFiler } from '../../store/filers';
import { findProcedure, findVersionInForce } from '../../store/procedures';
import { readFormVersion } from '../../store/published-versions';

export type CreateDraft = { procedureCode: string; caseKey: string; communeCode?: string | undefined; stage: Stage };

/** More than anybody has open in earnest. */
const MOST_DRAFTS = 50;

/**
 * Begins a dossier online, on the version that is in force today, filled in with
 * what the record knows of the person. Its form stays the one it was begun with.
 * Answers the draft's id.
 */
export async function createDraft(context: Context, { procedureCode, caseKey, communeCode, stage }: CreateDraft): Promise<string> {
  const { tx, now, actor } = context;
  const { accountId } = asCitizen(actor);
  const today = localDateOf(now);
  refuseUnless(await findProcedure(tx, procedureCode), 'not-found');
  const version = await findVersionInForce(tx, procedureCode, today);
  refuseUnless(version, 'procedure-not-in-force');
  const { content } = version;
  checkOnlineFiling(version, stage);
  const isCase = content.cases.some(({ key }) => key === caseKey);
  refuseUnless(isCase, 'invalid-input', {
    faults: [{ path: 'body.caseKey', message: 'Chọn một trường hợp của thủ tục.', messageEn: 'Choose a case of the procedure.' }],
  });
  refuseUnless((await listOpenDraftsOf(tx, accountId)).length < MOST_DRAFTS, 'too-many-drafts', { limit: MOST_DRAFTS });
  const place = (await namedPlace(tx, content)) ?? (communeCode && (await communePlace(tx, { communeCode, onDate: today })));
  const form = formOf(await readFormVersion(tx, version.formVersionId));
  const draft = await insertDraft(tx, {
    accountId,
    procedureCode,
    procedureVersionId: version.id,
    caseKey,
    answers: prefillAnswers(form, profileOf(await readFiler(tx, accountId, today))).answers,
    centreId: place ? place.centre.id : null,
    createdAt: now,
    savedAt: now,
  });
  await syncComponents(context, draft, content);
  return draft.id;
}
