import { type Sequelize, type Transaction } from 'sequelize';
import { type StaffDuty } from '../../server/domain/duties';
import { type HouseKeys } from '../../server/http/keys';
import { openPasswords } from '../../server/http/passwords';
import { makeFactorSecret, sealFactorSecret } from '../../server/http/second-factor';
import { needsSecondFactor } from '../../server/policies/audience';
import { insertAccount } from '../../server/store/accounts';
import { changeAgency, insertAgency } from '../../server/store/agencies';
import { insertPaper } from '../../server/store/identity-papers';
import { type AgencyRow } from '../../server/store/models/agency';
import { insertPerson } from '../../server/store/people';
import { confirmTotp, setTotpSecret } from '../../server/store/second-factors';
import { insertPost, insertStaffMember } from '../../server/store/staff';

/** A small province: enough agencies of each kind to tell one's own from a stranger's. */
const PLACES = {
  province: { kind: 'province', name: 'UBND tỉnh', under: null },
  'province-office': { kind: 'department', name: 'Văn phòng UBND tỉnh', under: 'province' },
  'provincial-centre': { kind: 'centre', name: 'Trung tâm Phục vụ hành chính công tỉnh', under: 'province-office' },
  department: { kind: 'department', name: 'Sở Tư pháp', under: 'province' },
  division: { kind: 'division', name: 'Phòng Bổ trợ tư pháp', under: 'department' },
  'other-department': { kind: 'department', name: 'Sở Nội vụ', under: 'province' },
  commune: { kind: 'commune', name: 'UBND phường Thành Sen', under: 'province' },
  'commune-centre': { kind: 'centre', name: 'Trung tâm phường Thành Sen', under: 'commune' },
  'other-commune': { kind: 'commune', name: 'UBND phường Trần Phú', under: 'province' },
  'other-commune-centre': { kind: 'centre', name: 'Trung tâm phường Trần Phú', under: 'other-commune' },
  post: { kind: 'post', name: 'Bưu điện tỉnh', under: 'province' },
} as const satisfies Record<string, { kind: AgencyRow['kind']; name: string; under: string | null }>;

export type PlaceName = keyof typeof PLACES;
export type Places = Readonly<Record<PlaceName, AgencyRow>>;

/** Where somebody with this duty works, unless the test says otherwise. */
const USUAL_PLACE: Record<StaffDuty, PlaceName> = {
  clerk: 'commune-centre',
  'fee-collector': 'commune-centre',
  'centre-head': 'commune-centre',
  'division-head': 'commune',
  officer: 'commune',
  leader: 'commune',
  'clerical-officer': 'commune',
  'book-keeper': 'commune',
  'post-counter-clerk': 'post',
  postman: 'post',
  administrator: 'province',
  inspector: 'province',
};

export const usualPlaceOf = (duty: StaffDuty): PlaceName => USUAL_PLACE[duty];

export const PASSWORD = 'gánh lúa qua cầu Đò Điệm';
const BEGINNING = '2025-07-01';

export type StaffPerson = {
  kind: 'staff';
  userName: string;
  name: string;
  accountId: string;
  staffId: string;
  postId: string;
  personId: string;
  agencyId: number;
  /** In base32, where an authenticator is enrolled. */
  factorSecret: string | undefined;
};
export type CitizenPerson = { kind: 'citizen'; userName: string; name: string; accountId: string; personId: string; citizenNumber: string };

