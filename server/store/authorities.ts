import { type CreationAttributes, type Transaction } from 'sequelize';
import { Authority, type AuthorityRow } from './models/authority';
import { validOn } from './periods';
import { changeRecord, columns, insertRecord } from './records';
import { row, rows } from './rows';

export async function insertAuthority(tx: Transaction, values: CreationAttributes<Authority>): Promise<AuthorityRow> {
  return insertRecord(tx, Authority, values);
}

/** What somebody may sign on a day, for which agencies. */
export async function authoritiesOf(tx: Transaction, staffId: string, onDate: string): Promise<AuthorityRow[]> {
  return rows<AuthorityRow>(
    tx,
    `select ${columns(Authority, 'a')} from authorities a where a.staff_id = $1 and ${validOn('a', '$2')} order by a.valid_from_on, a.id`,
    [staffId, onDate],
  );
}

/**
 * The right to sign one kind of document for one agency on a day, the latest one
 * given. `scope` is a procedure code; an authority over `*` covers all of them.
 */
export async function findAuthority(
  tx: Transaction,
  { staffId, agencyId, scope, onDate }: { staffId: string; agencyId: number; scope: string; onDate: string },
): Promise<AuthorityRow | undefined> {
  return row<AuthorityRow>(
    tx,
    `select ${columns(Authority, 'a')} from authorities a
     where a.staff_id = $1 and a.agency_id = $2 and a.scope && array[$3, '*']::text[] and ${validOn('a', '$4')}
     order by a.valid_from_on desc, a.id limit 1`,
    [staffId, agencyId, scope, onDate],
  );
}

/** Everybody who may sign this kind of document for an agency on a day; those who sign in their own office before deputies. */
export async function signersOf(
  tx: Transaction,
  { agencyId, scope, onDate }: { agencyId: number; scope: string; onDate: string },
): Promise<(AuthorityRow & { fullName: string })[]> {
  return rows(
    tx,
    `select ${columns(Authority, 'a')}, s.full_name as "fullName" from authorities a join staff s on s.id = a.staff_id
     join accounts c on c.id = s.account_id and c.disabled_at is null
     where a.agency_id = $1 and a.scope && array[$2, '*']::text[] and ${validOn('a', '$3')}
     order by a.formula not in ('none', 'TM.'), a.valid_from_on desc, s.full_name, a.id`,
    [agencyId, scope, onDate],
  );
}

export async function endAuthority(tx: Transaction, id: string, validToOn: string): Promise<AuthorityRow | undefined> {
  return changeRecord(tx, Authority, id, { validToOn });
}
