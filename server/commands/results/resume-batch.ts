import { type Context } from '../../casework/context';
import { judgeCertificate, withKey } from '../../casework/signing-certificate';
import { refuseUnless } from '../../domain/refusal';
import { SIGNING_LEASE_MS } from '../../domain/signing-kind';
import { type StaffActor } from '../../policies/actor';
import { PIN_BY_ACCOUNT } from '../../policies/entrance';
import { type KeyRing } from '../../signing/key-ring';
import { openLocalSigner } from '../../signing/signer';
import { judgeOwnBatch } from '../../policies/ownership';
import { clearAttempts } from '../../store/attempts';
import { readCertificate } from '../../store/certificates';
import { readBatch, reopenRequests, requestsOf } from '../../store/signing-requests';

export type ResumeBatch = { batchId: string; pin: string };

/** The PIN is given again, by the one who gave it first, and what waited for it goes on. What was signed or refused meanwhile stays so. */
export async function resumeBatch(context: Context, { batchId, pin }: ResumeBatch, keys: KeyRing<StaffActor>): Promise<void> {
  const { tx, now } = context;
  const batch = await readBatch(tx, batchId);
  const actor = judgeOwnBatch(context.actor, batch);
  const [request] = await requestsOf(tx, batchId);
  refuseUnless(request, 'not-found');
  const certificate = await readCertificate(tx, request.certificateId);
  await judgeCertificate(context, actor, certificate);
  const signer = openLocalSigner(withKey(certificate).keyContainer, pin);
  await clearAttempts(tx, PIN_BY_ACCOUNT.scope, actor.accountId);
  await reopenRequests(tx, batchId, new Date(now.getTime() + SIGNING_LEASE_MS));
  keys.keep(batchId, { signer, holder: actor }, now);
}
