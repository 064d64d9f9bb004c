import { type Context } from '../../casework/context';
import { actorColumns } from '../../casework/record-act';
import { type SteppableClock } from '../../domain/clock';
import { localDateOf } from '../../domain/local-time';
import { refuseUnless } from '../../domain/refusal';
import { readCalendarRows } from '../../store/office-calendar';
import { putSetting } from '../../store/settings';

/**
 * Lets a demonstration's time go on faster: sweeps, limits and dates follow. Only
 * forward, for what was done stays done, and it stays so over a restart; other
 * processes take it up when they start. Answers the offset from the wall in
 * milliseconds, which the caller gives the clock once this is committed.
 */
export async function stepClock({ tx, now, actor }: Context, { to, clock }: { to: Date; clock: SteppableClock }): Promise<number> {
  refuseUnless(to >= now, 'date-impossible', { why: { vi: 'đồng hồ chỉ đi tới', en: 'the clock only goes forward' } });
  const through = (await readCalendarRows(tx)).publications.at(-1)?.publishedThroughOn;
  // beyond it no date can be counted, and there is no way back
  refuseUnless(through === undefined || localDateOf(to) <= through, 'date-impossible', {
    why: { vi: `lịch làm việc mới công bố đến ${through}`, en: `the calendar is published until ${through} only` },
  });
  const offsetMs = clock.offsetMs + to.getTime() - now.getTime();
  await putSetting(tx, { key: 'clock-offset', value: offsetMs, ground: null, changedAt: now, changedBy: actorColumns(actor).actorName });
  return offsetMs;
}
