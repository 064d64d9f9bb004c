import { type Context } from '../../casework/context';
import { renderDraft } from '../../documents/render-draft';
import { readTemplate } from '../../documents/template';
import { judgeDraft } from '../../policies/results';
import { readDossier } from '../../store/dossiers';
import { readTemplateVersion } from '../../store/published-versions';
import { readResult } from '../../store/results';
import { openTasksOf } from '../../store/tasks';

/** Shows a draft as it would be printed, marked as one. Drawn only when the transaction is over; nothing of it is stored. */
export async function previewResult({ tx, actor, seen }: Context, { resultId }: { resultId: string }) {
  const result = await readResult(tx, resultId);
  const dossier = await readDossier(tx, result.dossierId);
  const open = await openTasksOf(tx, dossier.id);
  judgeDraft(
    actor,
    dossier,
    open.map(({ act }) => act),
  );
  seen.push({ dossierId: dossier.id });
  const { content } = await readTemplateVersion(tx, result.templateVersionId);
  return {
    name: `du-thao-${dossier.code ?? resultId}.pdf`,
    mediaType: 'application/pdf',
    draw: () => renderDraft(readTemplate(content), result.facts),
  };
}
