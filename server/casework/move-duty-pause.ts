import { type JournalFacts } from '../domain/journal';
import { type NationalStatus } from '../domain/status';
import { beginPause, endPause, pausesOf } from '../store/pauses';
import { type Context } from './context';
import { type Case } from './read-case';
import { reckonDue } from './reckon-due';
import { type DossierChange } from './record-act';

const WAITS_FOR_PAYMENT: NationalStatus = 6;
const KIND = 'financial-duty';

/**
 * The clock stands while a tax or fee is to be paid, where the version names the
 * clause that says so, and runs on with the payment; without a clause the office
 * works on. What stood before for another reason stands on.
 */
export async function moveDutyPause(
  context: Context,
  subject: Case,
  { from, to }: { from: number; to: NationalStatus },
): Promise<{ facts: JournalFacts; change: DossierChange }> {
  const { tx, now } = context;
  const { dossier, procedure } = subject;
  const open = from === to || !dossier.acceptedAt ? undefined : (await pausesOf(tx, dossier.id)).find(({ toAt }) => toAt === null);
  const ground = procedure.financialDutyPause?.text;
  if (to === WAITS_FOR_PAYMENT && from !== to && ground && dossier.acceptedAt && !open) {
    await beginPause(tx, { dossierId: dossier.id, kind: KIND, ground, fromAt: now });
    return { facts: { pauseOpened: { kind: KIND, ground, at: now.toISOString() } }, change: {} };
  }
  if (from !== WAITS_FOR_PAYMENT || open?.kind !== KIND) return { facts: {}, change: {} };
  await endPause(tx, dossier.id, now);
  const { dueAt } = await reckonDue(context, subject);
  return { facts: { pauseClosed: { at: now.toISOString() } }, change: { dueAt } };
}
