import { type Context } from '../../casework/context';
import { parsedLimit } from '../../casework/reckon-due';
import { lockCase, type Case } from '../../casework/read-case';
import { takeStep } from '../../casework/take-step';
import { Refusal, refuseUnless } from '../../domain/refusal';
import { limitEndsAt, USUAL_SUPPLEMENT_REQUEST_LIMIT } from '../../domain/wait-due';
import { asStaff } from '../../policies/actor';
import { findReceiptOfDivision } from '../../store/hand-overs';
import { findLastSupplement, insertSupplement } from '../../store/supplements';

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
  const last = await findLastSupplement(context.tx, input.dossierId, 'appraisal');
  const wasAsked = last !== undefined && last.state !== 'returned' && last.state !== 'cancelled';
  refuseUnless(!wasAsked || input.ground, 'supplement-already-asked');
  if (!input.ground) await judgeTime(context, subject);
  await takeStep(context, subject, {
    act: 'propose-supplement',
    record: { detail: { items: input.items, reason: input.reason, ...(input.ground ? { ground: input.ground } : {}) } },
  });
  await insertSupplement(context.tx, {
    dossierId: input.dossierId,
    phase: 'appraisal',
    number: (last?.number ?? 0) + 1,
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

async function judgeTime(context: Context, { dossier, procedure }: Case): Promise<void> {
  const receivedAt = (await findReceiptOfDivision(context.tx, dossier.id)) ?? dossier.acceptedAt;
  if (!receivedAt) return;
  const limit = parsedLimit(procedure.limits['supplement-request'] ?? null) ?? USUAL_SUPPLEMENT_REQUEST_LIMIT;
  const untilAt = limitEndsAt(receivedAt, limit, await context.parts.calendarOf(context.tx, dossier.agencyId));
  refuseUnless(context.now <= untilAt, 'supplement-too-late', { date: untilAt.toISOString() });
}
