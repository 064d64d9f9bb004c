import { type DeclaredPerson } from '../contract/access-shapes';
import { type StaffShape } from '../contract/administration-shapes';
import { type OwnPerson } from '../store/kin';
import { type AuthorityRow } from '../store/models/authority';
import { type PostAtAgency } from '../store/staff';
import { type StaffListed } from '../store/staff-list';

type Shown = {
  member: StaffListed;
  ownPeople: readonly OwnPerson[];
  posts: readonly PostAtAgency[];
  authorities: readonly (AuthorityRow & { agencyCode: string })[];
};

/** Shapes a member of staff for administration: what the account may do, and whose dossiers it may not touch. */
export function presentStaff({ member, ownPeople, posts, authorities }: Shown): StaffShape {
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
    self: ownPeople.filter(({ relation }) => relation === null).map(presentDeclared)[0] ?? null,
    kin: ownPeople.flatMap((person) => (person.relation === null ? [] : [{ ...presentDeclared(person), relation: person.relation }])),
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

function presentDeclared({ kind, country, number, fullName, bornOn }: OwnPerson): DeclaredPerson {
  return { kind, country, number, fullName, bornOn };
}
