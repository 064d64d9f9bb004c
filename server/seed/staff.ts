import { type Context } from '../casework/context';
import { createStaff } from '../commands/administration/create-staff';
import { giveAuthority } from '../commands/administration/give-authority';
import { givePost } from '../commands/administration/give-post';
import { lendSecondFactor } from '../commands/administration/lend-second-factor';
import { needsSecondFactor } from '../policies/audience';
import { DEMONSTRATION_STAFF, type DemonstrationStaff } from './accounts';
import { on } from './moment';
import { REFORM_DAY } from './province';

const DECISION = 'Quyết định trình diễn';

export type SeededPost = { staffId: string; postId: string };
export type StaffKeys = {
  passwordHash: string;
  /** The demonstration's authenticator secret as the database keeps it for one account. */
  sealFactorFor: (accountId: string) => Buffer;
};

/** Puts one person at every desk that a demonstration needs. Answers the ids by user name. */
export async function seedStaff(context: Context, keys: StaffKeys): Promise<Map<string, SeededPost>> {
  const then = on(context, REFORM_DAY);
  const seeded = new Map<string, SeededPost>();
  for (const member of DEMONSTRATION_STAFF) seeded.set(member.userName, await seedMember(then, member, keys));
  return seeded;
}

async function seedMember(context: Context, member: DemonstrationStaff, keys: StaffKeys): Promise<SeededPost> {
  const { userName, fullName, title, agencyCode, duties, signsAs } = member;
  const period = { validFromOn: REFORM_DAY, validToOn: null, decision: DECISION };
  const staffId = await createStaff(context, {
    userName,
    passwordHash: keys.passwordHash,
    mustChangePassword: false,
    fullName,
    title,
    phone: null,
  });
  const postId = await givePost(context, { staffId, agencyCode, title, duties, ...period });
  if (needsSecondFactor(duties)) await lendSecondFactor(context, { staffId, sealFor: keys.sealFactorFor });
  if (signsAs) await giveAuthority(context, { staffId, ...signsAs, formula: 'none', onBehalfOf: null, scope: ['*'], ...period });
  return { staffId, postId };
}
