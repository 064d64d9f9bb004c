import { componentsOf, type FileOfComponent, filesOf, type Holder } from '../store/components';
import { type ComponentRow } from '../store/models/component';
import { type Transaction } from '../store/transaction';

/** The papers of a draft or dossier, each with the files that lie in it now. */
export type Paper = { component: ComponentRow; files: FileOfComponent[] };

export async function papersIn(tx: Transaction, holder: Holder): Promise<Paper[]> {
  const files = await filesOf(tx, holder);
  return (await componentsOf(tx, holder)).map((component) => ({
    component,
    files: files.filter(({ componentId }) => componentId === component.id),
  }));
}

/** As the form engine wants them: ids of files by the key of the paper. */
export function fileIdsOf(papers: readonly Paper[]): ReadonlyMap<string, readonly string[]> {
  return new Map(papers.map(({ component, files }) => [component.key, files.map(({ id }) => id)]));
}
