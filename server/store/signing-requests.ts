import { type CreationAttributes } from 'sequelize';
import { refuseUnless, type RefusalCode } from '../domain/refusal';
import { SignatureBatch, type SignatureBatchRow } from './models/signature-batch';
import { SignatureRequest, type SignatureRequestRow } from './models/signature-request';
import { columns, findRecord, insertRecord } from './records';
import { execute, json, row, rows } from './rows';
import { type Transaction } from './transaction';

export async function insertBatch(tx: Transaction, values: CreationAttributes<SignatureBatch>): Promise<SignatureBatchRow> {
  return insertRecord(tx, SignatureBatch, values);
}

export async function readBatch(tx: Transaction, id: string): Promise<SignatureBatchRow> {
  const batch = await findRecord(tx, SignatureBatch, id);
  refuseUnless(batch, 'not-found');
  return batch;
}

/**
 * Enters what is to be signed. A document that somebody is signing or sealing
 * already is left out. Answers the documents whose requests were entered.
 */
export async function insertRequests(tx: Transaction, many: readonly CreationAttributes<SignatureRequest>[]): Promise<Set<string>> {
  const entered = await rows<{ id: string }>(
    tx,
    `insert into signature_requests (batch_id, result_id, dossier_id, role, staff_id, certificate_id, authority_id, document_sha256,
                                     state, refusal, facts, leased_until_at, requested_at, finished_at)
     select q."batchId", q."resultId", q."dossierId", q.role, q."staffId", q."certificateId", q."authorityId", q."documentSha256",
            q.state, q.refusal, q.facts, q."leasedUntilAt", q."requestedAt", q."finishedAt"
       from jsonb_to_recordset($1::jsonb) as q("batchId" uuid, "resultId" uuid, "dossierId" uuid, role text, "staffId" uuid,
            "certificateId" uuid, "authorityId" uuid, "documentSha256" text, state text, refusal text, facts jsonb,
            "leasedUntilAt" timestamptz, "requestedAt" timestamptz, "finishedAt" timestamptz)
     on conflict (result_id, role) where state in ('waiting', 'working', 'pin-needed') do nothing returning result_id as id`,
    [json(many)],
  );
  return new Set(entered.map(({ id }) => id));
}

export async function requestsOf(tx: Transaction, batchId: string): Promise<SignatureRequestRow[]> {
  return rows<SignatureRequestRow>(
    tx,
    `select ${columns(SignatureRequest)} from signature_requests where batch_id = $1 order by requested_at, id`,
    [batchId],
  );
}

export async function lockRequest(tx: Transaction, id: string): Promise<SignatureRequestRow> {
  const request = await row<SignatureRequestRow>(
    tx,
    `select ${columns(SignatureRequest)} from signature_requests where id = $1 for update`,
    [id],
  );
  refuseUnless(request, 'not-found');
  return request;
}

/**
 * Takes the oldest waiting requests of these batches, each for one worker, until
 * `leaseUntil`. The others of the batches are held as long: whoever has their key
 * lives, and nobody needs to be asked for the PIN again. A seal is in one hand at
 * a time: each of its documents takes the number after the last, and whoever else
 * sealed meanwhile would have sealed for nothing.
 */
export async function claimRequests(
  tx: Transaction,
  { batchIds, leaseUntil, limit }: { batchIds: readonly string[]; leaseUntil: Date; limit: number },
): Promise<SignatureRequestRow[]> {
  if (!batchIds.length) return [];
  await execute(tx, `update signature_requests set leased_until_at = $2 where batch_id = any($1::uuid[]) and state = 'waiting'`, [
    batchIds,
    leaseUntil,
  ]);
  return rows<SignatureRequestRow>(
    tx,
    `update signature_requests set state = 'working', attempts = attempts + 1, leased_until_at = $2
      where id in (select id from signature_requests
                    where batch_id = any($1::uuid[]) and state = 'waiting' and (role <> 'agency' or certificate_id = any($4::uuid[]))
                    order by requested_at, id limit $3 for update skip locked)
      returning ${columns(SignatureRequest)}`,
    [batchIds, leaseUntil, limit, await takeFreeSeals(tx, batchIds)],
  );
}

/** The seals that these batches wait for and that no process works with; they are this one's until its act commits. */
async function takeFreeSeals(tx: Transaction, batchIds: readonly string[]): Promise<string[]> {
  const free = await rows<{ id: string }>(
    tx,
    `select c.id from certificates c
      where c.id in (select certificate_id from signature_requests where batch_id = any($1::uuid[]) and state = 'waiting' and role = 'agency')
        and not exists (select 1 from signature_requests w where w.certificate_id = c.id and w.role = 'agency' and w.state = 'working')
        for no key update skip locked`,
    [batchIds],
  );
  return free.map(({ id }) => id);
}

/** Of these batches, those on which nothing is left to do: their keys are no longer needed. */
export async function finishedBatches(tx: Transaction, batchIds: readonly string[]): Promise<string[]> {
  const finished = await rows<{ id: string }>(
    tx,
    `select b.id from signature_batches b where b.id = any($1::uuid[]) and not exists (
       select from signature_requests r where r.batch_id = b.id and r.state in ('waiting', 'working', 'pin-needed'))`,
    [batchIds],
  );
  return finished.map(({ id }) => id);
}

/** Nobody has the key of these any more: their process has ended, or the key was left unused. They wait for the PIN. Answers how many. */
export async function lapseRequests(tx: Transaction, at: Date): Promise<number> {
  return execute(
    tx,
    `update signature_requests set state = 'pin-needed', leased_until_at = null
      where state in ('waiting', 'working') and leased_until_at < $1`,
    [at],
  );
}

/** The PIN was given again. Answers how many go on. */
export async function reopenRequests(tx: Transaction, batchId: string, leaseUntil: Date): Promise<number> {
  return execute(tx, `update signature_requests set state = 'waiting', leased_until_at = $2 where batch_id = $1 and state = 'pin-needed'`, [
    batchId,
    leaseUntil,
  ]);
}

/** It is signed and on record. */
export async function finishRequest(tx: Transaction, id: string, { at, facts }: { at: Date; facts: object }): Promise<void> {
  await execute(
    tx,
    `update signature_requests set state = 'done', facts = $3::jsonb, leased_until_at = null, finished_at = $2 where id = $1`,
    [id, at, json(facts)],
  );
}

/** This one is refused; the others of its batch go on (R34). */
export async function refuseRequest(
  tx: Transaction,
  id: string,
  { at, code, facts }: { at: Date; code: RefusalCode; facts: object },
): Promise<void> {
  await execute(
    tx,
    `update signature_requests set state = 'failed', refusal = $3, facts = $4::jsonb, leased_until_at = null, finished_at = $2
      where id = $1 and state = 'working'`,
    [id, at, code, json(facts)],
  );
}

/** The work failed through no fault of the document: it waits for the next try. */
export async function putBackRequest(tx: Transaction, id: string): Promise<void> {
  await execute(tx, `update signature_requests set state = 'waiting' where id = $1 and state = 'working'`, [id]);
}

/** Whether somebody is signing or sealing this document at the moment. */
export async function hasRequestUnderWay(tx: Transaction, resultId: string): Promise<boolean> {
  const open = await row(
    tx,
    `select 1 as open from signature_requests where result_id = $1 and state in ('waiting', 'working', 'pin-needed') limit 1`,
    [resultId],
  );
  return open !== undefined;
}

export async function readRequest(tx: Transaction, id: string): Promise<SignatureRequestRow> {
  const request = await findRecord(tx, SignatureRequest, id);
  refuseUnless(request, 'not-found');
  return request;
}
