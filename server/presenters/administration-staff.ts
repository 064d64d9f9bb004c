import { type StaffShape } from '../contract/administration-shapes';
import { type AuthorityRow } from '../store/models/authority';
import { type PostAtAgency } from '../store/staff';
import { type StaffListed } from '../store/staff-list';

type Shown = { member: StaffListed; posts: readonly PostAtAgency[]; authorities: readonly (AuthorityRow & { agencyCode: string })[] };

/** Shapes a member of staff for administration: what the account may do, nothing of the person behind it. */
export function presentStaff({ member, posts, authorities }: Shown): StaffShape {
  const { id, accountId, userName, fullName, title, phone, disabledAt, totpConfirmedAt, lastSignedInAt } = member;
  return {
    id,
    accountId,
    userName,
    fullName,
    title,
    phone,
    isClosed: disabledAt !== null,
    hasSecondFactor: totpConfirmedAt !== null,
    lastSignedInAt: lastSignedInAt?.toISOString() ?? null,
    posts: posts.map((post) => ({
      id: post.id,
      agency: { code: post.agencyCode, name: post.agencyName },
      title: post.title,
      duties: post.duties,
      validFromOn: post.validFromOn,
      validToOn: post.validToOn,
      decision: post.decision,
    })),
    authorities: authorities.map((authority) => ({
      id: authority.id,
      agencyCode: authority.agencyCode,
      formula: authority.formula,
      position: authority.position,
      scope: authority.scope,
      decision: authority.decision,
      validFromOn: authority.validFromOn,
      validToOn: authority.validToOn,
    })),
  };
}
