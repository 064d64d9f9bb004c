import { type Context } from '../../casework/context';
import { hashOfText, type JudgedDiagram, type Publication, publishOnce, signedBy } from '../../casework/publication';
import { findLatestDiagram, publishDiagram as publish } from '../../store/published-versions';
import { engineVersion } from '../../workflow/workflow';

export type PublishDiagram = { key: string; name: string; judged: JudgedDiagram };

/**
 * Publishes a drawing that has been judged. Dossiers that run finish on the
 * version they began with; procedures take this one up with their next version.
 */
export async function publishDiagram(context: Context, { key, name, judged }: PublishDiagram): Promise<Publication> {
  const { xml, compiled } = judged;
  const sha256 = hashOfText(xml);
  return publishOnce(await findLatestDiagram(context.tx, key), sha256, () =>
    publish(context.tx, { key, name, xml, compiled, sha256, engineVersion, ...signedBy(context) }),
  );
}
