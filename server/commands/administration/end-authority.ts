import { type Context } from '../../casework/context';
import { refuseUnless } from '../../domain/refusal';
import { endAuthority as end } from '../../store/authorities';

/** Ends the right to sign on a day (the first on which it no longer counts). What was signed before stands. */
export async function endAuthority({ tx }: Context, { authorityId, validToOn }: { authorityId: string; validToOn: string }): Promise<void> {
  const ended = await end(tx, authorityId, validToOn);
  refuseUnless(ended, 'not-found');
  refuseUnless(validToOn > ended.validFromOn, 'date-impossible', {
    why: { vi: 'ngày kết thúc phải sau ngày bắt đầu', en: 'the end must follow the beginning' },
  });
}
