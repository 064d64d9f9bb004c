import { type Answer, type Answers, isRows, isTexts } from './answers';
import { type Field, type FormDefinition } from './definition';

/** The files that lie in each paper now, by the paper's key. */
export type FilesInPapers = ReadonlyMap<string, readonly string[]>;

/**
 * The answers with the files that were handed in for each paper. In a row a paper
 * keeps those of its files that are still there.
 */
export function withFiles(definition: FormDefinition, answers: Answers, files: FilesInPapers): Answers {
  const fields = definition.pages.flatMap((page) => page.fields);
  return Object.fromEntries(
    fields.flatMap((field) => {
      const answer = answerWithFiles(field, answers[field.id], files);
      return answer === undefined ? [] : [[field.id, answer]];
    }),
  );
}

/** The answers alone, as a dossier keeps them: its papers lie beside. */
export function withoutFiles(definition: FormDefinition, answers: Answers): Answers {
  const papers = new Set(definition.pages.flatMap((page) => page.fields).flatMap(({ id, type }) => (type === 'attachment' ? [id] : [])));
  return Object.fromEntries(Object.entries(answers).filter(([id]) => !papers.has(id)));
}

function answerWithFiles(field: Field, answer: Answer | undefined, files: FilesInPapers): Answer | undefined {
  if (field.type === 'attachment') {
    const handedIn = files.get(field.component) ?? [];
    return handedIn.length > 0 ? [...handedIn] : undefined;
  }
  if (field.type !== 'repeat' || !isRows(answer)) return answer;
  return answer.map((row) => ({ ...row, answers: { ...row.answers, ...filesOfRow(field.fields, row.answers, files) } }));
}

function filesOfRow(fields: readonly Field[], answers: Answers, files: FilesInPapers): Answers {
  return Object.fromEntries(
    fields.flatMap((field) => {
      if (field.type !== 'attachment') return [];
      const named = answers[field.id];
      const kept = isTexts(named) ? named.filter((id) => files.get(field.component)?.includes(id)) : [];
      return [[field.id, kept.length > 0 ? kept : undefined]];
    }),
  );
}
