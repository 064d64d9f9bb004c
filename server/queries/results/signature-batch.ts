import { judgeOwnBatch } from '../../policies/ownership';
import { type SignatureBatchRow } from '../../store/models/signature-batch';
import { type SignatureRequestRow } from '../../store/models/signature-request';
import { readBatch, requestsOf } from '../../store/signing-requests';
import { type Reader } from '../reader';

/** How far a batch has come, for the one who asked for it and nobody else. */
export async function signatureBatch(
  { tx, actor }: Reader,
  { batchId }: { batchId: string },
): Promise<{ batch: SignatureBatchRow; requests: SignatureRequestRow[] }> {
  const batch = await readBatch(tx, batchId);
  judgeOwnBatch(actor, batch);
  return { batch, requests: await requestsOf(tx, batchId) };
}
