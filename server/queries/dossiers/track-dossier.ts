import { findTrackedDossier, type TrackedDossier } from '../../store/dossier-lists';
import { type Reader } from '../reader';

/**
 * What a code alone opens, to anybody (R18): the state, and nothing of a person.
 * An unknown code is answered by nothing, in the same shape and after the same
 * work, so that the answer tells no more than that.
 */
export async function trackDossier({ tx }: Reader, { code }: { code: string }): Promise<TrackedDossier | undefined> {
  return findTrackedDossier(tx, code.toUpperCase());
}
