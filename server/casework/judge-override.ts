import { refuseUnless } from '../domain/refusal';
import { asStaff } from '../policies/actor';
import { type DossierRow } from '../store/models/dossier';
import { type Context } from './context';
import { judgeApprover } from './judge-approver';

/** Why somebody goes beyond the rule, and the head of the centre who allows it. */
export type Override = { readonly ground: string; readonly approverId: string };

/**
 * A request beyond the one that the rule gives has its ground and the consent of
 * the head of the centre, who is not its author (R05). Refuses `ground-missing` and
 * `approver-needed`; answers both as the journal tells them. Null: within the rule.
 */
export async function judgeOverride(
  context: Context,
  { centreId }: Pick<DossierRow, 'centreId'>,
  override: Override | null,
): Promise<{ ground: string; approver: string } | null> {
  if (!override) return null;
  const { ground, approverId } = override;
  refuseUnless(ground, 'ground-missing');
  const approver = await judgeApprover(context, { approverId, centreId, doneBy: asStaff(context.actor).staffId });
  return { ground, approver };
}
