import { parsePlainDate, type PlainDate } from '../domain/plain-date';
import { Refusal } from '../domain/refusal';
import { type CalendarDay, type LastDayRule, type WorkingCalendar } from '../domain/working-calendar';
import { parseShifts, USUAL_WEEK, type HoursVersion, type WeekHours } from '../domain/working-hours';
import { type CalendarRows } from '../store/office-calendar';

/** Builds the calendar of one agency from what the province has published; nothing published, nothing counted. */
export function calendarFrom({ publications, days, hours }: CalendarRows, agencyId: number, lastDayRule: LastDayRule): WorkingCalendar {
  const last = publications.at(-1);
  const first = publications.map(({ publishedFromOn }) => publishedFromOn).sort()[0];
  if (!last || !first) throw new Refusal('calendar-not-published', { date: '' });
  const published = new Map<PlainDate, CalendarDay>();
  for (const { onDate, kind, name, decision } of days.filter((day) => day.agencyId === null && day.kind !== 'closure')) {
    const on = parsePlainDate(onDate);
    published.set(on, { on, kind: kind === 'make-up' ? 'make-up' : 'off', name, decision });
  }
  return {
    publishedFromOn: parsePlainDate(first),
    publishedThroughOn: parsePlainDate(last.publishedThroughOn),
    days: published,
    usualWeek: USUAL_WEEK,
    hours: versionsOf(hours.filter((row) => row.agencyId === agencyId || row.agencyId === null)),
    closures: days
      .filter((day) => day.kind === 'closure' && day.agencyId === agencyId)
      .map((day) => ({
        fromOn: parsePlainDate(day.onDate),
        toOn: parsePlainDate(day.onDate),
        name: day.name,
        decision: day.decision,
        movesDates: day.movesDates,
      })),
    lastDayRule,
  };
}

/** An agency's own hours win over the province's of the same day. */
function versionsOf(rows: CalendarRows['hours']): HoursVersion[] {
  const own = rows.filter(({ agencyId }) => agencyId !== null);
  return (own.length ? own : rows).map(({ validFromOn, hours }) => ({
    fromOn: parsePlainDate(validFromOn),
    toOn: null,
    week: weekOf(hours),
  }));
}

function weekOf(hours: Record<string, unknown>): WeekHours {
  const shifts = (day: 1 | 2 | 3 | 4 | 5) => {
    const read = parseShifts(text(hours[day]));
    if (!read) throw new Error(`hours of weekday ${day} cannot be read`);
    return read;
  };
  return { 1: shifts(1), 2: shifts(2), 3: shifts(3), 4: shifts(4), 5: shifts(5) };
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