/** Enters the province, and people into it, through the store. */
export function peopleOf(database: Sequelize, keys: HouseKeys, now: () => Date) {
  const hash = openPasswords().hash(PASSWORD);
  let entered = 0;
  const inTransaction = <Answer>(work: (tx: Transaction) => Promise<Answer>) => database.transaction(work);

  async function enterPlaces(): Promise<Places> {
    return inTransaction(async (tx) => {
      const places: Partial<Record<PlaceName, AgencyRow>> = {};
      for (const [name, { kind, name: title, under }] of Object.entries(PLACES) as [PlaceName, (typeof PLACES)[PlaceName]][]) {
        const parentId = under ? places[under]!.id : null;
        places[name] = await insertAgency(tx, { code: `T.${name}`, kind, name: title, parentId, validFromOn: BEGINNING });
      }
      const all = places as Record<PlaceName, AgencyRow>;
      for (const name of ['province-office', 'department', 'division', 'other-department'] as const)
        all[name] = await setCentre(tx, all[name], all['provincial-centre']);
      all.commune = await setCentre(tx, all.commune, all['commune-centre']);
      all['other-commune'] = await setCentre(tx, all['other-commune'], all['other-commune-centre']);
      return all;
    });
  }

  /** A member of staff with one post; with an authenticator where the duties call for one, or `hasFactor` says so. */
  async function enterStaff(wanted: {
    agency: AgencyRow;
    duties: StaffDuty[];
    hasFactor?: boolean;
    userName?: string;
  }): Promise<StaffPerson> {
    const { agency, duties, hasFactor = needsSecondFactor(duties), userName = `${duties[0]}.${++entered}` } = wanted;
    const [passwordHash, at] = [await hash, now()];
    return inTransaction(async (tx) => {
      const name = `Cán bộ ${userName}`;
      const account = await insertAccount(tx, { kind: 'staff', userName, passwordHash, displayName: name, createdAt: at });
      const person = await insertPerson(tx, { fullName: name, createdAt: at });
      const member = await insertStaffMember(tx, { accountId: account.id, fullName: name, personId: person.id, createdAt: at });
      const post = await insertPost(tx, { staffId: member.id, agencyId: agency.id, title: 'Công chức', duties, validFromOn: BEGINNING });
      const factorSecret = hasFactor ? makeFactorSecret() : undefined;
      if (factorSecret) {
        await setTotpSecret(tx, account.id, sealFactorSecret(keys, account.id, factorSecret));
        await confirmTotp(tx, account.id, at);
      }
      const ids = { accountId: account.id, staffId: member.id, postId: post.id, personId: person.id, agencyId: agency.id };
      return { kind: 'staff' as const, userName, name, ...ids, factorSecret };
    });
  }

  /** A citizen with a password account: proved, as by a clerk who has seen the card, or with a number that was only typed. */
  async function enterCitizen(wanted: { state: 'verified' | 'unverified'; name?: string; citizenNumber?: string }): Promise<CitizenPerson> {
    const number = ++entered;
    const { state, name = `Công dân ${inLetters(number)}`, citizenNumber = `0420909${String(number).padStart(5, '0')}` } = wanted;
    const [passwordHash, at, userName] = [await hash, now(), `citizen.${number}`];
    const proof = state === 'verified' ? { provedAt: at, provedBy: 'test' } : {};
    const verification = state === 'verified' ? { verifiedAt: at, verifiedBy: 'test' } : {};
    return inTransaction(async (tx) => {
      const person = await insertPerson(tx, { fullName: name, createdAt: at });
      await insertPaper(tx, { personId: person.id, kind: 'citizen-number', number: citizenNumber, createdAt: at, ...proof });
      const account = await insertAccount(tx, {
        kind: 'citizen',
        userName,
        passwordHash,
        displayName: name,
        personId: person.id,
        createdAt: at,
        ...verification,
      });
      return { kind: 'citizen' as const, userName, name, accountId: account.id, personId: person.id, citizenNumber };
    });
  }

  return { enterPlaces, enterStaff, enterCitizen };
}

/** A name has no digits. */
function inLetters(number: number): string {
  return [...String(number)].map((digit) => 'ABCDEFGHIK'[Number(digit)]).join('');
}

async function setCentre(tx: Transaction, agency: AgencyRow, centre: AgencyRow): Promise<AgencyRow> {
  await changeAgency(tx, agency.id, { centreId: centre.id });
  return { ...agency, centreId: centre.id };
}
