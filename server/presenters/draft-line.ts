import { type DraftRow } from '../store/models/draft';
import { type PublishedProcedure } from '../store/procedures';

/** One line of the list of drafts. */
export function presentDraftLine({ draft, version }: { draft: DraftRow; version: PublishedProcedure }) {
  const { id, procedureCode, caseKey, version: number, createdAt, savedAt } = draft;
  const procedureName = version.content.name;
  return { id, procedureCode, procedureName, caseKey, version: number, createdAt: createdAt.toISOString(), savedAt: savedAt.toISOString() };
}
