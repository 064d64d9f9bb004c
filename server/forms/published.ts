import { type FormDefinition } from './definition';

/** The form of a published version. It was judged when it was published and cannot change: it is trusted here. */
export function formOf({ content }: { readonly content: Readonly<Record<string, unknown>> }): FormDefinition {
  return content as unknown as FormDefinition;
}
