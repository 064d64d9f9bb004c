import { type Context } from '../../casework/context';
import { hashOf, type Publication, publishOnce, signedBy } from '../../casework/publication';
import { type FormDefinition } from '../../forms/definition';
import { findLatestForm, publishForm as publish } from '../../store/published-versions';

/**
 * Publishes an e-form that the form engine has let through. Drafts that have
 * begun keep the version they began with; new ones get this one as soon as a
 * version of the procedure names it.
 */
export async function publishForm(context: Context, { content }: { content: FormDefinition }): Promise<Publication> {
  const sha256 = hashOf(content);
  const key = content.id;
  return publishOnce(await findLatestForm(context.tx, key), sha256, () =>
    publish(context.tx, { key, content: content, sha256, ...signedBy(context) }),
  );
}
