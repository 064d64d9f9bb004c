import { type Context } from '../../casework/context';
import { type AuthorityFormula } from '../../domain/procedure';
import { Refusal, refuseUnless } from '../../domain/refusal';
import { findAgencyByCode } from '../../store/agencies';
import { insertAuthority } from '../../store/authorities';
import { readStaffMember } from '../../store/staff';

export type GiveAuthority = {
  staffId: string;
  agencyCode: string;
  formula: AuthorityFormula;
  position: string;
  onBehalfOf: string | null;
  /** Codes of procedures, or `*`. */
  scope: readonly string[];
  decision: string;
  validFromOn: string;
  validToOn: string | null;
};

/** Gives the right to sign for an agency: formula, position and scope, for a period, by a decision. Checked again at every signature. */
export async function giveAuthority({ tx }: Context, input: GiveAuthority): Promise<string> {
  refuseUnless(!input.validToOn || input.validToOn > input.validFromOn, 'date-impossible', {
    why: { vi: 'ngày kết thúc phải sau ngày bắt đầu', en: 'the end must follow the beginning' },
  });
  const agency = await findAgencyByCode(tx, input.agencyCode);
  if (!agency) throw new Refusal('not-found');
  const { id: staffId } = await readStaffMember(tx, input.staffId);
  const { id } = await insertAuthority(tx, {
    staffId,
    agencyId: agency.id,
    formula: input.formula,
    position: input.position,
    onBehalfOf: input.onBehalfOf,
    scope: [...input.scope],
    decision: input.decision,
    validFromOn: input.validFromOn,
    validToOn: input.validToOn,
  });
  return id;
}
