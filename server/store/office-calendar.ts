import { type CreationAttributes, type Transaction } from 'sequelize';
import { CalendarDay, type CalendarDayRow } from './models/calendar-day';
import { CalendarPublication, type CalendarPublicationRow } from './models/calendar-publication';
import { OfficeHours, type OfficeHoursRow } from './models/office-hours';
import { columns, insertRecord } from './records';
import { readAnew, readOnce } from './read-once';
import { execute, rows } from './rows';

export interface CalendarRows {
  readonly publications: CalendarPublicationRow[];
  readonly days: CalendarDayRow[];
  readonly hours: OfficeHoursRow[];
}

/** All that the working calendar is made of; the domain builds the calendar from it and refuses to count past the last publication. */
export async function readCalendarRows(tx: Transaction): Promise<CalendarRows> {
  const publications = await rows<CalendarPublicationRow>(
    tx,
    `select ${columns(CalendarPublication)} from calendar_publications order by published_through_on, id`,
  );
  const days = await rows<CalendarDayRow>(tx, `select ${columns(CalendarDay)} from calendar_days order by on_date, agency_id nulls first`);
  const hours = await rows<OfficeHoursRow>(
    tx,
    `select ${columns(OfficeHours)} from office_hours order by agency_id nulls first, valid_from_on`,
  );
  return { publications, days, hours };
}

/** The setting that says how a limit in days ends. */
export const LAST_DAY_RULE = 'last-day-rule';

const MARK = 'calendar mark';

/** A sign that changes whenever the calendar does, so that a process may keep the one it has built. */
export async function readCalendarMark(tx: Transaction): Promise<string> {
  return readOnce(tx, MARK, async () => {
    const [mark] = await rows<{ mark: string }>(
      tx,
      `select concat_ws('.', (select max(id) from calendar_publications), (select count(*) from calendar_days), (select max(id) from office_hours),
         (select value::text from settings where key = $1)) as mark`,
      [LAST_DAY_RULE],
    );
    return mark!.mark;
  });
}

export async function insertPublication(tx: Transaction, values: CreationAttributes<CalendarPublication>): Promise<CalendarPublicationRow> {
  readAnew(tx, MARK);
  return insertRecord(tx, CalendarPublication, values);
}

/** Enters the days of a publication; one that an earlier publication named otherwise is now as this one says. */
export async function putCalendarDay(tx: Transaction, day: CalendarDayRow): Promise<void> {
  readAnew(tx, MARK);
  await execute(
    tx,
    `insert into calendar_days (on_date, agency_id, kind, name, decision, source, moves_dates, publication_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (on_date, agency_id) do update set kind = excluded.kind, name = excluded.name, decision = excluded.decision,
       source = excluded.source, moves_dates = excluded.moves_dates, publication_id = excluded.publication_id`,
    [day.onDate, day.agencyId, day.kind, day.name, day.decision, day.source, day.movesDates, day.publicationId],
  );
}

export async function insertOfficeHours(tx: Transaction, values: CreationAttributes<OfficeHours>): Promise<OfficeHoursRow> {
  readAnew(tx, MARK);
  return insertRecord(tx, OfficeHours, values);
}
