import { type DiagramListed, listDiagramVersions, listPublishedKeys, readDiagramVersion } from '../../store/published-versions';
import { type DiagramVersionRow } from '../../store/models/diagram-version';
import { type Reader } from '../reader';

export async function listDiagrams({ tx }: Reader): Promise<DiagramListed[]> {
  return listDiagramVersions(tx);
}

export async function readDiagram({ tx }: Reader, versionId: string): Promise<DiagramVersionRow> {
  return readDiagramVersion(tx, versionId);
}

/** What a drawing may name: the forms and templates that are published now. */
export async function publishedKeys({ tx }: Reader): Promise<{ forms: string[]; templates: string[] }> {
  return listPublishedKeys(tx);
}
