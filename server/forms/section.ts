import { type Answers } from './answers';
import { type FormDefinition, type FormPage } from './definition';
import { normaliseAnswers } from './normalise';
import { strayAnswers } from './stray-answers';
import { type VerifiedAnswers } from './validate';

/** The page of a form by its id. */
export function findPage(definition: FormDefinition, section: string): FormPage | undefined {
  return definition.pages.find(({ id }) => id === section);
}

/**
 * What was sent for a page and does not belong there. Papers are not among the
 * answers: they are handed in as files, and the form sees them there.
 */
export function strayInSection(definition: FormDefinition, page: FormPage, given: unknown): string[] {
  const asked = page.fields.filter(({ type }) => type !== 'attachment');
  return strayAnswers({ ...definition, pages: [{ ...page, fields: asked }] }, given);
}

/**
 * The answers of a draft with one page as it was sent now. What the page leaves
 * out was taken back; only what a verified source says stays filled in.
 */
export function replaceSection(
  definition: FormDefinition,
  page: FormPage,
  { answers, verified, given }: { answers: Answers; verified: VerifiedAnswers; given: unknown },
): Answers {
  const ofPage = new Set(page.fields.map(({ id }) => id));
  const pick = (from: Answers, isOfPage: (id: string) => boolean) =>
    Object.fromEntries(Object.entries(from).filter(([id]) => isOfPage(id)));
  return {
    ...pick(answers, (id) => !ofPage.has(id)),
    ...pick(verified, (id) => ofPage.has(id)),
    ...normaliseAnswers({ ...definition, pages: [page] }, given),
  };
}
