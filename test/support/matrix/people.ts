import { type StaffDuty } from '../../../server/domain/duties';
import { type Client } from '../client';
import { type PlaceName } from '../people';
import { type Office } from '../server';
import { type Home, isDuty, type Side, type Who } from './actors';

type Desk = { duties: StaffDuty[]; place: PlaceName; who?: string };

const AT_CENTRE: readonly StaffDuty[] = ['clerk', 'fee-collector', 'centre-head'];
const OF_THE_POST: readonly StaffDuty[] = ['post-counter-clerk', 'postman'];

const PLACES: Readonly<Record<Home, Record<Side, { centre: PlaceName; agency: PlaceName }>>> = {
  ward: {
    own: { centre: 'commune-centre', agency: 'commune' },
    foreign: { centre: 'other-commune-centre', agency: 'other-commune' },
  },
  department: {
    own: { centre: 'provincial-centre', agency: 'department' },
    foreign: { centre: 'other-commune-centre', agency: 'other-department' },
  },
};

/** Where somebody with this duty sits who has to do with a dossier of this home, or has not. */
export function placeFor(duty: StaffDuty, home: Home, side: Side): PlaceName {
  if (duty === 'administrator') return side === 'own' ? 'province' : 'other-commune';
  if (OF_THE_POST.includes(duty)) return side === 'own' ? 'post' : 'other-commune-centre';
  return PLACES[home][side][AT_CENTRE.includes(duty) ? 'centre' : 'agency'];
}

/** The desks of kin: every duty of the office, at the counter and in the house. */
export function kinDesks(home: Home): Desk[] {
  const { centre, agency } = PLACES[home].own;
  return [
    { duties: ['clerk', 'fee-collector', 'centre-head'], place: centre, who: 'kin' },
    { duties: ['division-head', 'officer', 'leader', 'clerical-officer', 'book-keeper', 'inspector'], place: agency, who: 'kin' },
  ];
}

export const PROVINCE_HEAD: Desk = { duties: ['centre-head', 'clerk', 'fee-collector'], place: 'provincial-centre', who: 'head' };
export const PROVINCE_INSPECTOR: Desk = { duties: ['inspector'], place: 'province' };
/** Held the desk of the ward's clerk and, in the same post, of the leader, until yesterday. */
export const ENDED: Desk = { duties: ['clerk', 'leader', 'administrator'], place: 'commune-centre', who: 'ended' };

/**
 * The browsers of whoever knocks. The dossiers of this table were filed from an
 * account that nobody has proved, for an owner whose account is proved. A citizen
 * asks for their own as that owner, for somebody else's as another proved citizen;
 * an unproved account for its own as the filer, for somebody else's as one that
 * has typed the owner's number.
 */
export function clientsOf({ office, impostor }: { office: Office; impostor: Client }, { actor, side }: Who, home: Home): Client[] {
  const at = ({ duties, place, who = '' }: Desk) => office.as(duties, { place, who });
  if (isDuty(actor)) return [at({ duties: [actor], place: placeFor(actor, home, side) })];
  switch (actor) {
    case 'anonymous':
      return [office.nobody()];
    case 'citizen':
      return [office.asCitizen(side === 'own' ? 'owner' : 'stranger')];
    case 'unverified':
      return [side === 'own' ? office.asCitizen('filer', 'unverified') : impostor];
    case 'province-inspector':
      return [at(PROVINCE_INSPECTOR)];
    case 'province-head':
      return [at(PROVINCE_HEAD)];
    case 'kin':
      return kinDesks(home).map(at);
    case 'ended-post':
      return [at(ENDED)];
  }
}
