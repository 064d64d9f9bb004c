import { type ReturnWay } from '../domain/channels';
import { noteCustody } from '../store/custody';
import { findLastEntry } from '../store/journal';
import { type DossierRow } from '../store/models/dossier';
import { insertReturn } from '../store/returns';
import { type Context } from './context';
import { actorColumns } from './record-act';

export type ReturnedTo = {
  way: ReturnWay;
  at: Date;
  name: string | null;
  paper: string | null;
  number: string | null;
  relation: string | null;
  authorisation: string | null;
  note: string | null;
};

/** Enters the return in the register and hands custody to whoever took it; to be called once the act is in the journal. */
export async function registerReturn(context: Context, dossier: DossierRow, what: 'result' | 'refusal', to: ReturnedTo): Promise<void> {
  await insertReturn(context.tx, {
    dossierId: dossier.id,
    way: to.way,
    returnedAt: to.at,
    returnedBy: actorColumns(context.actor).actorName,
    recipientName: to.name,
    recipientPaper: to.paper,
    recipientNumber: to.number,
    recipientRelation: to.relation,
    authorisation: to.authorisation,
    note: to.note,
  });
  await passCustody(context, dossier.id, { what, holder: 'recipient', holderName: to.name ?? '', at: to.at });
}

/** Where a paper lies from now on, with the journal line that says why. */
export async function passCustody(
  context: Context,
  dossierId: string,
  to: { what: string; holder: string; holderName: string; at: Date },
): Promise<void> {
  const last = await findLastEntry(context.tx, dossierId);
  await noteCustody(context.tx, dossierId, { ...to, journalNumber: last?.number ?? 0 });
}
