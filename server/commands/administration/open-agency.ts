import { type Context } from '../../casework/context';
import { Refusal } from '../../domain/refusal';
import { findAgencyByCode, insertAgency } from '../../store/agencies';
import { type AgencyRow } from '../../store/models/agency';

export type OpenAgency = {
  code: string;
  kind: AgencyRow['kind'];
  name: string;
  parentCode: string | null;
  adminCode: string | null;
  validFromOn: string;
  validToOn: string | null;
  isDemonstration: boolean;
};

/** Enters a body of the province, with the day from which it exists. Answers its number. */
export async function openAgency({ tx }: Context, input: OpenAgency): Promise<number> {
  if (await findAgencyByCode(tx, input.code)) throw new Refusal('already-exists', { what: input.code });
  const parent = input.parentCode ? await findAgencyByCode(tx, input.parentCode) : undefined;
  if (input.parentCode && !parent) throw new Refusal('not-found');
  const { id } = await insertAgency(tx, {
    code: input.code,
    kind: input.kind,
    name: input.name,
    parentId: parent?.id ?? null,
    adminCode: input.adminCode,
    centreId: null,
    address: null,
    phone: null,
    website: null,
    validFromOn: input.validFromOn,
    validToOn: input.validToOn,
    demonstration: input.isDemonstration,
  });
  return id;
}
