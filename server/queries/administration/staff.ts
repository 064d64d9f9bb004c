import { localDateOf } from '../../domain/local-time';
import { refuseUnless } from '../../domain/refusal';
import { findAgencyByCode } from '../../store/agencies';
import { type OwnPerson, ownPeopleOf } from '../../store/kin';
import { type AuthorityRow } from '../../store/models/authority';
import { type PostAtAgency } from '../../store/staff';
import { type StaffListed, staffPage, unendedAuthorities, unendedPosts } from '../../store/staff-list';
import { type Reader } from '../reader';

export type StaffView = {
  member: StaffListed;
  ownPeople: OwnPerson[];
  posts: PostAtAgency[];
  authorities: (AuthorityRow & { agencyCode: string })[];
};

/** A page of the staff with their posts and rights to sign, those of today and those to come. */
export async function listStaff(
  { tx, now }: Reader,
  { agencyCode, after, limit }: { agencyCode?: string | undefined; after?: string | undefined; limit: number },
): Promise<StaffView[]> {
  const agency = agencyCode === undefined ? undefined : await findAgencyByCode(tx, agencyCode);
  refuseUnless(agencyCode === undefined || agency, 'not-found');
  const onDate = localDateOf(now);
  const members = await staffPage(tx, { agencyId: agency?.id ?? null, after: after ?? null, limit, onDate });
  const staffIds = members.map(({ id }) => id);
  const posts = await unendedPosts(tx, { staffIds, onDate });
  const authorities = await unendedAuthorities(tx, { staffIds, onDate });
  const ownPeople = await ownPeopleOf(tx, staffIds);
  return members.map((member) => ({
    member,
    ownPeople: ownPeople.filter(({ staffId }) => staffId === member.id),
    posts: posts.filter(({ staffId }) => staffId === member.id),
    authorities: authorities.filter(({ staffId }) => staffId === member.id),
  }));
}
