import { asStaff } from '../../policies/actor';
import { workScope } from '../../policies/scope';
import { countWorklist, type WorklistCount } from '../../store/worklists';
import { type Reader } from '../reader';

/** How much waits for a member of staff, by duty and act: the figures beside the views of a worklist. No person is shown. */
export async function countWork({ tx, now, actor }: Reader): Promise<WorklistCount[]> {
  const staff = asStaff(actor);
  const { agencyIds, duties } = workScope(staff, 'open');
  return countWorklist(tx, { agencyIds, duties, openTo: staff.staffId, at: now });
}
