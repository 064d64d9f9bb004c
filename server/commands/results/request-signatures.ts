import { type Context } from '../../casework/context';
import { judgeSigning, ROLES, type Wanted } from '../../casework/judge-signing';
import { readUsableCertificate } from '../../casework/signing-certificate';
import { Refusal } from '../../domain/refusal';
import { SIGNING_LEASE_MS, type SigningKind } from '../../domain/signing-kind';
import { asStaff, type StaffActor } from '../../policies/actor';
import { PIN_BY_ACCOUNT } from '../../policies/entrance';
import { type KeyRing } from '../../signing/key-ring';
import { openLocalSigner } from '../../signing/signer';
import { judgePen } from '../../policies/office';
import { clearAttempts } from '../../store/attempts';
import { readResult } from '../../store/results';
import { insertBatch, insertRequests } from '../../store/signing-requests';

export type RequestSignatures = {
  kind: SigningKind;
  items: readonly { resultId: string; expectedSha256: string }[];
  pin: string;
};

/** The keys that this process has open, each with the person who opened it. */
export type SigningKeys = KeyRing<StaffActor>;

/**
 * Asks for signatures or seals on one or many documents: the PIN opens the key
 * once, the hash of each file is frozen, and the work itself is done outside the
 * request. What may not be signed is refused item by item; the others go on.
 * Answers the batch. Refuses `pin-wrong`, `certificate-unusable`, `not-permitted`.
 */
export async function requestSignatures(
  context: Context,
  { kind, items, pin }: RequestSignatures,
  keys: SigningKeys,
): Promise<{ batchId: string }> {
  const { tx, now } = context;
  const actor = asStaff(context.actor);
  judgePen(actor, kind);
  const certificate = await readUsableCertificate(context, actor, kind);
  const signer = openLocalSigner(certificate.keyContainer, pin);
  await clearAttempts(tx, PIN_BY_ACCOUNT.scope, actor.accountId);
  const batch = await insertBatch(tx, { kind, staffId: actor.staffId, postId: actor.postId, requestedAt: now });
  const common = { batchId: batch.id, role: ROLES[kind], staffId: actor.staffId, certificateId: certificate.id, requestedAt: now };
  const requests = [];
  for (const { resultId, expectedSha256 } of items) {
    const result = await readResult(tx, resultId);
    const frozen = { resultId, dossierId: result.dossierId, documentSha256: expectedSha256 };
    requests.push({ ...common, ...frozen, ...(await judged(context, actor, certificate, { kind, result, expectedSha256 })) });
  }
  const entered = await insertRequests(tx, requests);
  const taken = requests.filter(({ resultId }) => !entered.has(resultId));
  await insertRequests(
    tx,
    taken.map((request) => ({ ...request, ...failed('signature-under-way', {}, now) })),
  );
  keys.keep(batch.id, { signer, holder: actor }, now);
  return { batchId: batch.id };
}

async function judged(context: Context, actor: StaffActor, certificate: { agencyId: number | null }, wanted: Wanted) {
  try {
    const { authority } = await judgeSigning(context, actor, certificate, wanted);
    const leasedUntilAt = new Date(context.now.getTime() + SIGNING_LEASE_MS);
    return {
      authorityId: authority?.id ?? null,
      state: 'waiting' as const,
      refusal: null,
      facts: null,
      leasedUntilAt,
      attempts: 0,
      finishedAt: null,
    };
  } catch (reason) {
    if (!(reason instanceof Refusal) || reason.code === 'not-found') throw reason;
    return failed(reason.code, { ...reason.facts }, context.now);
  }
}

function failed(refusal: string, facts: Record<string, unknown>, at: Date) {
  return { authorityId: null, state: 'failed' as const, refusal, facts, leasedUntilAt: null, attempts: 0, finishedAt: at };
}
