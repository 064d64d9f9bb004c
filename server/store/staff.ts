import { type CreationAttributes, type Transaction } from 'sequelize';
import { type StaffDuty } from '../domain/duties';
import { refuseUnless } from '../domain/refusal';
import { type AgencyRow } from './models/agency';
import { Post, type PostRow } from './models/post';
import { StaffMember, type StaffMemberRow } from './models/staff-member';
import { validOn } from './periods';
import { changeRecord, columns, findRecord, insertRecord } from './records';
import { row, rows } from './rows';

export interface PostAtAgency extends PostRow {
  readonly agencyCode: string;
  readonly agencyName: string;
  readonly agencyKind: AgencyRow['kind'];
}

export async function insertStaffMember(tx: Transaction, values: CreationAttributes<StaffMember>): Promise<StaffMemberRow> {
  return insertRecord(tx, StaffMember, values);
}

export async function readStaffMember(tx: Transaction, id: string): Promise<StaffMemberRow> {
  const member = await findRecord(tx, StaffMember, id);
  refuseUnless(member, 'not-found');
  return member;
}

export async function findStaffMemberByAccount(tx: Transaction, accountId: string): Promise<StaffMemberRow | undefined> {
  return row<StaffMemberRow>(tx, `select ${columns(StaffMember)} from staff where account_id = $1`, [accountId]);
}

/** Who the member of staff is among the people on record; null: not declared. */
export async function recordOwnPerson(tx: Transaction, id: string, personId: string | null): Promise<void> {
  refuseUnless(await changeRecord(tx, StaffMember, id, { personId }), 'not-found');
}

export async function insertPost(tx: Transaction, values: CreationAttributes<Post>): Promise<PostRow> {
  return insertRecord(tx, Post, values);
}

/** The post ends before `validToOn`: that is the first day on which it no longer counts. */
export async function endPost(tx: Transaction, id: string, validToOn: string): Promise<PostRow> {
  const post = await changeRecord(tx, Post, id, { validToOn });
  refuseUnless(post, 'not-found');
  return post;
}

/** The posts that somebody holds on a day, with their agencies. */
export async function postsOf(tx: Transaction, staffId: string, onDate: string): Promise<PostAtAgency[]> {
  return rows<PostAtAgency>(tx, `${postAtAgency()} where p.staff_id = $1 and ${validOn('p', '$2')} order by p.valid_from_on, p.id`, [
    staffId,
    onDate,
  ]);
}

export async function findPost(tx: Transaction, id: string): Promise<PostAtAgency | undefined> {
  return row<PostAtAgency>(tx, `${postAtAgency()} where p.id = $1`, [id]);
}

/** Whether somebody still holds this post on a day, with an account that is open. */
export async function isInService(
  tx: Transaction,
  { staffId, postId, onDate }: { staffId: string; postId: string; onDate: string },
): Promise<boolean> {
  const found = await row<{ holds: boolean }>(
    tx,
    `select exists (select from posts p join staff s on s.id = p.staff_id join accounts a on a.id = s.account_id and a.disabled_at is null
       where p.id = $1 and p.staff_id = $2 and ${validOn('p', '$3')}) as holds`,
    [postId, staffId, onDate],
  );
  return found?.holds ?? false;
}

/** Who holds a duty at an agency on a day: to whom a task can be assigned. */
export async function staffWithDuty(
  tx: Transaction,
  { agencyId, duty, onDate }: { agencyId: number; duty: StaffDuty; onDate: string },
): Promise<StaffMemberRow[]> {
  return rows<StaffMemberRow>(
    tx,
    `select ${columns(StaffMember, 's')} from staff s join accounts a on a.id = s.account_id and a.disabled_at is null
     where exists (select from posts p where p.staff_id = s.id and p.agency_id = $1 and $2 = any(p.duties) and ${validOn('p', '$3')})
     order by s.full_name, s.id`,
    [agencyId, duty, onDate],
  );
}

/** The user names of all whose account is open and who hold a duty anywhere on a day. */
export async function holdersOfDuty(tx: Transaction, { duty, onDate }: { duty: StaffDuty; onDate: string }): Promise<string[]> {
  const holders = await rows<{ userName: string }>(
    tx,
    `select distinct a.user_name as "userName" from accounts a join staff s on s.account_id = a.id join posts p on p.staff_id = s.id
     where a.disabled_at is null and $1 = any(p.duties) and ${validOn('p', '$2')} order by a.user_name`,
    [duty, onDate],
  );
  return holders.map(({ userName }) => userName);
}

/** Who holds a duty in an agency on a day, with the title of the post; the first by name where several do. */
export async function findHolderOfDuty(
  tx: Transaction,
  { agencyId, duty, onDate }: { agencyId: number; duty: StaffDuty; onDate: string },
): Promise<{ title: string; fullName: string } | undefined> {
  return row(
    tx,
    `select p.title, s.full_name as "fullName" from posts p join staff s on s.id = p.staff_id
      where p.agency_id = $1 and $2 = any(p.duties) and ${validOn('p', '$3')} order by s.full_name, p.id limit 1`,
    [agencyId, duty, onDate],
  );
}

function postAtAgency(): string {
  return `select ${columns(Post, 'p')}, g.code as "agencyCode", g.name as "agencyName", g.kind as "agencyKind"
     from posts p join agencies g on g.id = p.agency_id`;
}
