import { type Context } from '../../casework/context';
import { judgeOverride, type Override } from '../../casework/judge-override';
import { type RequestedItem } from '../../casework/open-request';
import { lockCase } from '../../casework/read-case';
import { takeStep } from '../../casework/take-step';
import { refuseUnless } from '../../domain/refusal';
import { formOf } from '../../forms/published';
import { judgeRequestedItems } from '../../forms/requested-items';
import { asStaff } from '../../policies/actor';
import { type SupplementRow } from '../../store/models/supplement';
import { post } from '../../store/outbox';
import { readPinnedForm } from '../../store/pinned-versions';
import { changeSupplement, insertSupplement, supplementsOf } from '../../store/supplements';

export type AskCompletion = {
  dossierId: string;
  expectedVersion: number;
  items: readonly RequestedItem[];
  reason: string;
  /** For a second request that asks for something new: why, and the head who allows it. */
  override: Override | null;
};

/**
 * Asks the applicant to complete a submission before it is accepted: no receipt,
 * no clock, no pause, and not the appraisal's one supplement. The guidance is
 * whole and comes once; what is still wanting of it reopens the same request (E19).
 */
export async function askCompletion(context: Context, input: AskCompletion): Promise<void> {
  const { dossierId, expectedVersion, items, reason } = input;
  const subject = await lockCase(context, dossierId, expectedVersion);
  judgeRequestedItems(subject.procedure, formOf(await readPinnedForm(context.tx, subject.dossier.procedureVersionId)), items);
  const earlier = (await supplementsOf(context.tx, dossierId)).filter(({ phase }) => phase === 'intake');
  const last = earlier.at(-1);
  const isSame = last !== undefined && items.every((item) => last.items.some(({ kind, key }) => kind === item.kind && key === item.key));
  refuseUnless(!last || isSame || input.override, 'supplement-already-asked', { asked: 1 });
  const override = last && !isSame ? await judgeOverride(context, subject.dossier, input.override) : null;
  await takeStep(context, subject, {
    act: 'check-submission',
    facts: { intake: 'incomplete' },
    record: { detail: { items, reason, ...(override ? { override } : {}) } },
  });
  await takeStep(context, subject, { act: 'ask-completion', change: { subStatus: 'awaiting-completion', answerDueAt: null } });
  const request = isSame
    ? await reopen(context, last, input)
    : await insertSupplement(context.tx, {
        dossierId,
        phase: 'intake',
        number: earlier.length + 1,
        state: 'issued',
        reason,
        ground: override?.ground ?? null,
        items: [...items],
        proposedBy: asStaff(context.actor).staffId,
        proposedAt: context.now,
        issuedAt: context.now,
      });
  await post(
    context.tx,
    { dossierId, executionId: null, topic: 'letter', payload: { form: 'form-02', supplementId: request.id } },
    context.now,
  );
}

/** The same request, with what is still wanting of it. */
async function reopen({ tx }: Context, request: SupplementRow, { items, reason }: AskCompletion): Promise<SupplementRow> {
  await changeSupplement(tx, request.id, { state: 'issued', items: [...items], reason });
  return request;
}
