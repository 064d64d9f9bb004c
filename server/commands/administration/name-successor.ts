import { type Context } from '../../casework/context';
import { Refusal } from '../../domain/refusal';
import { findAgencyByCode, insertSuccessor } from '../../store/agencies';

export type NameSuccessor = { formerCode: string; successorCode: string; part: string | null };

/** Says who took over from a body that has ended, and of what where it was split: old dossiers and addresses follow. */
export async function nameSuccessor({ tx }: Context, { formerCode, successorCode, part }: NameSuccessor): Promise<void> {
  const former = await findAgencyByCode(tx, formerCode);
  const successor = await findAgencyByCode(tx, successorCode);
  if (!former || !successor) throw new Refusal('not-found');
  await insertSuccessor(tx, { formerId: former.id, successorId: successor.id, part });
}
