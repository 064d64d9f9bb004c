import { type Context } from '../../casework/context';
import { lockCase } from '../../casework/read-case';
import { takeStep } from '../../casework/take-step';
import { refuseUnless } from '../../domain/refusal';
import { findLiveResult } from '../../store/results';

export type EnterBook = { dossierId: string; expectedVersion: number; note: string };

/** The keeper enters the result in the book of the sector, under the number that it was sealed with. */
export async function enterBook(context: Context, { dossierId, expectedVersion, note }: EnterBook): Promise<void> {
  const subject = await lockCase(context, dossierId, expectedVersion);
  const result = await findLiveResult(context.tx, dossierId);
  refuseUnless(result?.state === 'sealed', 'step-not-open', { act: 'enter-book' });
  await takeStep(context, subject, {
    act: 'enter-book',
    record: { detail: { number: result.numberText, issuedOn: result.issuedOn, ...(note ? { note } : {}) } },
  });
}
