import { type CreationAttributes } from 'sequelize';
import { refuseUnless } from '../domain/refusal';
import { Call, type CallRow } from './models/call';
import { changeRecord, columns, insertRecord } from './records';
import { row, rows } from './rows';
import { type Transaction } from './transaction';

/** A call to make, as the clerk sees it: whom, about what. */
export type CallToMake = CallRow & { code: string | null; personName: string; phone: string | null };

/** "Gọi cho người này": somebody who could not be told by message (R40). */
export async function insertCall(tx: Transaction, values: CreationAttributes<Call>): Promise<CallRow> {
  return insertRecord(tx, Call, values);
}

export async function readCall(tx: Transaction, id: string): Promise<CallRow> {
  const call = await row<CallRow>(tx, `select ${columns(Call)} from calls where id = $1`, [id]);
  refuseUnless(call, 'not-found');
  return call;
}

/** What became of the call. */
export async function closeCall(tx: Transaction, id: string, made: { calledBy: string; calledAt: Date; outcome: string }): Promise<void> {
  await changeRecord(tx, Call, id, made);
}

/** The calls that still have to be made for these centres, the oldest first. */
export async function callsToMake(tx: Transaction, centreIds: readonly number[], limit: number): Promise<CallToMake[]> {
  return rows<CallToMake>(
    tx,
    `${callToMake()} where c.centre_id = any($1::int[]) and c.called_at is null order by c.made_at, c.id limit $2`,
    [centreIds, limit],
  );
}

/** Who was called last and could not be reached, the latest first. */
export async function unreachedCalls(tx: Transaction, centreIds: readonly number[], limit: number): Promise<CallToMake[]> {
  return rows<CallToMake>(
    tx,
    `select * from (
       select distinct on (called."dossierId") called.* from (${callToMake()} where c.centre_id = any($1::int[]) and c.called_at is not null) called
       order by called."dossierId", called."calledAt" desc) last
     where last.outcome <> 'reached' order by last."calledAt" desc limit $2`,
    [centreIds, limit],
  );
}

/** The submitter is called, on the telephone of the account or person that filed; else the owner. */
function callToMake(): string {
  return `select ${columns(Call, 'c')}, d.code, d.submitter_name as "personName",
      coalesce(a.phone, s.phone, d.owner_phone, o.phone, g.phone) as phone
    from calls c join dossiers d on d.id = c.dossier_id
    left join accounts a on a.id = d.submitter_account_id and a.kind = 'citizen'
    left join people s on s.id = d.submitter_person_id
    left join people o on o.id = d.owner_person_id
    left join organisations g on g.id = d.owner_organisation_id`;
}
