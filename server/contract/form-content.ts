import { z } from 'zod';
import { type FormDefinition } from '../forms/definition';
import { lintForm } from '../forms/lint';
import { told } from './told';

/** A form definition as it comes in, judged by the form engine's own lint: one issue per fault, with its place and the reason in Vietnamese. */
export const FormContent = z.custom<FormDefinition>().superRefine((value, context) => {
  for (const { path, reason } of lintForm(value))
    context.addIssue({ code: 'custom', path: path.split('.'), ...told(reason.vi, reason.en) });
});

/** The definition, parsed once at the edge. Throws a ZodError that names every fault. */
export function parseFormContent(value: unknown): FormDefinition {
  return FormContent.parse(value);
}
