import { answerDueAt } from '../../casework/answer-due';
import { type Context } from '../../casework/context';
import { fileIdsOf, type Paper, papersIn } from '../../casework/files-in-papers';
import { findParties } from '../../casework/find-parties';
import { giveCode } from '../../casework/give-code';
import { postalAddressFaults } from '../../casework/judge-postal-address';
import { lockOwnDraft, type OwnDraft } from '../../casework/lock-draft';
import { openCase } from '../../casework/open-case';
import { openFees } from '../../casework/open-fees';
import { namedPlace, type Place, placeOfCentre } from '../../casework/place-of';
import { instantOf, localDateOf } from '../../domain/local-time';
import { checkOnlineFiling, type Stage } from '../../domain/online-filing';
import { Refusal, refuseUnless } from '../../domain/refusal';
import { ownerFor } from '../../domain/version-case';
import { type Answers } from '../../forms/answers';
import { checkReady } from '../../forms/check-ready';
import { type FormDefinition } from '../../forms/definition';
import { contextOf, judgeFiling } from '../../forms/judge-filing';
import { namedOwner, namedSubmitter } from '../../forms/named-people';
import { communeCodes, namedUnits, unitFaults } from '../../forms/named-units';
import { prefillAnswers } from '../../forms/prefill';
import { profileOf } from '../../forms/profile';
import { formOf } from '../../forms/published';
import { knownCommunes } from '../../store/agencies';
import { changeComponent, moveComponents } from '../../store/components';
import { findLikeDossier, insertDossier } from '../../store/dossiers';
import { closeDraft } from '../../store/drafts';
import { type Filer, readFiler } from '../../store/filers';
import { type DossierRow } from '../../store/models/dossier';
import { findVersionInForce } from '../../store/procedures';
import { readFormVersion } from '../../store/published-versions';
import { appendDeltas } from '../../store/statistics';

export type SubmitDraft = { draftId: string; expectedVersion: number; hasConsented: boolean; stage: Stage };
/** `like`: an open dossier of the same content, or one of today: told, never a block (E01). */
export type Submitted = { dossierId: string; like: string | null };

/**
 * Files the draft. The version of this day governs, the form is judged whole, the
 * dossier gets its code and goes into its diagram, and the centre's time to answer
 * runs from the next opening (R25, R47, R48). Everything is there, or nothing.
 */
export async function submitDraft(context: Context, { draftId, expectedVersion, hasConsented, stage }: SubmitDraft): Promise<Submitted> {
  const { tx, now } = context;
  refuseUnless(hasConsented, 'consent-missing');
  const own = await lockOwnDraft(context, draftId, expectedVersion);
  await checkGoverning(context, own, stage);
  const form = formOf(await readFormVersion(tx, own.version.formVersionId));
  const filer = await readFiler(tx, own.draft.accountId, localDateOf(now));
  const papers = await papersIn(tx, { draftId });
  const place = await placeOf(context, own);
  const answers = await judgedAnswers(context, own, { form, filer, papers, place });
  const like = await findLikeDossier(tx, {
    accountId: filer.account.id,
    procedureCode: own.draft.procedureCode,
    caseKey: own.draft.caseKey,
    answers,
    since: instantOf(localDateOf(now), 0),
  });
  const dossier = await enterDossier(context, own, { form, filer, place: place!, answers });
  await takePapers(context, { draftId, dossierId: dossier.id, papers });
  await putOnRecord(context, own, dossier, like?.code ?? null);
  return { dossierId: dossier.id, like: like?.code ?? null };
}

/** The door that moves drafts to a newer version comes first; whoever slips by it in the same moment is stale. */
async function checkGoverning({ tx, now }: Context, { draft, version }: OwnDraft, stage: Stage): Promise<void> {
  const governing = await findVersionInForce(tx, draft.procedureCode, localDateOf(now));
  refuseUnless(governing, 'procedure-not-in-force');
  checkOnlineFiling(governing, stage);
  const { sourceDecision, effectiveFromOn } = governing;
  if (governing.id !== version.id)
    throw new Refusal('stale', {
      change: { vi: 'thủ tục có phiên bản mới', en: 'the procedure has a new version' },
      by: sourceDecision,
      at: effectiveFromOn,
    });
}

