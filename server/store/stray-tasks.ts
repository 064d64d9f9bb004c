import { Task, type TaskRow } from './models/task';
import { validOn } from './periods';
import { columns } from './records';
import { rows } from './rows';
import { type Transaction } from './transaction';

/**
 * Open tasks whose holder may no longer do them: the account is closed, or no
 * post of that day has the duty at the agency. `staffId` null looks at everybody.
 * In the order in which dossiers are locked.
 */
export async function strayTasks(
  tx: Transaction,
  { staffId, onDate, limit }: { staffId: string | null; onDate: string; limit: number },
): Promise<TaskRow[]> {
  return rows<TaskRow>(
    tx,
    `select ${columns(Task, 't')} from tasks t
     where t.closed_at is null and t.kind = 'user' and t.assignee_id is not null and ($1::uuid is null or t.assignee_id = $1)
       and not exists (
         select from staff s join accounts a on a.id = s.account_id and a.disabled_at is null
           join posts p on p.staff_id = s.id and ${validOn('p', '$2')}
           join agencies g on g.id = p.agency_id
         where s.id = t.assignee_id
           and (t.duty = any(p.duties) or (t.duty = 'submitter' and 'clerk' = any(p.duties)))
           and (t.agency_id is null or p.agency_id = t.agency_id or (g.kind = 'division' and g.parent_id = t.agency_id)))
     order by t.dossier_id, t.id limit $3`,
    [staffId, onDate, limit],
  );
}
