import { type ProcedureVersionContent } from '../domain/procedure';
import { Refusal } from '../domain/refusal';
import { type FormDefinition } from './definition';

type Item = { readonly kind: 'component' | 'answer'; readonly key: string };

/**
 * Only papers of the procedure and questions of its form may be asked for: what
 * nobody can answer would hold the dossier for ever. Refuses `component-unknown`.
 */
export function judgeRequestedItems(
  { components }: Pick<ProcedureVersionContent, 'components'>,
  { pages }: FormDefinition,
  items: readonly Item[],
): void {
  const questions = pages.flatMap((page) => page.fields).filter(({ type }) => type !== 'attachment' && type !== 'note');
  for (const { kind, key } of items) {
    const isKnown = kind === 'component' ? components.some((one) => one.key === key) : questions.some(({ id }) => id === key);
    if (!isKnown) throw new Refusal('component-unknown', { component: key });
  }
}
