import { type Context } from '../../casework/context';
import { enterInRegister } from '../../casework/enter-register';
import { judgeApprover } from '../../casework/judge-approver';
import { type Case, lockCase } from '../../casework/read-case';
import { reckonDue, timeLimitOf } from '../../casework/reckon-due';
import { takeStep } from '../../casework/take-step';
import { checkLateEntry, receivedAt } from '../../domain/clock-start';
import { laterInstant, localDateOf } from '../../domain/local-time';
import { Refusal, refuseUnless } from '../../domain/refusal';
import { asStaff } from '../../policies/actor';
import { changeComponent, componentsOf } from '../../store/components';
import { type ComponentRow } from '../../store/models/component';
import { appendDeltas } from '../../store/statistics';
import { changeSupplement, findLastSupplement } from '../../store/supplements';

/** An entry after an outage, from the paper list: the real time, why, and who allows it (R26). */
export type LateEntry = { receivedAt: Date; reason: string; approverId: string | null };
export type AcceptSubmission = {
  dossierId: string;
  expectedVersion: number;
  isReceiptWanted: boolean;
  lateEntry: LateEntry | null;
};

/**
 * Accepts a submission. From this moment the clock runs, by the time that the
 * version gives, and the dossier has its place in the register. When it was
 * received is a fact of its own: the filing online, or the completion that made it
 * whole, not the moment of typing (R26).
 */
export async function acceptSubmission(
  context: Context,
  { dossierId, expectedVersion, isReceiptWanted, lateEntry }: AcceptSubmission,
): Promise<void> {
  const subject = await lockCase(context, dossierId, expectedVersion);
  const { dossier, procedure } = subject;
  await passPapers(context, dossierId);
  const late = lateEntry && (await judgedLateEntry(context, subject, lateEntry));
  const acceptedAt = late?.receivedAt ?? context.now;
  const accepted = {
    acceptedAt,
    receivedAt: late?.receivedAt ?? (await receiptOf(context, subject, acceptedAt)),
    timeLimit: timeLimitOf(procedure, dossier.channel, dossier.caseKey),
    isReceiptWanted,
    subStatus: null,
  };
  const { dueAt } = await reckonDue(context, { dossier: { ...dossier, ...accepted }, procedure });
  await takeStep(context, subject, {
    act: 'check-submission',
    facts: { intake: 'accepted' },
    change: { ...accepted, dueAt },
    record: { detail: { timeLimit: accepted.timeLimit, ...(late ? { lateEntry: late } : {}) } },
  });
  await enterInRegister(context, subject);
  await closeCompletion(context, dossierId);
  const { agencyId, procedureCode, channel } = dossier;
  await appendDeltas(context.tx, [{ onDate: localDateOf(acceptedAt), agencyId, procedureCode, channel, measure: 'accepted', amount: 1 }]);
}

/** Acceptance says that all papers are there and good; one that was found missing or wrong stands against it. */
async function passPapers({ tx }: Context, dossierId: string): Promise<void> {
  const papers = await componentsOf(tx, { dossierId });
  const bad = papers.find(({ checkState }) => checkState === 'missing' || checkState === 'wrong');
  if (bad) throw new Refusal('component-missing', { component: bad.name });
  for (const paper of papers)
    if (paper.checkState === 'unchecked' && isHandedIn(paper)) await changeComponent(tx, paper.id, { checkState: 'good' });
}

function isHandedIn({ isElectronic, originals, certifiedCopies, photocopies }: ComponentRow): boolean {
  return isElectronic || originals + certifiedCopies + photocopies > 0;
}

async function judgedLateEntry(context: Context, { dossier }: Case, entry: LateEntry): Promise<LateEntry & { approver: string }> {
  const { staffId } = asStaff(context.actor);
  checkLateEntry({
    receivedAt: entry.receivedAt,
    recordedAt: context.now,
    reason: entry.reason,
    enteredBy: staffId,
    approvedBy: entry.approverId,
  });
  refuseUnless(dossier.channel !== 'online' || entry.receivedAt >= dossier.submittedAt, 'date-impossible', {
    why: { vi: 'thời điểm nhận trước khi nộp hồ sơ', en: 'the receipt lies before the filing' },
  });
  const approver = await judgeApprover(context, { approverId: entry.approverId, centreId: dossier.centreId, doneBy: staffId });
  return { ...entry, approver };
}

/** A dossier that had to be completed was received when it was whole. */
async function receiptOf({ tx }: Context, { dossier }: Case, acceptedAt: Date): Promise<Date> {
  const { channel, submittedAt } = dossier;
  switch (channel) {
    case 'online': {
      const completedAt = (await findLastSupplement(tx, dossier.id, 'intake'))?.answeredAt ?? null;
      return receivedAt({ channel, submittedAt: completedAt ? laterInstant(submittedAt, completedAt) : submittedAt });
    }
    case 'post':
      return receivedAt({ channel, handOverSignedAt: submittedAt });
    case 'counter':
      return receivedAt({ channel, acceptedAt });
  }
}

async function closeCompletion({ tx, now }: Context, dossierId: string): Promise<void> {
  const completion = await findLastSupplement(tx, dossierId, 'intake');
  if (completion?.state === 'answered') await changeSupplement(tx, completion.id, { state: 'complete', checkedAt: now });
}
