import { type Context } from '../../casework/context';
import { type RefusalCode, type RefusalFacts } from '../../domain/refusal';
import { refuseRequest } from '../../store/signing-requests';

/** One document of a batch cannot be signed or sealed: why is kept with it, and the others go on (R34). */
export async function refuseSigning(
  { tx, now }: Context,
  { requestId, code, facts }: { requestId: string; code: RefusalCode; facts: RefusalFacts },
): Promise<void> {
  await refuseRequest(tx, requestId, { at: now, code, facts });
}
