import { localDateOf } from '../domain/local-time';
import { type ProcedureVersionContent } from '../domain/procedure';
import { type VersionCase } from '../domain/version-case';
import { answersWithItems } from './answer-items';
import { type Answers } from './answers';
import { type FormDefinition } from './definition';
import { type FilesInPapers } from './handed-in';
import { givenUnits, type NamedUnit } from './named-units';

/** A dossier as it was declared, with the version and the form it was declared on. */
export type Declared = {
  readonly dossier: VersionCase & { readonly submittedAt: Date; readonly answers: Readonly<Record<string, unknown>> };
  readonly content: ProcedureVersionContent;
  readonly definition: FormDefinition;
  readonly files: FilesInPapers;
};

type Correction = {
  /** What the request names; nothing else is open. */
  readonly items: readonly { readonly kind: string; readonly key: string }[];
  readonly given: Readonly<Record<string, unknown>>;
};

/**
 * The answers of a dossier with those that a request has asked for anew, judged by
 * the rules of the day of filing, and the units that the correction names.
 */
export function correctAnswers(
  { dossier, content, definition, files }: Declared,
  { items, given }: Correction,
): { answers: Answers; units: NamedUnit[] } {
  const { caseKey, channel, submittedAt } = dossier;
  const filing = {
    content,
    definition,
    filed: { caseKey, channel },
    today: localDateOf(submittedAt),
    answers: dossier.answers as Answers,
    files,
  };
  const named = new Set(items.flatMap(({ kind, key }) => (kind === 'answer' ? [key] : [])));
  const answers = answersWithItems(filing, { named, given });
  return { answers, units: givenUnits(filing, answers, given) };
}
