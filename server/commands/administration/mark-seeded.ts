import { type Context } from '../../casework/context';
import { actorColumns } from '../../casework/record-act';
import { putSettingOnce } from '../../store/settings';

/**
 * Notes with what the installation began, in the transaction of the seed itself.
 * Answers false where it has begun already: then nothing may be seeded.
 */
export async function markSeeded({ tx, now, actor }: Context, { scope }: { scope: string }): Promise<boolean> {
  const changedBy = actorColumns(actor).actorName;
  return putSettingOnce(tx, { key: 'seed', value: { scope }, ground: null, changedAt: now, changedBy });
}
