import { type Transaction } from 'sequelize';
import { type FormVersionRow } from './models/form-version';
import { type ProcedureVersionRow } from './models/procedure-version';
import { readFormVersion } from './published-versions';
import { type PublishedProcedure, readProcedureVersion } from './procedures';

/** What a dossier is pinned to: never changed once published (the database refuses it), so that a process may keep it. */
export type PinnedVersion = ProcedureVersionRow & Pick<PublishedProcedure, 'name'>;

/** Procedures that are at work at one time; the one that was read first goes first. */
const MAX_KEPT = 500;
const kept = new Map<string, PinnedVersion>();

/** The version that a dossier is pinned to: asked for by every act on it. */
export async function readPinnedVersion(tx: Transaction, id: string): Promise<PinnedVersion> {
  const known = kept.get(id);
  if (known) return known;
  const version = await readProcedureVersion(tx, id);
  const [oldest] = kept.size >= MAX_KEPT ? kept.keys() : [];
  if (oldest !== undefined) kept.delete(oldest);
  kept.set(id, version);
  return version;
}

/** The e-form of that version. */
export async function readPinnedForm(tx: Transaction, procedureVersionId: string): Promise<FormVersionRow> {
  const { formVersionId } = await readPinnedVersion(tx, procedureVersionId);
  return readFormVersion(tx, formVersionId);
}
