import { announceCalendarChange } from '../../casework/calendar-changed';
import { type Context } from '../../casework/context';
import { refuseUnless, Refusal } from '../../domain/refusal';
import { parseShifts } from '../../domain/working-hours';
import { findAgencyByCode } from '../../store/agencies';
import { insertOfficeHours, readCalendarRows } from '../../store/office-calendar';

/** `hours` by weekday 1 to 5, in the notation `07:30-11:30,13:00-17:00`. */
export type SetOfficeHours = { agencyCode: string | null; validFromOn: string; hours: Readonly<Record<string, string>>; decision: string };

/** Publishes the hours of one agency, or of the province, from a day on. Running dates follow, and only later. */
export async function setOfficeHours(context: Context, { agencyCode, validFromOn, hours, decision }: SetOfficeHours): Promise<void> {
  const { tx } = context;
  for (const day of ['1', '2', '3', '4', '5'])
    refuseUnless(parseShifts(hours[day] ?? ''), 'invalid-input', {
      faults: [
        {
          path: `body.hours.${day}`,
          message: 'Giờ làm việc chưa đúng, ví dụ 07:30-11:30,13:00-17:00.',
          messageEn: 'Not office hours, such as 07:30-11:30,13:00-17:00.',
        },
      ],
    });
  const agency = agencyCode === null ? null : await findAgencyByCode(tx, agencyCode);
  if (agency === undefined) throw new Refusal('not-found');
  const agencyId = agency?.id ?? null;
  const { hours: known } = await readCalendarRows(tx);
  const isKnown = known.some((row) => row.agencyId === agencyId && row.validFromOn === validFromOn);
  refuseUnless(!isKnown, 'already-exists', { what: { vi: 'giờ làm việc từ ngày này', en: 'Office hours from this day' } });
  await insertOfficeHours(tx, { agencyId, validFromOn, hours: { ...hours }, decision });
  await announceCalendarChange(context, { decision, after: null });
}
