import { type Context } from '../../casework/context';
import { Refusal } from '../../domain/refusal';
import { changeAgency, findAgencyByCode } from '../../store/agencies';

/** Says at which one-stop centre dossiers of a body are received and returned. */
export async function nameCentre({ tx }: Context, { agencyCode, centreCode }: { agencyCode: string; centreCode: string }): Promise<void> {
  const agency = await findAgencyByCode(tx, agencyCode);
  const centre = await findAgencyByCode(tx, centreCode);
  if (!agency || centre?.kind !== 'centre') throw new Refusal('not-found');
  await changeAgency(tx, agency.id, { centreId: centre.id });
}
