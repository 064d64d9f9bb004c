import { type CreationAttributes } from 'sequelize';
import { type Duty } from '../domain/duties';
import { refuseUnless } from '../domain/refusal';
import { type Language } from '../domain/words/words';
import { Notice, type NoticeRow } from './models/notice';
import { type PersonRow } from './models/person';
import { validOn } from './periods';
import { changeRecord, columns, insertRecord } from './records';
import { row, rows } from './rows';
import { type Transaction } from './transaction';

/** How an applicant is reached. Kept out of every log. */
export interface Contact {
  readonly email: string | null;
  readonly phone: string | null;
  readonly preferred: PersonRow['preferredContact'];
  readonly language: Language;
}

export async function insertNotice(tx: Transaction, values: CreationAttributes<Notice>): Promise<NoticeRow> {
  return insertRecord(tx, Notice, values);
}

/** What was told of a dossier, the oldest first. */
export async function noticesOf(tx: Transaction, dossierId: string): Promise<NoticeRow[]> {
  return rows<NoticeRow>(tx, `select ${columns(Notice)} from notices where dossier_id = $1 order by at, id`, [dossierId]);
}

export type OpenReminder = NoticeRow & { code: string | null };

/** Reminders to those who hold one of these duties at one of these agencies, that nobody has answered for yet, the oldest first. */
export async function openReminders(
  tx: Transaction,
  { agencyIds, duties, limit }: { agencyIds: readonly number[]; duties: readonly Duty[]; limit: number },
): Promise<OpenReminder[]> {
  return rows<OpenReminder>(
    tx,
    `select ${columns(Notice, 'n')}, d.code from notices n join dossiers d on d.id = n.dossier_id
     where n.way = 'house' and n.settled_at is null and n.agency_id = any($1::int[]) and n.duty = any($2::text[])
     order by n.at, n.id limit $3`,
    [agencyIds, duties, limit],
  );
}

export async function readReminder(tx: Transaction, id: string): Promise<NoticeRow> {
  const reminder = await row<NoticeRow>(tx, `select ${columns(Notice)} from notices where id = $1 and way = 'house'`, [id]);
  refuseUnless(reminder, 'not-found');
  return reminder;
}

/** What was done about a reminder. */
export async function settleNotice(
  tx: Transaction,
  id: string,
  done: { settledAt: Date; settledBy: string; outcome: string },
): Promise<void> {
  await changeRecord(tx, Notice, id, done);
}

/** Whoever submitted is told, by the account or the person's own contact; the owner where the submitter has left none. */
export async function findContact(tx: Transaction, dossierId: string): Promise<Contact> {
  const contact = await row<Contact>(
    tx,
    `select coalesce(a.email, s.email, o.email, g.email) as email, coalesce(a.phone, s.phone, d.owner_phone, o.phone, g.phone) as phone,
       coalesce(s.preferred_contact, o.preferred_contact) as preferred, coalesce(a.language, 'vi') as language
     from dossiers d
     left join accounts a on a.id = d.submitter_account_id and a.kind = 'citizen'
     left join people s on s.id = d.submitter_person_id
     left join people o on o.id = d.owner_person_id
     left join organisations g on g.id = d.owner_organisation_id
     where d.id = $1`,
    [dossierId],
  );
  return contact ?? { email: null, phone: null, preferred: null, language: 'vi' };
}

/** The e-mail addresses of those who hold a duty at an agency on a day, where they have one. */
export async function mailsOfDuty(
  tx: Transaction,
  { agencyId, duty, onDate }: { agencyId: number; duty: Duty; onDate: string },
): Promise<{ staffId: string; email: string }[]> {
  return rows<{ staffId: string; email: string }>(
    tx,
    `select distinct s.id as "staffId", a.email from staff s join accounts a on a.id = s.account_id and a.disabled_at is null
       join posts p on p.staff_id = s.id and p.agency_id = $1 and $2 = any(p.duties) and ${validOn('p', '$3')}
     where a.email is not null order by s.id`,
    [agencyId, duty, onDate],
  );
}
