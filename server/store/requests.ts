import { type Transaction } from 'sequelize';
import { refuseUnless } from '../domain/refusal';
import { Request, type RequestRow } from './models/request';
import { columns } from './records';
import { execute, json, row } from './rows';

export type RequestName = Pick<RequestRow, 'actor' | 'key' | 'endpoint' | 'bodySha256'>;

/**
 * Claims a request before its act begins, and answers what was answered to it
 * before, where it was. The claim ends with the transaction, however that ends.
 *
 * Refuses `key-in-flight` while the same request is being handled elsewhere, and
 * `key-reused` where the key came with another body or for another act.
 */
export async function claimRequest(tx: Transaction, { actor, key, endpoint, bodySha256 }: RequestName): Promise<RequestRow | undefined> {
  const claim = await row<{ isMine: boolean }>(tx, `select pg_try_advisory_xact_lock(hashtextextended($1, 7302)) as "isMine"`, [
    JSON.stringify([actor, key]),
  ]);
  refuseUnless(claim?.isMine, 'key-in-flight');
  const earlier = await findRequest(tx, actor, key);
  if (earlier) refuseUnless(earlier.bodySha256 === bodySha256 && earlier.endpoint === endpoint, 'key-reused');
  return earlier;
}

export async function findRequest(tx: Transaction, actor: string, key: string): Promise<RequestRow | undefined> {
  return row<RequestRow>(tx, `select ${columns(Request)} from requests where actor = $1 and key = $2`, [actor, key]);
}

/** Keeps the answer in the act's own transaction: both are there, or neither. */
export async function storeAnswer(tx: Transaction, request: RequestRow): Promise<void> {
  await execute(
    tx,
    'insert into requests (actor, key, endpoint, body_sha256, status, answer, at) values ($1, $2, $3, $4, $5, $6::jsonb, $7)',
    [request.actor, request.key, request.endpoint, request.bodySha256, request.status, json(request.answer), request.at],
  );
}

/** Forgets answers given before an instant; 30 days is what is promised. Answers how many. */
export async function purgeRequests(tx: Transaction, before: Date): Promise<number> {
  return execute(tx, 'delete from requests where at < $1', [before]);
}
