import { localDateOf } from '../../domain/local-time';
import { previewFees, type PreviewedFee } from '../../domain/fees-preview';
import { refuseUnless } from '../../domain/refusal';
import { type Answers } from '../../forms/answers';
import { type FormDefinition } from '../../forms/definition';
import { contextOf, judgeFiling, type JudgedFiling } from '../../forms/judge-filing';
import { communeCodes, namedUnits, unitFaults } from '../../forms/named-units';
import { prefillAnswers } from '../../forms/prefill';
import { profileOf } from '../../forms/profile';
import { formOf } from '../../forms/published';
import { type VerifiedAnswers } from '../../forms/validate';
import { judgeOwnDraft } from '../../policies/ownership';
import { findAgencyByCode, knownCommunes, readAgency } from '../../store/agencies';
import { componentsOf, type FileOfComponent, filesOf } from '../../store/components';
import { readDraft } from '../../store/drafts';
import { readFiler } from '../../store/filers';
import { type AgencyRow } from '../../store/models/agency';
import { type DraftRow } from '../../store/models/draft';
import { findVersionInForce, type PublishedProcedure, readProcedureVersion } from '../../store/procedures';
import { readFormVersion } from '../../store/published-versions';
import { type Transaction } from '../../store/transaction';
import { type Reader } from '../reader';

/** A draft with everything that its owner is told of it. */
export type DraftView = {
  draft: DraftRow;
  version: PublishedProcedure;
  /** The version that governs today; undefined where the procedure has ended. */
  governing: PublishedProcedure | undefined;
  form: FormDefinition;
  verified: VerifiedAnswers;
  judged: JudgedFiling;
  files: FileOfComponent[];
  fees: PreviewedFee[];
  place: { centre: AgencyRow; agency: AgencyRow } | undefined;
};

/** Reads a draft for its owner; to everybody else it does not exist. */
export async function draftView({ tx, now, actor }: Reader, draftId: string): Promise<DraftView> {
  const draft = await readDraft(tx, draftId);
  judgeOwnDraft(actor, draft);
  refuseUnless(draft.discardedAt === null, 'not-found');
  const today = localDateOf(now);
  const version = await readProcedureVersion(tx, draft.procedureVersionId);
  const form = formOf(await readFormVersion(tx, version.formVersionId));
  const { verified } = prefillAnswers(form, profileOf(await readFiler(tx, draft.accountId, today)));
  const files = await filesOf(tx, { draftId });
  const filing = {
    content: version.content,
    definition: form,
    filed: { caseKey: draft.caseKey, channel: 'online' },
    today,
    answers: draft.answers as Answers,
    verified,
    files: await fileIdsOf(tx, draftId, files),
  } as const;
  const judged = judgeFiling(filing);
  const units = namedUnits(form, judged.answers, contextOf(filing));
  const known = await knownCommunes(tx, communeCodes(units), today);
  return {
    draft,
    version,
    governing: await findVersionInForce(tx, draft.procedureCode, today),
    form,
    verified,
    judged: { ...judged, faults: [...judged.faults, ...unitFaults(units, known)] },
    files,
    fees: previewFees(version.content.fees, { channel: 'online', submittedOn: today, answers: judged.answers }),
    place: await placeOf(tx, draft, version),
  };
}

async function fileIdsOf(tx: Transaction, draftId: string, files: readonly FileOfComponent[]): Promise<Map<string, string[]>> {
  const papers = await componentsOf(tx, { draftId });
  return new Map(papers.map(({ id, key }) => [key, files.filter(({ componentId }) => componentId === id).map((file) => file.id)]));
}

async function placeOf(tx: Transaction, { centreId }: DraftRow, { content }: PublishedProcedure): Promise<DraftView['place']> {
  if (centreId === null) return undefined;
  const centre = await readAgency(tx, centreId);
  const { competence } = content;
  if (competence.kind === 'agency') {
    const agency = await findAgencyByCode(tx, competence.agencyCode);
    return agency && { centre, agency };
  }
  return centre.parentId === null ? undefined : { centre, agency: await readAgency(tx, centre.parentId) };
}
