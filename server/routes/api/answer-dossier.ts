import { type Context } from '../../casework/context';
import { type DossierSummary } from '../../contract/dossier-shapes';
import { presentDossier } from '../../presenters/dossier-summary';
import { dossierView } from '../../queries/dossiers/dossier-view';

/** What every act on a dossier answers: the dossier as it now stands, with the acts now open to this reader. */
export async function answerDossier(context: Context, dossierId: string): Promise<{ dossier: DossierSummary }> {
  return { dossier: presentDossier(context.actor, await dossierView(context, dossierId)) };
}
