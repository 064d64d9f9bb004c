import { asCitizen } from '../../policies/actor';
import { dossiersOfCitizen, openTasksOfAll, type ListedDossier } from '../../store/dossier-lists';
import { type FiledPlace } from '../../store/dossier-search';
import { type TaskRow } from '../../store/models/task';
import { type Reader } from '../reader';

export type MyDossier = { dossier: ListedDossier; open: TaskRow[] };

/**
 * What a citizen's account has filed, and, once the account is verified, what its
 * person owns. A number that was typed into a form gives no right to read (R23).
 */
export async function listMyDossiers(
  { tx, actor }: Reader,
  { after, size }: { after?: FiledPlace | undefined; size: number },
): Promise<{ mine: MyDossier[]; next: FiledPlace | null }> {
  const { accountId, personId, isVerified } = asCitizen(actor);
  const rows = await dossiersOfCitizen(tx, { accountId, personId: isVerified ? personId : null, after: after ?? null, limit: size + 1 });
  const dossiers = rows.slice(0, size);
  const tasks = await openTasksOfAll(
    tx,
    dossiers.map(({ id }) => id),
  );
  const last = dossiers.at(-1);
  return {
    mine: dossiers.map((dossier) => ({ dossier, open: tasks.filter(({ dossierId }) => dossierId === dossier.id) })),
    next: rows.length > dossiers.length && last ? { submittedAt: last.submittedAt, id: last.id } : null,
  };
}
