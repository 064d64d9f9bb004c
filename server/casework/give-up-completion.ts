import { changeSupplement, findLastSupplement } from '../store/supplements';
import { type Context } from './context';

/** The completion that was asked for before acceptance will not come: it is put down as incomplete. */
export async function giveUpCompletion({ tx, now }: Context, dossierId: string): Promise<void> {
  const completion = await findLastSupplement(tx, dossierId, 'intake');
  if (completion?.state === 'issued' || completion?.state === 'answered')
    await changeSupplement(tx, completion.id, { state: 'incomplete', checkedAt: now });
}
