import { asCitizen } from '../../policies/actor';
import { listOpenDraftsOf } from '../../store/drafts';
import { type DraftRow } from '../../store/models/draft';
import { type PublishedProcedure, readProcedureVersion } from '../../store/procedures';
import { type Reader } from '../reader';

/** What somebody has begun and neither submitted nor discarded, the latest first. */
export async function listDrafts({ tx, actor }: Reader): Promise<{ draft: DraftRow; version: PublishedProcedure }[]> {
  const lines = [];
  for (const draft of await listOpenDraftsOf(tx, asCitizen(actor).accountId))
    lines.push({ draft, version: await readProcedureVersion(tx, draft.procedureVersionId) });
  return lines;
}
