import { type Context } from '../../casework/context';
import { judgeOverride, type Override } from '../../casework/judge-override';
import { parsedLimit } from '../../casework/reckon-due';
import { lockCase, type Case } from '../../casework/read-case';
import { takeStep } from '../../casework/take-step';
import { checkSupplementProposal } from '../../domain/guards/supplement';
import { formOf } from '../../forms/published';
import { judgeRequestedItems } from '../../forms/requested-items';
import { USUAL_SUPPLEMENT_REQUEST_LIMIT } from '../../domain/wait-due';
import { asStaff } from '../../policies/actor';
import { findReceiptOfDivision } from '../../store/hand-overs';
import { readPinnedForm } from '../../store/pinned-versions';
import { insertSupplement, supplementsOf } from '../../store/supplements';

export type ProposeSupplement = {
  dossierId: string;
  expectedVersion: number;
  items: readonly { kind: 'component' | 'answer'; key: string; what: string }[];
  reason: string;
  /** For a further request in the phase, or a late one: why, and the head who allows it. */
  override: Override | null;
};

/**
 * The officer drafts what the applicant has to add. Once per phase, and within
 * the limit that counts from the division's receipt (R28); a further or a late
 * request needs its ground and the consent of the head of the centre (R05); every
 * request goes to an approver who is not its author.
 */
export async function proposeSupplement(context: Context, input: ProposeSupplement): Promise<void> {
  const { staffId } = asStaff(context.actor);
  const subject = await lockCase(context, input.dossierId, input.expectedVersion);
  judgeRequestedItems(subject.procedure, formOf(await readPinnedForm(context.tx, subject.dossier.procedureVersionId)), input.items);
  const earlier = (await supplementsOf(context.tx, input.dossierId)).filter(({ phase }) => phase === 'appraisal');
  const asked = earlier.filter(({ state }) => state !== 'returned' && state !== 'cancelled');
  const override = await judgeOverride(context, subject.dossier, input.override);
  await judgeProposal(context, subject, input, { staffId, askedInPhase: asked.length });
  await takeStep(context, subject, {
    act: 'propose-supplement',
    record: { detail: { items: input.items, reason: input.reason, ...(override ? { override } : {}) } },
  });
  await insertSupplement(context.tx, {
    dossierId: input.dossierId,
    phase: 'appraisal',
    number: earlier.length + 1,
    state: 'proposed',
    reason: input.reason,
    ground: override?.ground ?? null,
    items: [...input.items],
    proposedBy: staffId,
    proposedAt: context.now,
  });
}

async function judgeProposal(
  context: Context,
  { dossier, procedure }: Case,
  { items, override }: ProposeSupplement,
  { staffId, askedInPhase }: { staffId: string; askedInPhase: number },
): Promise<void> {
  const limit = parsedLimit(procedure.limits['supplement-request'] ?? null);
  checkSupplementProposal(
    {
      proposedBy: staffId,
      askedInPhase,
      allowedPerPhase: procedure.supplement.furtherClause ? 2 : 1,
      divisionReceivedAt: (await findReceiptOfDivision(context.tx, dossier.id)) ?? dossier.acceptedAt ?? context.now,
      limit: limit && limit.unit !== 'same-day' ? limit : USUAL_SUPPLEMENT_REQUEST_LIMIT,
      items: items.map(({ what }) => ({ reason: what })),
      override: override && { ground: override.ground, approvedBy: override.approverId },
    },
    context.now,
    await context.parts.calendarOf(context.tx, dossier.agencyId),
  );
}
