import { type JudgedDiagram } from '../../casework/publication';
import { ACT_ENDPOINTS } from '../../contract/act-endpoints';
import { type DiagramWords, diagramWords } from '../../domain/diagram-words';
import { Refusal } from '../../domain/refusal';
import { compileDiagram } from '../../workflow/compile';
import { PUBLISHING_WALKS, validateDiagram, type Walks } from '../../workflow/validate/validate';

/**
 * Judges a drawing before it is published: some seconds of the processor, in
 * small pieces, and therefore before the transaction of the act.
 *
 * Refuses `diagram-invalid`; `diagramFaults` holds one entry per fault, with the
 * element's id and name and the reason in both languages.
 */
export async function judgeDiagram(
  xml: string,
  published: { forms: readonly string[]; templates: readonly string[] },
  walks: Walks = PUBLISHING_WALKS,
): Promise<JudgedDiagram> {
  const diagramFaults = await validateDiagram(xml, offeredWords(published), walks);
  if (diagramFaults.length) throw new Refusal('diagram-invalid', { diagramFaults });
  return { xml, compiled: await compileDiagram(xml) };
}

/** An act that no endpoint answers would hold a dossier for ever: to a drawing it is unknown. */
function offeredWords(published: { forms: readonly string[]; templates: readonly string[] }): DiagramWords {
  const words = diagramWords(published);
  const offered = (acts: ReadonlySet<string>) => new Set([...acts].filter((act) => Object.hasOwn(ACT_ENDPOINTS, act)));
  return { ...words, taskActs: offered(words.taskActs), messageActs: offered(words.messageActs) };
}
