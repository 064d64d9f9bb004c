import { type CitizenActor, type StaffActor } from '../policies/actor';
import { actsFor, isProvinceWide } from '../policies/entrance';
import { DEMONSTRATION_STAFF } from './accounts';
import current from './agencies.json';
import { type SeededPost } from './staff';

/** Who is at which desk of the demonstration, and the number of each of its agencies. */
export type SeededOffice = { staff: ReadonlyMap<string, SeededPost>; agencies: ReadonlyMap<string, number> };

/** A verified citizen of the demonstration by the account's id. */
export type SeededCitizen = { accountId: string; personId: string; name: string };

/** A member of staff as if signed in at the post that the seed gave; nobody of them decides about kin. */
export function staffActor({ staff, agencies }: SeededOffice, userName: string): StaffActor {
  const { fullName, title, duties, agencyCode } = DEMONSTRATION_STAFF.find((one) => one.userName === userName)!;
  const { staffId, postId } = staff.get(userName)!;
  const { kind, parent } = bodyOf(agencyCode);
  const agencyId = agencies.get(agencyCode)!;
  const parentAgencyId = parent === null ? null : agencies.get(parent)!;
  const parentAgencyKind = parent === null ? null : bodyOf(parent).kind;
  return {
    kind: 'staff',
    accountId: '',
    sessionId: '',
    staffId,
    closePersonIds: [],
    personId: null,
    name: fullName,
    postId,
    postTitle: title,
    agencyId,
    actsFor: actsFor({ agencyId, agencyKind: kind, parentAgencyId }),
    isProvinceWide: isProvinceWide({ agencyKind: kind, parentAgencyKind, duties }),
    duties,
    hasSecondFactor: false,
  };
}

export function citizenActor({ accountId, personId, name }: SeededCitizen): CitizenActor {
  return { kind: 'citizen', accountId, sessionId: '', personId, isVerified: true, name };
}

function bodyOf(code: string): { kind: string; parent: string | null } {
  return current.agencies.find((agency) => agency.code === code)!;
}
