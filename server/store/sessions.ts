import { type CreationAttributes, type Transaction } from 'sequelize';
import { type StaffDuty } from '../domain/duties';
import { type AccountRow } from './models/account';
import { type AgencyRow } from './models/agency';
import { Session, type SessionRow } from './models/session';
import { validOn } from './periods';
import { CLOSE_PEOPLE } from './kin';
import { columns, insertRecord } from './records';
import { execute, row, rows } from './rows';

/** A session with what every request has to know of its account. Post, agency and duties are null for a citizen, or while the post is not valid. */
export interface OpenSession extends SessionRow {
  readonly kind: AccountRow['kind'];
  readonly displayName: string;
  readonly language: AccountRow['language'];
  readonly personId: string | null;
  readonly verifiedAt: Date | null;
  readonly mustChangePassword: boolean;
  readonly staffId: string | null;
  readonly staffName: string | null;
  readonly postTitle: string | null;
  readonly agencyId: number | null;
  readonly agencyKind: AgencyRow['kind'] | null;
  readonly parentAgencyId: number | null;
  readonly parentAgencyKind: AgencyRow['kind'] | null;
  readonly duties: StaffDuty[] | null;
  /** The entries of the member of staff and of the declared kin, with all that bear the same paper. */
  readonly closePersonIds: string[];
}

export async function createSession(tx: Transaction, values: CreationAttributes<Session>): Promise<SessionRow> {
  return insertRecord(tx, Session, values);
}

/** The session, unless it has ended, expired, or its account was disabled: read at every request, so that an end holds at once everywhere. */
export async function findOpenSession(
  tx: Transaction,
  { id, at, onDate }: { id: string; at: Date; onDate: string },
): Promise<OpenSession | undefined> {
  return row<OpenSession>(
    tx,
    `select ${columns(Session, 's')}, a.kind, a.display_name as "displayName", a.language, coalesce(a.person_id, m.person_id) as "personId",
       a.verified_at as "verifiedAt", a.must_change_password as "mustChangePassword", m.id as "staffId", m.full_name as "staffName",
       p.title as "postTitle", p.agency_id as "agencyId", g.kind as "agencyKind", g.parent_id as "parentAgencyId",
       u.kind as "parentAgencyKind", p.duties,
       ${CLOSE_PEOPLE} as "closePersonIds"
     from sessions s join accounts a on a.id = s.account_id
       left join staff m on m.account_id = a.id
       left join posts p on p.id = s.post_id and p.staff_id = m.id and ${validOn('p', '$3')}
       left join agencies g on g.id = p.agency_id
       left join agencies u on u.id = g.parent_id
     where s.id = $1 and s.ended_at is null and s.expires_at > $2 and a.disabled_at is null`,
    [id, at, onDate],
  );
}

/**
 * Exchanges the refresh token, once. Answers false where `fromHash` is no longer
 * the current one: somebody else holds it, and the caller ends the session.
 */
export async function rotateSession(
  tx: Transaction,
  { id, fromHash, toHash, at, expiresAt }: { id: string; fromHash: string; toHash: string; at: Date; expiresAt: Date },
): Promise<boolean> {
  const touched = await execute(
    tx,
    `update sessions set previous_refresh_hash = refresh_hash, refresh_hash = $3, rotated_at = $4, last_seen_at = $4, expires_at = $5
     where id = $1 and refresh_hash = $2 and ended_at is null and expires_at > $4`,
    [id, fromHash, toHash, at, expiresAt],
  );
  return touched === 1;
}

export async function touchSession(tx: Transaction, id: string, at: Date): Promise<void> {
  await execute(tx, 'update sessions set last_seen_at = $2 where id = $1 and last_seen_at < $2', [id, at]);
}

/** Takes up another post of the same person: one set of duties is active at a time. */
export async function switchPost(tx: Transaction, id: string, postId: string | null): Promise<void> {
  await execute(tx, 'update sessions set post_id = $2 where id = $1 and ended_at is null', [id, postId]);
}

export async function noteSecondFactor(tx: Transaction, { id, assurance, at }: { id: string; assurance: string; at: Date }): Promise<void> {
  await execute(tx, 'update sessions set assurance = $2, second_factor_at = $3 where id = $1 and ended_at is null', [id, assurance, at]);
}

export async function endSession(tx: Transaction, { id, why, at }: { id: string; why: string; at: Date }): Promise<void> {
  await execute(tx, 'update sessions set ended_at = $2, ended_why = $3 where id = $1 and ended_at is null', [id, at, why]);
}

/** Ends every session of an account: after a new password, a lock, the closing of the account. Answers how many were open. */
export async function endAllSessionsOf(
  tx: Transaction,
  { accountId, why, at }: { accountId: string; why: string; at: Date },
): Promise<number> {
  return execute(tx, 'update sessions set ended_at = $2, ended_why = $3 where account_id = $1 and ended_at is null', [accountId, at, why]);
}

export async function listOpenSessionsOf(tx: Transaction, accountId: string, at: Date): Promise<SessionRow[]> {
  return rows<SessionRow>(
    tx,
    `select ${columns(Session)} from sessions where account_id = $1 and ended_at is null and expires_at > $2 order by last_seen_at desc`,
    [accountId, at],
  );
}
