import { isDueBy } from '../domain/fee-settlement';
import { changeFeeLine, feeLinesOf } from '../store/fees';
import { type DossierRow } from '../store/models/dossier';
import { type Context } from './context';
import { momentOf } from './move-fees';
import { factsOf, type FeeFacts } from './open-fees';

/** Asks for every fee that is due by now, and answers how much it is: the act that asks tells the applicant. An amount that nobody has decided cannot be asked for. */
export async function askForFees(context: Context, dossier: DossierRow): Promise<{ fees: FeeFacts; amountDong: number }> {
  const asked = (await feeLinesOf(context.tx, dossier.id)).filter(
    ({ state, dueWhen, amountDong }) =>
      amountDong !== null && (state === 'due' || state === 'waiting') && isDueBy({ dueOn: dueWhen }, momentOf(dossier.status)),
  );
  const amountDong = asked.reduce((sum, line) => sum + (line.amountDong ?? 0), 0);
  for (const { id } of asked) await changeFeeLine(context.tx, id, { state: 'waiting' });
  return { fees: factsOf(asked.map((line) => ({ ...line, state: 'waiting' as const }))), amountDong };
}
