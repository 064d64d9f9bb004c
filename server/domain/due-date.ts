import { type Amount, amountBetween, amountOf } from './amount';
import { countOn, type Position } from './count-on';
import { type CountCause, type ExplanationLine } from './explanation';
import { isReceivedInTime } from './hand-over';
import { type CountedLimit, type Limit } from './limit';
import { localDateOf } from './local-time';
import { disjointPauses, type Pause, type PauseRules } from './pauses';
import { addDays } from './plain-date';
import { isWorkingDay, type WorkingCalendar } from './working-calendar';

/** The one extension of a dossier: so much more time than the date it had. */
export interface Extension {
  readonly decidedAt: Date;
  readonly limit: CountedLimit;
}

/** Everything a due date follows from. */
export interface DueDateInput {
  /** when the dossier was complete and correct, as the receipt shows; see `dueInputOf` for R11 and R26 */
  readonly acceptedAt: Date;
  /** null: the procedure appoints no date */
  readonly limit: Limit | null;
  readonly pauses: readonly Pause[];
  readonly pauseRules: PauseRules;
  readonly extension: Extension | null;
  /** the date the citizen already holds; it never moves earlier (R42) */
  readonly promisedAt: Date | null;
  readonly calendar: WorkingCalendar;
}

export interface DueDate {
  /** null while the clock stands, or where there is no limit */
  readonly dueAt: Date | null;
  readonly explanation: readonly ExplanationLine[];
}

/**
 * Computes when a dossier is due and says why, line by line.
 *
 * The one convention of counting: the day of receipt does not count (BLDS 2015
 * Art. 147.2); a limit in days ends at the closing of the agency's hours on its
 * last day; a limit in working hours ends at the exact minute; "within the day"
 * ends at the closing of that day, or of the next working day for what came
 * after 15:00:00. A pause takes out time by the same convention. A pause that
 * begins after expiry never restarts a limit: an overdue dossier stays overdue.
 * Refuses with `calendar-not-published` beyond the published calendar.
 */
export function dueDate(input: DueDateInput): DueDate {
  const { acceptedAt, limit } = input;
  const tally: Tally = { lines: [{ kind: 'received', at: acceptedAt }], position: null };
  if (limit === null) return answer([...tally.lines, { kind: 'no-limit' }], null);
  countLimit(tally, limit, 'acceptance', acceptedAt, input.calendar);
  for (const event of eventsOf(input)) {
    if ('decidedAt' in event) extend(tally, amountOf(event.limit), 'extension', input.calendar);
    else if (event.toAt === null) return stand(tally, event, input);
    else resume(tally, { ...event, toAt: event.toAt }, limit, input);
  }
  const position = tally.position as Position;
  if (input.promisedAt && input.promisedAt > position.dueAt)
    keep(tally, { dueAt: input.promisedAt, lastOn: localDateOf(input.promisedAt) });
  return answer(tally.lines, (tally.position as Position).dueAt);
}

interface Tally {
  readonly lines: ExplanationLine[];
  position: Position | null;
}

function answer(lines: readonly ExplanationLine[], dueAt: Date | null): DueDate {
  return { dueAt, explanation: [...lines, { kind: 'due', at: dueAt }] };
}

function eventsOf(input: DueDateInput): (Pause | Extension)[] {
  const pauses = disjointPauses(input.pauses);
  if (pauses.some((pause) => pause.fromAt < input.acceptedAt)) throw new Error('a pause begins before acceptance');
  const events = input.extension ? [...pauses, input.extension] : pauses;
  return events.sort((one, other) => timeOf(one) - timeOf(other));
}

function timeOf(event: Pause | Extension): number {
  return ('decidedAt' in event ? event.decidedAt : event.fromAt).getTime();
}

/** The whole limit from its start, at acceptance or, restarted, at the answer. */
function countLimit(tally: Tally, limit: Limit, cause: CountCause, fromAt: Date, calendar: WorkingCalendar): void {
  const isSameDay = limit.unit === 'same-day';
  const isInTime = isSameDay && isReceivedInTime(fromAt, calendar);
  const fromOn = addDays(localDateOf(fromAt), isInTime ? -1 : 0);
  tally.lines.push({ kind: 'count', cause, amount: amountOf(limit), isSameDay, fromAt, fromOn });
  if (isSameDay && !isInTime) {
    const because = isWorkingDay(localDateOf(fromAt), calendar) ? 'after-15:00' : 'day-off';
    tally.lines.push({ kind: 'next-day', because });
  }
  go(tally, { dueAt: fromAt, lastOn: fromOn }, amountOf(limit), calendar);
}

/** So much more time than the date the dossier has; calendar days paused go on from the last day counted, before a day off moved it. */
function extend(tally: Tally, amount: Amount, cause: CountCause, calendar: WorkingCalendar): void {
  const from = tally.position as Position;
  if (amount.count === 0) return;
  const isRaw = cause === 'pause' && amount.unit === 'days';
  const fromOn = isRaw ? from.lastOn : localDateOf(from.dueAt);
  tally.lines.push({ kind: 'count', cause, amount, isSameDay: false, fromAt: from.dueAt, fromOn });
  go(tally, { ...from, lastOn: fromOn }, amount, calendar);
}

function go(tally: Tally, from: Position, amount: Amount, calendar: WorkingCalendar): void {
  const { lines, position } = countOn(from, amount, calendar);
  tally.lines.push(...lines, { kind: 'ends', at: position.dueAt });
  tally.position = position;
}

function resume(tally: Tally, pause: Pause & { readonly toAt: Date }, limit: Limit, input: DueDateInput): void {
  const before = tally.position as Position;
  tally.lines.push(pauseLine(pause, before, input));
  if (input.pauseRules[pause.kind] === 'extend' || pause.fromAt > before.dueAt) {
    extend(tally, amountBetween(pause.fromAt, pause.toAt, amountOf(limit).unit, input.calendar), 'pause', input.calendar);
    return;
  }
  countLimit(tally, limit, 'restart', pause.toAt, input.calendar);
  if (before.dueAt > (tally.position as Position).dueAt) keep(tally, before);
}

function stand(tally: Tally, pause: Pause, input: DueDateInput): DueDate {
  return answer([...tally.lines, pauseLine(pause, tally.position as Position, input)], null);
}

function pauseLine(pause: Pause, before: Position, input: DueDateInput): ExplanationLine {
  const isAfterExpiry = pause.fromAt > before.dueAt;
  const rule = isAfterExpiry ? 'extend' : input.pauseRules[pause.kind];
  return { kind: 'paused', fromAt: pause.fromAt, toAt: pause.toAt, pauseKind: pause.kind, rule, isAfterExpiry };
}

function keep(tally: Tally, position: Position): void {
  tally.lines.push({ kind: 'kept', at: position.dueAt });
  tally.position = position;
}
