import { readAgency } from '../../store/agencies';
import { type CalendarRows, readCalendarRows } from '../../store/office-calendar';
import { type Reader } from '../reader';

export type CalendarView = CalendarRows & { codes: ReadonlyMap<number, string> };

/** The calendar as it is published, with the codes of the bodies that have days or hours of their own. */
export async function readCalendar({ tx }: Reader): Promise<CalendarView> {
  const calendar = await readCalendarRows(tx);
  const codes = new Map<number, string>();
  for (const { agencyId } of [...calendar.days, ...calendar.hours])
    if (agencyId !== null && !codes.has(agencyId)) codes.set(agencyId, (await readAgency(tx, agencyId)).code);
  return { ...calendar, codes };
}
