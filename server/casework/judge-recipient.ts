import { checkRecipient, type RecipientRelation } from '../domain/guards/recipient';
import { papersOf } from '../store/identity-papers';
import { type DossierRow } from '../store/models/dossier';
import { type Context } from './context';
import { type ReturnedTo } from './register-return';

/** Who stands at the counter, as the clerk has seen and typed it. */
export type RecipientShown = {
  name: string;
  /** Kind of the paper that was shown. */
  paper: string;
  number: string;
  relation: RecipientRelation;
  authorisation: string;
  isReceiptLost: boolean;
};

const RECEIPT_LOST = 'Mất giấy hẹn';

/** Refuses whoever has not proved the right to take the result; answers what the register says of the one who has. */
export async function judgeRecipient(
  context: Context,
  dossier: DossierRow,
  shown: RecipientShown,
): Promise<Omit<ReturnedTo, 'way' | 'at'>> {
  const { submitterPersonId, ownerNumber } = dossier;
  const papers = submitterPersonId ? await papersOf(context.tx, submitterPersonId) : [];
  checkRecipient(shown, { ownerNumber, submitterNumbers: papers.map(({ number }) => number) });
  const { name, paper, number, relation, authorisation, isReceiptLost } = shown;
  return { name, paper, number, relation, authorisation: authorisation || null, note: isReceiptLost ? RECEIPT_LOST : null };
}
