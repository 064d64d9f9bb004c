import { createHash } from 'node:crypto';
import { planFields } from './field-plan';
import { paint } from './paint';
import { layOut, type RenderedDocument } from './render';
import { addSignatureFields, saveForSigning } from './signature-fields';
import { canonical, type Template, templateHash } from './template';

/**
 * Draws a document that will be signed: saved once and plainly, with every
 * field that number, date, signature and seal will fill. From here on it is
 * only appended to. The same template and facts give the same bytes.
 */
export async function renderForSigning(template: Template, facts: unknown): Promise<RenderedDocument> {
  const { sheets, anchors, title, author } = layOut(template, facts);
  const { doc, font } = await paint(sheets, { title, author });
  addSignatureFields(doc, await planFields(anchors, font));
  const templateSha256 = templateHash(template);
  const fileId = createHash('sha256').update(templateSha256).update(canonical(facts)).digest('hex').slice(0, 32);
  return { bytes: await saveForSigning(doc, fileId), pages: sheets.length, anchors, templateSha256 };
}
