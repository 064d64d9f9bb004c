import { type Transaction } from 'sequelize';
import { type StaffDuty } from '../domain/duties';
import { type DossierRow } from './models/dossier';
import { type TaskRow } from './models/task';
import { rows } from './rows';

/** Where a page begins: after this task of the page before. */
export interface WorklistPlace {
  readonly dueAt: Date | null;
  readonly id: string;
}

/** What narrows a list; what is left out does not narrow it. */
export interface WorklistFilter {
  readonly act?: string;
  readonly procedureCode?: string;
  readonly status?: number;
  readonly dueBefore?: Date;
  readonly held?: 'by-nobody' | 'by-somebody';
  /** Held by nobody, or by this member of staff. */
  readonly openTo?: string;
}

export type WorklistItem = Pick<
  TaskRow,
  | 'id'
  | 'dossierId'
  | 'elementId'
  | 'name'
  | 'act'
  | 'duty'
  | 'agencyId'
  | 'assigneeId'
  | 'dueAt'
  | 'openedAt'
  | 'instanceKey'
  | 'limitText'
> &
  Pick<DossierRow, 'code' | 'procedureCode' | 'caseKey' | 'channel' | 'ownerName' | 'status' | 'subStatus' | 'submittedAt' | 'version'> & {
    readonly dossierDueAt: Date | null;
    readonly acceptedAt: Date | null;
    readonly timeLimit: Record<string, unknown> | null;
    readonly procedureName: string;
    readonly assigneeName: string | null;
  };

export interface AgencyPage {
  readonly agencyIds: readonly number[];
  readonly duties: readonly StaffDuty[];
  readonly filter: WorklistFilter;
  readonly after: WorklistPlace | null;
  readonly limit: number;
}

export type OwnPage = AgencyPage & { readonly assigneeId: string };

/** A page of what waits at these agencies for any of these duties: what is due first comes first, what has no date last. */
export async function worklistPage(tx: Transaction, page: AgencyPage): Promise<WorklistItem[]> {
  const { text, values } = agencyPageStatement(page);
  return rows<WorklistItem>(tx, text, values);
}

/** A page of what somebody holds of that. */
export async function ownWorklistPage(tx: Transaction, page: OwnPage): Promise<WorklistItem[]> {
  const { text, values } = ownPageStatement(page);
  return rows<WorklistItem>(tx, text, values);
}

/**
 * Each agency and duty is read along its own stretch of the index of open tasks,
 * so that a page costs the same however long the list is. Shown, so that its
 * plan can be asked for.
 */
export function agencyPageStatement(page: AgencyPage): { text: string; values: unknown[] } {
  const values: unknown[] = [page.limit, page.agencyIds, page.duties];
  const open = `t.agency_id = at.agency_id and t.duty = wanted.duty and t.closed_at is null and t.kind = 'user'`;
  const wanted = 'unnest($2::integer[]) at (agency_id) cross join unnest($3::text[]) wanted (duty)';
  const first = `select t.* from ${wanted} cross join lateral (${stretch(open, page, values)}) t order by t.due_at, t.id limit $1`;
  return { text: `select ${ITEM} from (${first}) t ${BESIDE} order by t.due_at, t.id`, values };
}

export function ownPageStatement(page: OwnPage): { text: string; values: unknown[] } {
  const values: unknown[] = [page.limit, page.agencyIds, page.duties, page.assigneeId];
  const open = `t.assignee_id = $4 and t.agency_id = any($2::integer[]) and t.duty = any($3::text[]) and t.closed_at is null and t.kind = 'user'`;
  const part = stretch(open, page, values);
  return { text: `select ${ITEM} from (${part}) t ${BESIDE} order by t.due_at, t.id limit $1`, values };
}

export interface WorklistCount {
  readonly duty: StaffDuty;
  readonly act: string;
  readonly open: number;
  readonly mine: number;
  readonly unheld: number;
  readonly overdue: number;
}

/**
 * How much waits at these agencies for each duty and act: what this member of
 * staff holds, what nobody holds, and how much of both is late at this instant.
 */
export async function countWorklist(
  tx: Transaction,
  { agencyIds, duties, openTo, at }: { agencyIds: readonly number[]; duties: readonly StaffDuty[]; openTo: string; at: Date },
): Promise<WorklistCount[]> {
  return rows<WorklistCount>(
    tx,
    `select duty, act, count(*) as open, count(assignee_id) as mine, count(*) filter (where assignee_id is null) as unheld,
       count(*) filter (where due_at < $4) as overdue
     from tasks where agency_id = any($1::integer[]) and duty = any($2::text[]) and (assignee_id is null or assignee_id = $3)
       and closed_at is null and kind = 'user' group by duty, act order by duty, act`,
    [agencyIds, duties, openTo, at],
  );
}

const ITEM = `t.id, t.dossier_id as "dossierId", t.element_id as "elementId", t.name, t.act, t.duty, t.agency_id as "agencyId",
  t.assignee_id as "assigneeId", s.full_name as "assigneeName", t.due_at as "dueAt", t.opened_at as "openedAt", t.instance_key as "instanceKey",
  t.limit_text as "limitText", d.code, d.procedure_code as "procedureCode", p.name as "procedureName", d.case_key as "caseKey", d.channel, d.owner_name as "ownerName",
  d.status, d.sub_status as "subStatus", d.submitted_at as "submittedAt", d.version, d.due_at as "dossierDueAt",
  d.accepted_at as "acceptedAt", d.time_limit as "timeLimit"`;

const BESIDE = `join dossiers d on d.id = t.dossier_id join procedures p on p.code = d.procedure_code left join staff s on s.id = t.assignee_id`;

/** The tasks after a place: the dated ones from there on, then those without a date. Each half is one range of the index. */
function stretch(open: string, { filter, after }: Pick<AgencyPage, 'filter' | 'after'>, bound: unknown[]): string {
  const looksAtDossier = filter.procedureCode !== undefined || filter.status !== undefined;
  const source = looksAtDossier ? 'tasks t join dossiers f on f.id = t.dossier_id' : 'tasks t';
  const narrowed = [open, ...narrowing(filter, bound)].join(' and ');
  const range = (clause: string): string => `(select t.* from ${source} where ${narrowed} ${clause} order by t.due_at, t.id limit $1)`;
  if (!after) return range('');
  const id = `$${bound.push(after.id)}::uuid`;
  const undated = 'and t.due_at is null';
  if (after.dueAt === null) return range(`${undated} and t.id > ${id}`);
  return `${range(`and (t.due_at, t.id) > ($${bound.push(after.dueAt)}::timestamptz, ${id})`)} union all ${range(undated)}`;
}

function narrowing({ act, procedureCode, status, dueBefore, held, openTo }: WorklistFilter, bound: unknown[]): string[] {
  const clauses: string[] = [];
  if (act !== undefined) clauses.push(`t.act = $${bound.push(act)}`);
  if (procedureCode !== undefined) clauses.push(`f.procedure_code = $${bound.push(procedureCode)}`);
  if (status !== undefined) clauses.push(`f.status = $${bound.push(status)}`);
  if (dueBefore !== undefined) clauses.push(`t.due_at < $${bound.push(dueBefore)}`);
  if (held === 'by-nobody') clauses.push('t.assignee_id is null');
  if (held === 'by-somebody') clauses.push('t.assignee_id is not null');
  if (openTo !== undefined) clauses.push(`(t.assignee_id is null or t.assignee_id = $${bound.push(openTo)})`);
  return clauses;
}
