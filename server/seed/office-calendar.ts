import { type Context } from '../casework/context';
import { publishCalendar, type PublishCalendar } from '../commands/administration/publish-calendar';
import { setOfficeHours } from '../commands/administration/set-office-hours';
import { localDateOf } from '../domain/local-time';
import { parsePlainDate } from '../domain/plain-date';
import published from './calendar.json';
import { decidedDays, demonstrationCalendar, type DemonstrationDay } from './demonstration-calendar';
import { on } from './moment';
import { REFORM_DAY } from './province';

const DEMONSTRATION = 'Lịch trình diễn';
const HOURS = '07:30-11:30,13:00-17:00';

/** The days that were decided, and nothing proposed: what every installation begins with. */
export async function seedDecidedCalendar(context: Context): Promise<void> {
  const { publishedFromOn, publishedThroughOn } = published;
  await publishCalendar(on(context, REFORM_DAY), {
    publishedFromOn,
    publishedThroughOn,
    decision: 'Các ngày nghỉ đã công bố (decided days)',
    isDemonstration: false,
    days: decidedDays().map(dayOf),
  });
}

/** The demonstration's own years, to the end of the second after its first start, and its hours. */
export async function seedDemonstrationCalendar(context: Context): Promise<void> {
  const calendar = demonstrationCalendar(localDateOf(context.now));
  if (calendar.publishedThroughOn > parsePlainDate(published.publishedThroughOn))
    await publishCalendar(context, {
      publishedFromOn: calendar.publishedFromOn,
      publishedThroughOn: calendar.publishedThroughOn,
      decision: DEMONSTRATION,
      isDemonstration: true,
      days: calendar.days.filter(({ isDemonstration }) => isDemonstration).map(dayOf),
    });
  await setOfficeHours(on(context, REFORM_DAY), {
    agencyCode: null,
    validFromOn: REFORM_DAY,
    hours: { '1': HOURS, '2': HOURS, '3': HOURS, '4': HOURS, '5': HOURS },
    decision: DEMONSTRATION,
  });
}

function dayOf(day: DemonstrationDay): PublishCalendar['days'][number] {
  return { onDate: day.on, kind: day.kind, name: day.name, decision: day.decision, source: day.source, agencyCode: null, movesDates: true };
}
