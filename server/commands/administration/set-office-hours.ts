import { type Context } from '../../casework/context';
import { refuseUnless, Refusal } from '../../domain/refusal';
import { parseShifts } from '../../domain/working-hours';
import { findAgencyByCode } from '../../store/agencies';
import { insertOfficeHours } from '../../store/office-calendar';

/** `hours` by weekday 1 to 5, in the notation `07:30-11:30,13:00-17:00`. */
export type SetOfficeHours = { agencyCode: string | null; validFromOn: string; hours: Readonly<Record<string, string>>; decision: string };

/** Publishes the hours of one agency, or of the province, from a day on. */
export async function setOfficeHours({ tx }: Context, { agencyCode, validFromOn, hours, decision }: SetOfficeHours): Promise<void> {
  for (const day of ['1', '2', '3', '4', '5'])
    refuseUnless(parseShifts(hours[day] ?? ''), 'invalid-input', { faults: [{ path: `body.hours.${day}`, message: 'hours' }] });
  const agency = agencyCode === null ? null : await findAgencyByCode(tx, agencyCode);
  if (agency === undefined) throw new Refusal('not-found');
  await insertOfficeHours(tx, { agencyId: agency?.id ?? null, validFromOn, hours: { ...hours }, decision });
}
