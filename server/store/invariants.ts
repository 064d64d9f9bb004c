import { Dossier, type DossierRow } from './models/dossier';
import { FeeLine, type FeeLineRow } from './models/fee-line';
import { Instance, type InstanceRow } from './models/instance';
import { JournalEntry, type JournalEntryRow } from './models/journal-entry';
import { Pause, type PauseRow } from './models/pause';
import { Task, type TaskRow } from './models/task';
import { columns } from './records';
import { rows } from './rows';
import { type Transaction } from './transaction';

/** All that the journal of a dossier must agree with. */
export type DossierRecord = {
  dossier: DossierRow;
  journal: JournalEntryRow[];
  /** What it waits for now. */
  open: TaskRow[];
  pauses: PauseRow[];
  fees: FeeLineRow[];
  instance: InstanceRow | undefined;
};

/** A page of all dossiers with their records, by id, after the given one (null begins). Read them in one snapshot: an act may not come between. */
export async function readRecords(tx: Transaction, { after, limit }: { after: string | null; limit: number }): Promise<DossierRecord[]> {
  const dossiers = await rows<DossierRow>(
    tx,
    `select ${columns(Dossier)} from dossiers where $1::uuid is null or id > $1 order by id limit $2`,
    [after, limit],
  );
  const ids = dossiers.map(({ id }) => id);
  const of = async <Row extends { dossierId: string }>(text: string) => groups(await rows<Row>(tx, text, [ids]));
  const within = 'where dossier_id = any($1::uuid[])';
  const journals = await of<JournalEntryRow>(`select ${columns(JournalEntry)} from journal ${within} order by dossier_id, number`);
  const open = await of<TaskRow>(`select ${columns(Task)} from tasks ${within} and closed_at is null order by opened_at, execution_id`);
  const pauses = await of<PauseRow>(`select ${columns(Pause)} from pauses ${within} order by from_at, to_at nulls last`);
  const fees = await of<FeeLineRow>(`select ${columns(FeeLine)} from fee_lines ${within} order by key`);
  const instances = await of<InstanceRow>(`select ${columns(Instance)} from instances ${within}`);
  return dossiers.map((dossier) => ({
    dossier,
    journal: journals(dossier.id),
    open: open(dossier.id),
    pauses: pauses(dossier.id),
    fees: fees(dossier.id),
    instance: instances(dossier.id)[0],
  }));
}

function groups<Row extends { dossierId: string }>(all: readonly Row[]): (dossierId: string) => Row[] {
  const found = new Map<string, Row[]>();
  for (const one of all) found.set(one.dossierId, [...(found.get(one.dossierId) ?? []), one]);
  return (dossierId) => found.get(dossierId) ?? [];
}

/** What may never be, and that one statement can find. `dossierId` and `detail` in each. */
const QUESTIONS = {
  'waits-for-nothing': `
    select d.id as "dossierId", concat('status ', d.status) as detail from dossiers d
    where d.finished_at is null and not exists (select from tasks t where t.dossier_id = d.id and t.closed_at is null)`,
  'waits-after-its-end': `
    select d.id as "dossierId", string_agg(t.element_id, ', ' order by t.element_id) as detail from dossiers d
    join tasks t on t.dossier_id = d.id and t.closed_at is null where d.finished_at is not null group by d.id`,
  'position-altered': `
    select i.dossier_id as "dossierId", i.state_sha256 as detail from instances i
    where i.dossier_id in (select t.dossier_id from tasks t where t.closed_at is null)
      and encode(sha256(i.state), 'hex') is distinct from i.state_sha256`,
  'service-forgotten': `
    select t.dossier_id as "dossierId", t.topic as detail from tasks t
    where t.kind = 'service' and t.closed_at is null
      and not exists (select from outbox o where o.dossier_id = t.dossier_id and o.execution_id = t.execution_id and o.done_at is null)`,
  'two-pauses': `
    select dossier_id as "dossierId", count(*)::text as detail from pauses where to_at is null group by dossier_id having count(*) > 1`,
  'two-dossiers-of-a-code': `
    select min(id::text)::uuid as "dossierId", code as detail from dossiers where code is not null group by code having count(*) > 1`,
  'two-drafts-of-a-dossier': `
    select dossier_id as "dossierId", string_agg(id::text, ', ' order by id) as detail from drafts
    where dossier_id is not null group by dossier_id having count(*) > 1`,
  'request-answered-twice': `
    select null::uuid as "dossierId", concat(actor, ' ', key) as detail from requests group by actor, key having count(*) > 1`,
  'register-missing': `
    select d.id as "dossierId", coalesce(d.code, '') as detail from dossiers d
    where d.accepted_at is not null and not exists (select from register_entries r where r.dossier_id = d.id)`,
  'book-has-gap': `
    select null::uuid as "dossierId", concat(b.agency_id, '/', b.key, '/', b.year, ': last ', b.last_number, ', ', count(e.number),
      ' entries from ', min(e.number), ' to ', max(e.number)) as detail
    from books b left join (select book_id, number from register_entries union all select book_id, number from book_entries) e on e.book_id = b.id
    group by b.id having count(distinct e.number) <> b.last_number or count(*) filter (where e.number is not null) <> b.last_number
      or min(e.number) <> 1 or max(e.number) <> b.last_number`,
  'number-astray': `
    select r.dossier_id as "dossierId", coalesce(r.number_text, r.number::text, e.number::text) as detail
    from results r full join book_entries e on e.result_id = r.id
    where (r.number is not null or e.result_id is not null) and (e.book_id, e.number) is distinct from (r.book_id, r.number)`,
} as const;

export type RecordFault = { kind: keyof typeof QUESTIONS; dossierId: string | null; detail: string };

/** Asks each of these questions, or those that are named. Every one sees one instant. */
export async function findRecordFaults(
  tx: Transaction,
  kinds: readonly RecordFault['kind'][] = Object.keys(QUESTIONS) as RecordFault['kind'][],
): Promise<RecordFault[]> {
  const faults: RecordFault[] = [];
  for (const kind of kinds) {
    const found = await rows<Omit<RecordFault, 'kind'>>(tx, QUESTIONS[kind]);
    faults.push(...found.map((fault) => ({ kind, ...fault })));
  }
  return faults;
}
