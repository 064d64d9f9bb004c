import { refuseUnless } from '../domain/refusal';
import { Dossier, type DossierRow } from './models/dossier';
import { changeRecord } from './records';
import { type Transaction } from './transaction';

/** What an act may change of the dossier's own row, beside the version. */
export type DossierMovement = Pick<
  DossierRow,
  | 'code'
  | 'status'
  | 'subStatus'
  | 'acceptedAt'
  | 'receivedAt'
  | 'dueAt'
  | 'answerDueAt'
  | 'finishedAt'
  | 'timeLimit'
  | 'officerId'
  | 'agencyId'
  | 'returnWay'
  | 'returnAddress'
  | 'isReceiptWanted'
  | 'answers'
>;

/** Moves a locked dossier one version on, with what the act changes. */
export async function moveDossier(tx: Transaction, id: string, movement: Partial<DossierMovement>): Promise<DossierRow> {
  const dossier = await changeRecord(tx, Dossier, id, movement, ['version = version + 1']);
  refuseUnless(dossier, 'not-found');
  return dossier;
}
