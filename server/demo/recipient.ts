import { type Case } from './case';
import { needed } from './deviation';
import { type Visitor } from './visitor';

/** The owner at the counter, with the card whose number is on record. */
export async function ownerAtCounter(clerk: Visitor, dossier: Case): Promise<object> {
  const { owner } = await dossier.seenBy(clerk);
  return { name: owner.name, paper: 'Thẻ căn cước', number: needed(owner.number, 'số định danh của chủ hồ sơ'), relation: 'owner' };
}
