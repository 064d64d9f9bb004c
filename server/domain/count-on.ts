import { type Amount } from './amount';
import { sameOrNextWorkingDay, workStretches } from './counting';
import { type ExplanationLine } from './explanation';
import { localDateOf, MINUTE_MS, wholeMinute } from './local-time';
import { addDays, type PlainDate } from './plain-date';
import { closingAt, dayKind, type WorkingCalendar } from './working-calendar';

/** Where counting stands: the due instant, and the last day counted, which a day off may have moved past. */
export interface Position {
  readonly dueAt: Date;
  readonly lastOn: PlainDate;
}

/** Counts an amount on from a position and names every day or stretch that it passes. */
export function countOn(from: Position, amount: Amount, calendar: WorkingCalendar): { lines: ExplanationLine[]; position: Position } {
  switch (amount.unit) {
    case 'working-days':
      return countWorkingDays(from.lastOn, amount.count, calendar);
    case 'days':
      return countDays(from.lastOn, amount.count, calendar);
    case 'working-minutes':
      return countWorkingMinutes(from.dueAt, amount.count, calendar);
    case 'minutes':
      return countMinutes(from.dueAt, amount.count);
  }
}

function countWorkingDays(fromOn: PlainDate, count: number, calendar: WorkingCalendar) {
  const lines: ExplanationLine[] = [];
  let day = fromOn;
  for (let left = count; left > 0;) {
    day = addDays(day, 1);
    const kind = dayKind(day, calendar);
    if (kind.is === 'off') {
      pushOff(lines, day, kind.name);
      continue;
    }
    lines.push({ kind: 'counted', on: day, isMakeUp: kind.isMakeUp });
    left--;
  }
  return { lines, position: { dueAt: closingAt(day, calendar), lastOn: day } };
}

/** "Ngày" alone counts every day; where the last is a day off, the calendar's rule decides. */
function countDays(fromOn: PlainDate, count: number, calendar: WorkingCalendar) {
  const lastOn = addDays(fromOn, count);
  const lines: ExplanationLine[] = [{ kind: 'counted-days', fromOn: addDays(fromOn, 1), toOn: lastOn }];
  const { then, ground } = calendar.lastDayRule;
  const workedOn = sameOrNextWorkingDay(lastOn, calendar);
  const toOn = then === 'next-working-day' ? workedOn : lastOn;
  if (toOn !== lastOn) lines.push({ kind: 'moved', fromOn: lastOn, toOn, ground });
  return { lines, position: { dueAt: closingAt(toOn, calendar), lastOn } };
}

function countWorkingMinutes(fromAt: Date, minutes: number, calendar: WorkingCalendar) {
  const lines: ExplanationLine[] = [];
  let day = localDateOf(fromAt);
  for (const stretch of workStretches(fromAt, minutes, calendar)) {
    for (; day < localDateOf(stretch.fromAt); day = addDays(day, 1)) {
      const kind = dayKind(day, calendar);
      if (kind.is === 'off') pushOff(lines, day, kind.name);
    }
    lines.push({ kind: 'worked', ...stretch });
    day = addDays(localDateOf(stretch.fromAt), 1);
  }
  const last = lines.at(-1);
  const dueAt = last?.kind === 'worked' ? last.toAt : fromAt;
  return { lines, position: { dueAt, lastOn: localDateOf(dueAt) } };
}

function countMinutes(from: Date, minutes: number) {
  const fromAt = wholeMinute(from);
  const dueAt = new Date(fromAt.getTime() + minutes * MINUTE_MS);
  return { lines: [{ kind: 'elapsed' as const, fromAt, toAt: dueAt }], position: { dueAt, lastOn: localDateOf(dueAt) } };
}

/** Days off in a row are one line, under every name they have. */
function pushOff(lines: ExplanationLine[], on: PlainDate, name: string | null): void {
  const last = lines.at(-1);
  const isRun = last?.kind === 'off' && addDays(last.toOn, 1) === on;
  const names = isRun ? last.names : [];
  const isNew = name !== null && !names.includes(name);
  const line: ExplanationLine = { kind: 'off', fromOn: isRun ? last.fromOn : on, toOn: on, names: isNew ? [...names, name] : names };
  if (isRun) lines[lines.length - 1] = line;
  else lines.push(line);
}
