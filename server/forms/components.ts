import { type Answers, type FormContext, isTexts } from './answers';
import { type AttachmentField, type Field, type FormDefinition } from './definition';
import { shownPages, type ShownField } from './shown';

/** The papers a form may ask for: a test holds them against the components of the procedure version. */
export function askedComponents(definition: FormDefinition): string[] {
  const of = (field: Field): string[] => {
    if (field.type === 'repeat') return field.fields.flatMap(of);
    return field.type === 'attachment' ? [field.component] : [];
  };
  return [...new Set(definition.pages.flatMap((page) => page.fields).flatMap(of))];
}

/** A paper that is asked for now, and the files handed in for it. */
export type AskedPaper = { readonly component: string; readonly isRequired: boolean; readonly files: readonly string[] };

/** The papers asked for with these answers, in the order of the form. */
export function askedPapers(definition: FormDefinition, answers: Answers, context: FormContext): AskedPaper[] {
  const fields = shownPages(definition, answers, context).flatMap((page) => page.fields);
  return [...fields, ...fields.flatMap((field) => field.rows.flatMap((row) => row.fields))]
    .filter(isAttachment)
    .map(({ field, answer }) => ({
      component: field.component,
      isRequired: field.required ?? false,
      files: isTexts(answer) ? answer : [],
    }));
}

function isAttachment(shown: ShownField): shown is ShownField & { readonly field: AttachmentField } {
  return shown.field.type === 'attachment';
}
