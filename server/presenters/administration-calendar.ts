import { type CalendarRows } from '../store/office-calendar';

/** Shapes the published calendar as anybody may read it. */
export function presentCalendar({ publications, days, hours, codes }: CalendarRows & { codes: ReadonlyMap<number, string> }) {
  const codeOf = (agencyId: number | null) => (agencyId === null ? null : (codes.get(agencyId) ?? null));
  return {
    publications: publications.map((one) => ({
      publishedFromOn: one.publishedFromOn,
      publishedThroughOn: one.publishedThroughOn,
      decision: one.decision,
      isDemonstration: one.demonstration,
      publishedAt: one.publishedAt.toISOString(),
    })),
    days: days.map(({ onDate, kind, name, decision, agencyId }) => ({ onDate, kind, name, decision, agencyCode: codeOf(agencyId) })),
    hours: hours.map((one) => ({
      agencyCode: codeOf(one.agencyId),
      validFromOn: one.validFromOn,
      hours: Object.fromEntries(Object.entries(one.hours).map(([day, text]) => [day, String(text)])),
    })),
  };
}
