import { type Context } from '../../casework/context';
import { Refusal } from '../../domain/refusal';
import { changeAgency, findAgencyByCode } from '../../store/agencies';

export type RecordContact = { agencyCode: string; address: string | null; phone: string | null; website: string | null };

/** Records where a body is found: letters, postal orders and the bodies below that have no line of their own name it. */
export async function recordContact({ tx }: Context, { agencyCode, ...contact }: RecordContact): Promise<void> {
  const agency = await findAgencyByCode(tx, agencyCode);
  if (!agency) throw new Refusal('not-found');
  await changeAgency(tx, agency.id, contact);
}
