import { refuseUnless } from '../../domain/refusal';
import { asStaff } from '../../policies/actor';
import { searchScope } from '../../policies/scope';
import { searchDossiers as findDossiers, type FiledPlace, type FoundDossier, type Sought } from '../../store/dossier-search';
import { type Reader } from '../reader';

export type SearchDossiers = {
  code?: string | undefined;
  words?: string | undefined;
  citizenNumber?: string | undefined;
  phone?: string | undefined;
  after?: FiledPlace | undefined;
  size: number;
};

/** Finds dossiers by one thing that a clerk knows of them, within what the reader may see; how many were shown is put in the access log. */
export async function searchDossiers(
  { tx, actor, seen }: Reader,
  wanted: SearchDossiers,
): Promise<{ found: FoundDossier[]; next: FiledPlace | null }> {
  const agencyIds = searchScope(asStaff(actor));
  const sought = soughtOf(wanted);
  refuseUnless(sought, 'invalid-input');
  const rows = await findDossiers(tx, { sought, agencyIds, after: wanted.after ?? null, limit: wanted.size + 1 });
  const found = rows.slice(0, wanted.size);
  seen.push({ found: found.length });
  const last = found.at(-1);
  return { found, next: rows.length > found.length && last ? { submittedAt: last.submittedAt, id: last.id } : null };
}

function soughtOf({ code, words, citizenNumber, phone }: SearchDossiers): Sought | undefined {
  if (code !== undefined) return { by: 'code', code };
  if (words !== undefined) return { by: 'owner-name', name: words };
  if (citizenNumber !== undefined) return { by: 'owner-number', number: citizenNumber };
  return phone === undefined ? undefined : { by: 'owner-phone', phone };
}
