import { type PublishedProcedure, versionsOf } from '../../store/procedures';
import { type Reader } from '../reader';

/** Every version of a procedure, newest first. */
export async function listProcedureVersions({ tx }: Reader, code: string): Promise<PublishedProcedure[]> {
  return versionsOf(tx, code);
}
