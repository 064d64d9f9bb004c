import { type Context } from '../../casework/context';
import { parsedLimit } from '../../casework/reckon-due';
import { lockCase, type Case } from '../../casework/read-case';
import { takeStep } from '../../casework/take-step';
import { checkSupplementProposal } from '../../domain/guards/supplement';
import { Refusal } from '../../domain/refusal';
import { USUAL_SUPPLEMENT_REQUEST_LIMIT } from '../../domain/wait-due';
import { asStaff } from '../../policies/actor';
import { findReceiptOfDivision } from '../../store/hand-overs';
import { insertSupplement, supplementsOf } from '../../store/supplements';

export type ProposeSupplement = {
  dossierId: string;
  expectedVersion: number;
  items: readonly { kind: 'component' | 'answer'; key: string; what: string }[];
  reason: string;
  ground: string;
};

/**
 * The officer drafts what the applicant has to add. Once per phase, and within
 * the limit that counts from the division's receipt (R28); a further or a late
 * request needs its ground, and in any case an approver (R05).
 */
export async function proposeSupplement(context: Context, input: ProposeSupplement): Promise<void> {
  const { staffId } = asStaff(context.actor);
  const subject = await lockCase(context, input.dossierId, input.expectedVersion);
  judgeItems(subject, input.items);
  const earlier = (await supplementsOf(context.tx, input.dossierId)).filter(({ phase }) => phase === 'appraisal');
  const asked = earlier.filter(({ state }) => state !== 'returned' && state !== 'cancelled');
  await judgeProposal(context, subject, input, { staffId, askedInPhase: asked.length });
  await takeStep(context, subject, {
    act: 'propose-supplement',
    record: { detail: { items: input.items, reason: input.reason, ...(input.ground ? { ground: input.ground } : {}) } },
  });
  await insertSupplement(context.tx, {
    dossierId: input.dossierId,
    phase: 'appraisal',
    number: earlier.length + 1,
    state: 'proposed',
    reason: input.reason,
    ground: input.ground || null,
    items: [...input.items],
    proposedBy: staffId,
    proposedAt: context.now,
  });
}

/** Only what the procedure names may be asked for. */
function judgeItems({ procedure }: Case, items: ProposeSupplement['items']): void {
  for (const { kind, key } of items)
    if (kind === 'component' && !procedure.components.some((component) => component.key === key))
      throw new Refusal('component-unknown', { component: key });
}

async function judgeProposal(
  context: Context,
  { dossier, procedure }: Case,
  { items, ground }: ProposeSupplement,
  { staffId, askedInPhase }: { staffId: string; askedInPhase: number },
): Promise<void> {
  const limit = parsedLimit(procedure.limits['supplement-request'] ?? null);
  checkSupplementProposal(
    {
      proposedBy: staffId,
      askedInPhase,
      allowedPerPhase: 1,
      divisionReceivedAt: (await findReceiptOfDivision(context.tx, dossier.id)) ?? dossier.acceptedAt ?? context.now,
      limit: limit && limit.unit !== 'same-day' ? limit : USUAL_SUPPLEMENT_REQUEST_LIMIT,
      items: items.map(({ what }) => ({ reason: what })),
      // the diagram sends every request to the approver that the version names, who is never its author
      override: ground ? { ground, approvedBy: procedure.supplement.approver } : null,
    },
    context.now,
    await context.parts.calendarOf(context.tx, dossier.agencyId),
  );
}
