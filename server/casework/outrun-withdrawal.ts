import { changeWithdrawal, findOpenWithdrawal } from '../store/withdrawals';
import { type DossierRow } from '../store/models/dossier';
import { type Context } from './context';
import { recordAct } from './record-act';

const TOO_LATE = 'Hồ sơ đã có kết quả trước khi có quyết định cho rút.';

/**
 * A number that is given, or an end that is reached, while a withdrawal is asked
 * for, answers it: too late (R31; the first to commit wins, E20). It goes on
 * record and the applicant is told, so that no request stays open for ever.
 */
export async function outrunWithdrawal(context: Context, dossier: DossierRow): Promise<void> {
  const { tx, now, actor } = context;
  const open = await findOpenWithdrawal(tx, dossier.id);
  if (!open) return;
  const decidedBy = actor.kind === 'staff' ? actor.staffId : null;
  await changeWithdrawal(tx, open.id, { state: 'refused', decidedBy, decidedAt: now, decisionNote: TOO_LATE });
  await recordAct(context, dossier, { act: 'refuse-withdrawal', facts: { detail: { isConsented: false, note: TOO_LATE } } });
}
