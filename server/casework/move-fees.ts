import { isDueBy } from '../domain/fee-settlement';
import { endOfStatus } from '../domain/fee-ledger';
import { type FeeMoment } from '../domain/fees';
import { changeFeeLine, feeLinesOf } from '../store/fees';
import { type FeeLineRow } from '../store/models/fee-line';
import { type Context } from './context';
import { bookPayments } from './book-payments';
import { factsOf, type FeeFacts } from './open-fees';

/** The national statuses that end a dossier without a result. */
const WITHOUT_RESULT: readonly number[] = [3, 7, 8];

/**
 * Fees follow the dossier: those of acceptance and of return fall due as it gets
 * there; when it ends without a result, what is open is given up, and what was
 * paid goes back or stays by its fee line. Answers what changed.
 */
export async function moveFees(context: Context, dossierId: string, status: number): Promise<FeeFacts> {
  const lines = await feeLinesOf(context.tx, dossierId);
  const open = lines.filter(({ state }) => OPEN.includes(state));
  const hasEnded = WITHOUT_RESULT.includes(status);
  const moved = hasEnded ? open.map((line) => ({ ...line, state: 'cancelled' as const })) : fallingDue(open, momentOf(status));
  for (const { id, state } of moved) await changeFeeLine(context.tx, id, { state });
  if (hasEnded && lines.length > 0) await bookPayments(context, dossierId, { kind: endOfStatus(status), at: context.now });
  return factsOf(moved);
}

const OPEN: readonly FeeLineRow['state'][] = ['not-due', 'due', 'waiting'];

/** How far the dossier has come, as fees see it. */
export function momentOf(status: number): FeeMoment {
  if (status === 9 || status === 10) return 'return';
  return status === 1 ? 'filing' : 'acceptance';
}

function fallingDue(open: readonly FeeLineRow[], moment: FeeMoment): FeeLineRow[] {
  return open
    .filter(({ state, dueWhen }) => state === 'not-due' && isDueBy({ dueOn: dueWhen }, moment))
    .map((line) => ({ ...line, state: 'due' as const }));
}
