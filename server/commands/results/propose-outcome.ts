import { type Context } from '../../casework/context';
import { lockCase, type Case } from '../../casework/read-case';
import { composeResultFacts } from '../../casework/result-facts';
import { readSigner } from '../../casework/result-signer';
import { submitWhenSignable } from '../../casework/submit-drafts';
import { takeStep } from '../../casework/take-step';
import { layOut } from '../../documents/render';
import { readTemplate } from '../../documents/template';
import { checkAppraisalRefusal } from '../../domain/guards/refusing';
import { refuseUnless } from '../../domain/refusal';
import { asStaff } from '../../policies/actor';
import { judgeReading } from '../../policies/reading';
import { readDossier } from '../../store/dossiers';
import { post } from '../../store/outbox';
import { readPinnedVersion } from '../../store/pinned-versions';
import { insertProposal } from '../../store/proposals';
import { findTemplateAt } from '../../store/published-versions';
import { insertResult, voidUnsealedResults } from '../../store/results';

export type ProposeOutcome = {
  dossierId: string;
  expectedVersion: number;
  outcome: 'grant' | 'refuse' | 'stop';
  reason: string;
  /** The key of one of the version's grounds. */
  ground: string;
  opinion: string;
  /** On paper where the applicant wants it so and the procedure knows it; a refusal is always electronic. */
  kind: 'electronic' | 'paper' | null;
  /** Whose name the document bears; null: whoever signs such documents in their own office. */
  signerId: string | null;
  resultFacts: Record<string, unknown>;
};

/**
 * The officer proposes what the office should answer, and drafts the document
 * with it. A refusal or a stop names its reason and one of the grounds of the
 * procedure (NĐ 61/2018 Art. 19.8). What cannot be printed is refused before the
 * dossier is touched; the file itself is drawn after the commit.
 */
export async function proposeOutcome(context: Context, input: ProposeOutcome): Promise<void> {
  const { staffId } = asStaff(context.actor);
  const draft = await composeDraft(context, input);
  const subject = await lockCase(context, input.dossierId, input.expectedVersion);
  const step = await takeStep(context, subject, {
    act: 'draft-result',
    facts: { decision: input.outcome, resultKind: draft.kind },
    record: { detail: { outcome: input.outcome, reason: input.reason, ground: draft.clause } },
  });
  await voidUnsealedResults(context.tx, input.dossierId, { at: context.now, by: staffId, reason: 'thay bằng dự thảo mới' });
  const proposal = await insertProposal(context.tx, {
    dossierId: input.dossierId,
    outcome: input.outcome,
    reason: input.reason || null,
    ground: draft.clause,
    opinion: input.opinion || null,
    state: 'proposed',
    proposedBy: staffId,
    proposedAt: context.now,
  });
  const result = await insertResult(context.tx, {
    dossierId: input.dossierId,
    proposalId: proposal.id,
    outcome: input.outcome,
    kind: draft.kind,
    templateVersionId: draft.templateVersionId,
    facts: draft.facts,
    signerId: draft.signerId,
    state: 'draft',
    draftedBy: staffId,
    draftedAt: context.now,
  });
  await submitWhenSignable(context, input.dossierId, step);
  const outgoing = { dossierId: input.dossierId, executionId: null, topic: 'render-result', payload: { resultId: result.id } };
  await post(context.tx, outgoing, context.now);
}

async function composeDraft(context: Context, input: ProposeOutcome) {
  const { outcome, reason, ground, resultFacts: given } = input;
  const dossier = await readDossier(context.tx, input.dossierId);
  judgeReading(context.actor, dossier);
  const { content: procedure } = await readPinnedVersion(context.tx, dossier.procedureVersionId);
  const subject: Case = { dossier, procedure };
  const clause = outcome === 'grant' ? null : readClause(subject, input);
  const key = templateOf(subject, outcome);
  const template = await findTemplateAt(context.tx, key, dossier.submittedAt);
  if (!template) throw new Error(`template ${key} is not published`);
  const signer = await readSigner(context, dossier, input.signerId);
  const facts = await composeResultFacts(context, subject, { outcome, template: key, reason, clause, signer: signer.lines, given });
  const kind = outcome === 'grant' ? kindOf(subject, input.kind) : 'electronic';
  layOut(readTemplate(template.content), facts);
  return { templateVersionId: template.id, facts, kind, clause, signerId: signer.staffId, ground };
}

function readClause({ procedure }: Case, { reason, ground }: ProposeOutcome): string {
  const clause = procedure.stops.find(({ key }) => key === ground)?.clause.text ?? '';
  checkAppraisalRefusal({ reason, ground: clause });
  return clause;
}

function templateOf({ procedure: { result } }: Case, outcome: ProposeOutcome['outcome']): string {
  return { grant: result.template, refuse: result.refusalTemplate, stop: result.stopTemplate }[outcome];
}

const KIND_NOT_GIVEN = {
  message: 'Thủ tục này không trả kết quả dạng đó.',
  messageEn: 'This procedure gives no result of that kind.',
};

/** A paper does not go online. */
function kindOf({ dossier, procedure: { result } }: Case, asked: ProposeOutcome['kind']): 'electronic' | 'paper' {
  const kind = asked ?? (result.kinds.includes('electronic') ? 'electronic' : 'paper');
  refuseUnless(result.kinds.includes(kind), 'invalid-input', { faults: [{ path: 'body.kind', ...KIND_NOT_GIVEN }] });
  refuseUnless(kind === 'electronic' || dossier.returnWay !== 'online', 'delivery-way-closed');
  return kind;
}
