import { type StaffPerson } from '../../people';
import { isDuty, type Who } from '../actors';
import { kinDesks, placeFor, PROVINCE_HEAD, PROVINCE_INSPECTOR } from '../people';
import { type World } from '../world';

/** The member of staff who knocks at a door that has nothing to do with a dossier. */
export async function staffBehind({ office }: World, { actor, side }: Who): Promise<StaffPerson | undefined> {
  if (isDuty(actor)) return office.staff([actor], { place: placeFor(actor, 'ward', side), who: '' });
  const desk = { 'province-inspector': PROVINCE_INSPECTOR, 'province-head': PROVINCE_HEAD, kin: kinDesks('ward')[0]! }[actor as string];
  return desk && office.staff(desk.duties, { place: desk.place, who: desk.who ?? '' });
}
