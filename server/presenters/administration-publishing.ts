import { type DiagramListed } from '../store/published-versions';
import { type PublishedProcedure } from '../store/procedures';

/** Shapes a version of a drawing, without the drawing. */
export function presentDiagram(diagram: Omit<DiagramListed, 'running'>) {
  const { id, key, version, name, sha256, engineVersion, publishedAt, publishedBy } = diagram;
  return { id, key, version, name, sha256, engineVersion, publishedAt: publishedAt.toISOString(), publishedBy };
}

/** Shapes a version of a procedure for the one who answers for it: what is in doubt stands first. */
export function presentProcedureVersion({ content, ...version }: PublishedProcedure) {
  return {
    id: version.id,
    version: version.version,
    name: content.name,
    sourceDecision: version.sourceDecision,
    effectiveFromOn: version.effectiveFromOn,
    effectiveToOn: version.effectiveToOn,
    isVerified: content.isVerified,
    confirmedAt: version.confirmedAt?.toISOString() ?? null,
    doubts: [...content.doubts],
    publishedAt: version.publishedAt.toISOString(),
    publishedBy: version.publishedBy,
  };
}
