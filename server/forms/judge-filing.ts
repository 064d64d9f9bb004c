import { type ComponentDescription, type ProcedureVersionContent } from '../domain/procedure';
import { ownerFor, papersFor, type VersionCase } from '../domain/version-case';
import { type Answers, type FormContext } from './answers';
import { askedComponents, askedPapers } from './components';
import { type FormDefinition, type StopRule } from './definition';
import { type FilesInPapers, withFiles, withoutFiles } from './handed-in';
import { pruneAnswers } from './prune';
import { raisedStops } from './stops';
import { type Fault, validateAnswers, type VerifiedAnswers } from './validate';

/** A paper that may be handed in now. */
export type AskedPaperOf = {
  readonly component: ComponentDescription;
  readonly isRequired: boolean;
  /** How many files it may have. */
  readonly most: number;
  readonly files: readonly string[];
};

/** What there is to judge: the version, its form, the case, and what the applicant has given so far. */
export type Filing = {
  readonly content: ProcedureVersionContent;
  readonly definition: FormDefinition;
  readonly filed: VersionCase;
  /** The day of filing. */
  readonly today: string;
  readonly answers: Answers;
  readonly verified: VerifiedAnswers;
  readonly files: FilesInPapers;
};

export type JudgedFiling = {
  /** Only what is asked, as a dossier keeps it. */
  readonly answers: Answers;
  /** What stands in the way in the form; missing papers are not repeated here. */
  readonly faults: readonly Fault[];
  readonly stops: readonly StopRule[];
  readonly papers: readonly AskedPaperOf[];
  readonly missing: readonly AskedPaperOf[];
};

/** Where the form says nothing, a paper may have so many files. */
const USUAL_MOST_FILES = 20;

/** Judges a filing whole: the answers by the form, the papers by version and form together. */
export function judgeFiling(filing: Filing): JudgedFiling {
  const { definition, verified } = filing;
  const context = contextOf(filing);
  const answers = withFiles(definition, filing.answers, filing.files);
  const papers = papersOf(filing, answers, context);
  return {
    answers: withoutFiles(definition, pruneAnswers(definition, answers, context)),
    faults: validateAnswers(definition, answers, context, verified).filter(
      ({ path, code }) => code !== 'required' || !isPaper(definition, path),
    ),
    stops: raisedStops(definition, answers, context),
    papers,
    missing: papers.filter(({ isRequired, files }) => isRequired && files.length === 0),
  };
}

export function contextOf({ content, filed, today }: Pick<Filing, 'content' | 'filed' | 'today'>): FormContext {
  const owner = ownerFor(content, filed.caseKey).kind;
  return { channel: filed.channel, case: filed.caseKey, owner: owner === 'organisation' ? 'organisation' : 'person', today };
}

/**
 * The version names the papers of the case; the form says which of them are asked
 * with these answers. A paper that the form never mentions is asked always.
 */
function papersOf({ content, definition, filed, files }: Filing, answers: Answers, context: FormContext): AskedPaperOf[] {
  const mentioned = askedComponents(definition);
  const shown = askedPapers(definition, answers, context);
  return papersFor(content, filed).flatMap((component) => {
    const places = shown.filter((place) => place.component === component.key);
    if (mentioned.includes(component.key) && places.length === 0) return [];
    return [
      {
        component,
        isRequired: component.isRequired || places.some((place) => place.isRequired),
        most: mostFilesOf(definition, component.key),
        files: files.get(component.key) ?? [],
      },
    ];
  });
}

function mostFilesOf(definition: FormDefinition, key: string): number {
  const fields = definition.pages.flatMap((page) => page.fields).flatMap((field) => (field.type === 'repeat' ? field.fields : [field]));
  const most = fields.flatMap((field) => (field.type === 'attachment' && field.component === key ? (field.max ?? USUAL_MOST_FILES) : []));
  return most.length > 0 ? Math.max(...most) : USUAL_MOST_FILES;
}

function isPaper(definition: FormDefinition, path: string): boolean {
  return definition.pages.some((page) => page.fields.some(({ id, type }) => id === path && type === 'attachment'));
}
