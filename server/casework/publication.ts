import { createHash } from 'node:crypto';
import { canonicalJson } from '../store/canonical-json';
import { type Context } from './context';
import { actorColumns } from './record-act';

/** What a publishing act answers. `isNew` is false where the newest version already says exactly this. */
export type Publication = { id: string; key: string; version: number; isNew: boolean };

/** A drawing that the validator has let through, with what the engine makes of it. */
export type JudgedDiagram = { xml: string; compiled: string };

type Version = { id: string; key: string; version: number; sha256: string };

/**
 * The same content once more is no new version: whoever publishes twice, or
 * seeds again, is answered with what stands.
 */
export async function publishOnce(latest: Version | undefined, sha256: string, publish: () => Promise<Version>): Promise<Publication> {
  const isNew = latest?.sha256 !== sha256;
  const { id, key, version } = isNew ? await publish() : latest;
  return { id, key, version, isNew };
}

/** Who publishes, and when. */
export function signedBy({ actor, now }: Pick<Context, 'actor' | 'now'>) {
  return { publishedAt: now, publishedBy: actorColumns(actor).actorName };
}

/** The hash by which a published content is known for good. */
export function hashOf(content: unknown): string {
  return hashOfText(canonicalJson(content));
}

export function hashOfText(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