/** Undefined where no commune is chosen, or the chosen one has ended meanwhile. */
async function placeOf({ tx, now }: Context, { draft, version }: OwnDraft): Promise<Place | undefined> {
  const named = await namedPlace(tx, version.content);
  if (named || draft.centreId === null) return named;
  const chosen = await placeOfCentre(tx, draft.centreId);
  const { validToOn } = chosen.agency;
  return validToOn === null || validToOn > localDateOf(now) ? chosen : undefined;
}

type Given = { form: FormDefinition; filer: Filer; papers: readonly Paper[]; place: Place | undefined };

async function judgedAnswers(context: Context, { draft, version }: OwnDraft, { form, filer, papers, place }: Given): Promise<Answers> {
  const { content } = version;
  const filing = {
    content,
    definition: form,
    filed: { caseKey: draft.caseKey, channel: 'online' },
    today: localDateOf(context.now),
    answers: draft.answers as Answers,
    verified: prefillAnswers(form, profileOf(filer)).verified,
    files: fileIdsOf(papers),
  } as const;
  const judged = judgeFiling(filing);
  const units = namedUnits(form, judged.answers, contextOf(filing));
  const known = await knownCommunes(context.tx, communeCodes(units), filing.today);
  const address = draft.returnWay === 'post' ? draft.returnAddress : null;
  checkReady({ ...judged, faults: [...judged.faults, ...unitFaults(units, known)] }, [
    ...(content.cases.some(({ key }) => key === draft.caseKey)
      ? []
      : [{ path: 'caseKey', message: 'Trường hợp này không còn. Tạo hồ sơ mới.', messageEn: 'This case is no more. Begin anew.' }]),
    ...(place ? [] : [{ path: 'place', message: 'Chọn xã, phường giải quyết.', messageEn: 'Choose the commune or ward.' }]),
    ...(draft.returnWay ? [] : [{ path: 'returnWay', message: 'Chọn cách nhận kết quả.', messageEn: 'Choose how to receive the result.' }]),
    ...(address ? await postalAddressFaults(context, address) : []).map((fault) => ({ ...fault, path: `returnAddress.${fault.path}` })),
  ]);
  return judged.answers;
}

async function enterDossier(
  context: Context,
  { draft, version }: OwnDraft,
  { form, filer, place, answers }: { form: FormDefinition; filer: Filer; place: Place; answers: Answers },
): Promise<DossierRow> {
  const { tx, now } = context;
  const { content } = version;
  const named = { submitter: namedSubmitter(form, answers), owner: namedOwner(ownerFor(content, draft.caseKey), answers) };
  const parties = await findParties(context, filer, named);
  return insertDossier(tx, {
    ...parties,
    code: await giveCode(context, place.agency),
    procedureCode: draft.procedureCode,
    procedureVersionId: version.id,
    diagramVersionId: version.diagramVersionId,
    caseKey: draft.caseKey,
    channel: 'online',
    centreId: place.centre.id,
    agencyId: place.agency.id,
    submitterAccountId: filer.account.id,
    answers,
    returnWay: draft.returnWay!,
    returnAddress: draft.returnAddress,
    isSameDay: content.isSameDay,
    createdAt: now,
    submittedAt: now,
    answerDueAt: await answerDueAt(context, { procedure: content, centreId: place.centre.id }),
    status: 1,
  });
}

async function takePapers(
  { tx }: Context,
  { draftId, dossierId, papers }: { draftId: string; dossierId: string; papers: readonly Paper[] },
): Promise<void> {
  for (const { component, files } of papers) if (files.length > 0) await changeComponent(tx, component.id, { isElectronic: true });
  await moveComponents(tx, draftId, dossierId);
  await closeDraft(tx, draftId, dossierId);
}

async function putOnRecord(context: Context, { version }: OwnDraft, dossier: DossierRow, like: string | null): Promise<void> {
  const subject = { dossier, procedure: version.content };
  const fees = await openFees(context, subject);
  const { ownerPersonId: personId, ownerOrganisationId: organisationId, ownerName: name } = dossier;
  await openCase(context, subject, 'submit', {
    ...(dossier.code === null ? {} : { code: dossier.code }),
    submittedAt: dossier.submittedAt.toISOString(),
    owner: { personId, organisationId, name },
    ...(fees.length > 0 ? { fees } : {}),
    detail: { consented: true, procedureVersion: version.version, ...(like === null ? {} : { like }) },
  });
  const { agencyId, procedureCode, channel } = dossier;
  await appendDeltas(context.tx, [{ onDate: localDateOf(context.now), agencyId, procedureCode, channel, measure: 'submitted', amount: 1 }]);
}
