import { type HandOverRow } from './models/hand-over';
import { type HandOverItemRow } from './models/hand-over-item';
import { Extension, type ExtensionRow } from './models/extension';
import { type ProposalRow } from './models/proposal';
import { Task, type TaskRow } from './models/task';
import { Withdrawal, type WithdrawalRow } from './models/withdrawal';
import { columns } from './records';
import { rows } from './rows';
import { type Transaction } from './transaction';

/** What the house wrote of a dossier on its way, with the names of those who did it: what a reader of the whole dossier sees. */
export type NamedTask = TaskRow & { readonly agencyCode: string | null; readonly assigneeName: string | null };

export async function namedTasksOf(tx: Transaction, dossierId: string): Promise<NamedTask[]> {
  return rows<NamedTask>(
    tx,
    `select ${columns(Task, 't')}, g.code as "agencyCode", s.full_name as "assigneeName"
     from tasks t left join agencies g on g.id = t.agency_id left join staff s on s.id = t.assignee_id
     where t.dossier_id = $1 and t.closed_at is null order by t.opened_at, t.execution_id`,
    [dossierId],
  );
}

export type NamedProposal = Omit<ProposalRow, 'id' | 'dossierId'> & { readonly reviewedBy: string | null };

/** `proposedBy` and `reviewedBy` are names. */
export async function namedProposalsOf(tx: Transaction, dossierId: string): Promise<NamedProposal[]> {
  return rows<NamedProposal>(
    tx,
    `select p.outcome, p.reason, p.ground, p.opinion, p.state, s.full_name as "proposedBy", p.proposed_at as "proposedAt",
       r.full_name as "reviewedBy", p.reviewed_at as "reviewedAt", p.review_note as "reviewNote"
     from proposals p join staff s on s.id = p.proposed_by left join staff r on r.id = p.reviewed_by
     where p.dossier_id = $1 order by p.proposed_at, p.id`,
    [dossierId],
  );
}

export type NamedHandOver = Pick<HandOverRow, 'kind' | 'givenBy' | 'givenAt'> &
  Omit<HandOverItemRow, 'handOverId' | 'dossierId' | 'papers'> & {
    readonly fromAgency: string;
    readonly toAgency: string;
    readonly papers: string[];
  };

/** `givenBy` and `receivedBy` are names. */
export async function namedHandOversOf(tx: Transaction, dossierId: string): Promise<NamedHandOver[]> {
  return rows<NamedHandOver>(
    tx,
    `select h.kind, f.name as "fromAgency", t.name as "toAgency", s.full_name as "givenBy", h.given_at as "givenAt", i.papers,
       r.full_name as "receivedBy", i.received_at as "receivedAt", i.returned_at as "returnedAt", i.returned_reason as "returnedReason"
     from hand_over_items i join hand_overs h on h.id = i.hand_over_id join agencies f on f.id = h.from_agency_id
       join agencies t on t.id = h.to_agency_id join staff s on s.id = h.given_by left join staff r on r.id = i.received_by
     where i.dossier_id = $1 order by h.given_at, h.id`,
    [dossierId],
  );
}

export async function extensionsOf(tx: Transaction, dossierId: string): Promise<ExtensionRow[]> {
  return rows<ExtensionRow>(tx, `select ${columns(Extension)} from extensions where dossier_id = $1 order by drafted_at, id`, [dossierId]);
}

export async function withdrawalsOf(tx: Transaction, dossierId: string): Promise<WithdrawalRow[]> {
  return rows<WithdrawalRow>(tx, `select ${columns(Withdrawal)} from withdrawals where dossier_id = $1 order by asked_at, id`, [dossierId]);
}

/** Communes and the province by the codes of administrative units that an answer holds. */
export async function unitNames(tx: Transaction, codes: readonly string[]): Promise<Map<string, string>> {
  if (codes.length === 0) return new Map();
  const found = await rows<{ code: string; name: string }>(
    tx,
    `select admin_code as code, name from agencies where admin_code = any($1::text[]) and kind in ('province', 'district', 'commune')
     order by valid_from_on`,
    [codes],
  );
  return new Map(found.map(({ code, name }) => [code, name]));
}

export async function agencyNames(tx: Transaction, ids: readonly number[]): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map();
  const found = await rows<{ id: number; name: string }>(tx, 'select id, name from agencies where id = any($1::integer[])', [ids]);
  return new Map(found.map(({ id, name }) => [id, name]));
}
