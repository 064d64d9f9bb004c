import { localDateOf } from '../../domain/local-time';
import { refuseUnless } from '../../domain/refusal';
import { findAgencyByCode, readAgency } from '../../store/agencies';
import { type AgencyRow } from '../../store/models/agency';
import { findProcedure, findVersionInForce, type PublishedProcedure } from '../../store/procedures';
import { type Reader } from '../reader';

export type ReadProcedure = { procedure: PublishedProcedure; competent: AgencyRow | undefined; centres: AgencyRow[] };

/** The version of a procedure that governs a filing today, with the body that decides and the centre that takes it in. */
export async function readProcedure({ tx, now }: Pick<Reader, 'tx' | 'now'>, { code }: { code: string }): Promise<ReadProcedure> {
  refuseUnless(await findProcedure(tx, code), 'not-found');
  const procedure = await findVersionInForce(tx, code, localDateOf(now));
  refuseUnless(procedure, 'procedure-not-in-force');
  const { competence } = procedure.content;
  const competent = competence.kind === 'agency' ? await findAgencyByCode(tx, competence.agencyCode) : undefined;
  return { procedure, competent, centres: competent?.centreId ? [await readAgency(tx, competent.centreId)] : [] };
}
