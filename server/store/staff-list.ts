import { Authority, type AuthorityRow } from './models/authority';
import { columns } from './records';
import { rows } from './rows';
import { type PostAtAgency } from './staff';
import { Post } from './models/post';
import { type Transaction } from './transaction';

/** A member of staff with what administration sees of the account. */
export type StaffListed = {
  id: string;
  accountId: string;
  userName: string;
  fullName: string;
  title: string | null;
  phone: string | null;
  disabledAt: Date | null;
  totpConfirmedAt: Date | null;
  lastSignedInAt: Date | null;
};

/** A page of the staff by name, whole or of one agency (whoever holds or will hold a post there); `after` is the last one of the page before. */
export async function staffPage(
  tx: Transaction,
  { agencyId, after, limit, onDate }: { agencyId: number | null; after: string | null; limit: number; onDate: string },
): Promise<StaffListed[]> {
  return rows<StaffListed>(
    tx,
    `select s.id, s.account_id as "accountId", a.user_name as "userName", s.full_name as "fullName", s.title, s.phone,
       a.disabled_at as "disabledAt", a.totp_confirmed_at as "totpConfirmedAt", a.last_signed_in_at as "lastSignedInAt"
     from staff s join accounts a on a.id = s.account_id
     where ($1::integer is null or exists (
         select from posts p where p.staff_id = s.id and p.agency_id = $1 and (p.valid_to_on is null or p.valid_to_on > $4)))
       and ($2::uuid is null or (s.full_name, s.id) > (select l.full_name, l.id from staff l where l.id = $2))
     order by s.full_name, s.id limit $3`,
    [agencyId, after, limit, onDate],
  );
}

/** The posts of these people that have not ended by a day. */
export async function unendedPosts(
  tx: Transaction,
  { staffIds, onDate }: { staffIds: readonly string[]; onDate: string },
): Promise<PostAtAgency[]> {
  return rows<PostAtAgency>(
    tx,
    `select ${columns(Post, 'p')}, g.code as "agencyCode", g.name as "agencyName", g.kind as "agencyKind"
     from posts p join agencies g on g.id = p.agency_id
     where p.staff_id = any($1::uuid[]) and (p.valid_to_on is null or p.valid_to_on > $2) order by p.valid_from_on, p.id`,
    [staffIds, onDate],
  );
}

/** The rights to sign of these people that have not ended by a day. */
export async function unendedAuthorities(
  tx: Transaction,
  { staffIds, onDate }: { staffIds: readonly string[]; onDate: string },
): Promise<(AuthorityRow & { agencyCode: string })[]> {
  return rows(
    tx,
    `select ${columns(Authority, 'a')}, g.code as "agencyCode" from authorities a join agencies g on g.id = a.agency_id
     where a.staff_id = any($1::uuid[]) and (a.valid_to_on is null or a.valid_to_on > $2) order by a.valid_from_on, a.id`,
    [staffIds, onDate],
  );
}
