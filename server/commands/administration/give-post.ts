import { type Context } from '../../casework/context';
import { type StaffDuty } from '../../domain/duties';
import { Refusal, refuseUnless } from '../../domain/refusal';
import { findAgencyByCode } from '../../store/agencies';
import { insertPost, readStaffMember } from '../../store/staff';

export type GivePost = {
  staffId: string;
  agencyCode: string;
  title: string;
  duties: readonly StaffDuty[];
  validFromOn: string;
  validToOn: string | null;
  decision: string | null;
};

/** Gives a member of staff a post: a set of duties at one agency for a period. Answers the post's id. */
export async function givePost({ tx }: Context, input: GivePost): Promise<string> {
  const { id: staffId } = await readStaffMember(tx, input.staffId);
  const agency = await findAgencyByCode(tx, input.agencyCode);
  if (!agency) throw new Refusal('not-found');
  refuseUnless(!input.validToOn || input.validToOn > input.validFromOn, 'date-impossible', {
    why: { vi: 'ngày kết thúc phải sau ngày bắt đầu', en: 'the end must follow the beginning' },
  });
  const { id } = await insertPost(tx, {
    staffId,
    agencyId: agency.id,
    title: input.title,
    duties: [...input.duties],
    validFromOn: input.validFromOn,
    validToOn: input.validToOn,
    decision: input.decision,
  });
  return id;
}
