import { type Context } from '../../casework/context';
import { asStaff } from '../../policies/actor';
import { judgeReprint } from '../../policies/office';
import { readDossier } from '../../store/dossiers';
import { readLetter } from '../../store/letters';
import { post } from '../../store/outbox';

/** Has a letter printed once more, marked “in lại”. It says what the first one said and changes nothing. */
export async function reprintLetter(context: Context, { letterId }: { letterId: string }): Promise<{ dossierId: string }> {
  const actor = asStaff(context.actor);
  const letter = await readLetter(context.tx, letterId);
  const dossier = await readDossier(context.tx, letter.dossierId);
  judgeReprint(actor, dossier);
  const payload = { form: letter.form, reprintOfId: letter.reprintOfId ?? letter.id };
  await post(context.tx, { dossierId: dossier.id, executionId: null, topic: 'letter', payload }, context.now);
  return { dossierId: dossier.id };
}
