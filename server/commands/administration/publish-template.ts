import { type Context } from '../../casework/context';
import { type Publication, publishOnce, signedBy } from '../../casework/publication';
import { readTemplate, shapeFaults, templateHash } from '../../documents/template';
import { templateFaults } from '../../documents/template-faults';
import { refuseUnless } from '../../domain/refusal';
import { findLatestTemplate, publishTemplate as publish } from '../../store/published-versions';

/**
 * Publishes a template of the office's papers. Everything that would fail on the
 * day a paper is due is refused here: a part that cannot be set, a fact that
 * these papers never have, a letter that our faces do not draw.
 *
 * Refuses `invalid-input` with one fault for each.
 */
export async function publishTemplate(context: Context, { content }: { content: unknown }): Promise<Publication> {
  const misshapen = shapeFaults(content).map(({ path, message }) => ({ path: `body.content.${path}`, ...misfit(message) }));
  refuseUnless(!misshapen.length, 'invalid-input', { faults: misshapen });
  const template = readTemplate(content);
  const faults = templateFaults(template).map((message) => ({ path: 'body.content', ...misfit(message) }));
  refuseUnless(!faults.length, 'invalid-input', { faults });
  const sha256 = templateHash(template);
  const { key } = template;
  return publishOnce(await findLatestTemplate(context.tx, key), sha256, () =>
    publish(context.tx, { key, content: template, sha256, ...signedBy(context) }),
  );
}

function misfit(reason: string): { message: string; messageEn: string } {
  return { message: `Mẫu văn bản có lỗi: ${reason}`, messageEn: reason };
}
