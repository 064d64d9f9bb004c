import { type Transaction } from 'sequelize';
import { type IdentityPaperKind } from '../domain/identity';
import { Kin, type KinRow } from './models/kin';
import { insertRecord } from './records';
import { execute, rows } from './rows';

/** Somebody whose dossiers a member of staff may not handle; `relation` is null for the member of staff himself. */
export interface OwnPerson {
  readonly staffId: string;
  readonly personId: string;
  readonly relation: string | null;
  readonly fullName: string;
  readonly bornOn: string | null;
  readonly kind: IdentityPaperKind;
  readonly country: string;
  readonly number: string;
}

export async function insertKin(tx: Transaction, values: KinRow): Promise<KinRow> {
  return insertRecord(tx, Kin, values);
}

/** Before the list is written anew. */
export async function forgetKin(tx: Transaction, staffId: string): Promise<void> {
  await execute(tx, 'delete from kin where staff_id = $1', [staffId]);
}

/** Who these members of staff declared to be, and their kin, each under the paper that is proved, or else the first. */
export async function ownPeopleOf(tx: Transaction, staffIds: readonly string[]): Promise<OwnPerson[]> {
  return rows<OwnPerson>(
    tx,
    `select own.staff_id as "staffId", own.person_id as "personId", own.relation, p.full_name as "fullName", p.born_on as "bornOn",
       i.kind, i.country, i.number
     from (select id as staff_id, person_id, null as relation from staff union all select staff_id, person_id, relation from kin) own
       join people p on p.id = own.person_id
       join lateral (select kind, country, number from identity_papers where person_id = p.id
         order by proved_at nulls last, created_at, id limit 1) i on true
     where own.staff_id = any($1::uuid[]) order by own.relation nulls first, p.full_name, p.id`,
    [staffIds],
  );
}

/**
 * All entries that are, or may be, the member of staff `m` or declared kin: the
 * people named, whoever bears the same paper (a number that was only typed gives
 * no right, yet it is enough to keep somebody away), and who was merged into them.
 */
export const CLOSE_PEOPLE = `array(
  with own as (select m.person_id as id where m.person_id is not null union select k.person_id from kin k where k.staff_id = m.id)
  select id from own
  union select other.person_id from own join identity_papers mine on mine.person_id = own.id
    join identity_papers other on (other.number, other.kind, other.country) = (mine.number, mine.kind, mine.country)
  union select p.id from own join people p on p.merged_into_id = own.id
)::text[]`;
