import { type Amount } from './amount';
import { localDateOf, MINUTE_MS } from './local-time';
import { type PauseKind, type PauseRule } from './pauses';
import { addDays, daysBetween, type PlainDate } from './plain-date';

/** Why a stretch of counting begins. */
export type CountCause = 'acceptance' | 'restart' | 'pause' | 'extension';

/**
 * How a due date came about, line by line, as data: enough to print it in any
 * language and to compute the date again without the calendar.
 */
export type ExplanationLine =
  | { readonly kind: 'received'; readonly at: Date }
  | { readonly kind: 'no-limit' }
  | {
      readonly kind: 'count';
      readonly cause: CountCause;
      readonly amount: Amount;
      readonly isSameDay: boolean;
      readonly fromAt: Date;
      /** the day before the first one that may be counted */
      readonly fromOn: PlainDate;
    }
  /** a "within the day" matter that came after 15:00, or on a day off */
  | { readonly kind: 'next-day'; readonly because: 'after-15:00' | 'day-off' }
  | { readonly kind: 'counted'; readonly on: PlainDate; readonly isMakeUp: boolean }
  | { readonly kind: 'off'; readonly fromOn: PlainDate; readonly toOn: PlainDate; readonly names: readonly string[] }
  /** calendar days, both ends counted */
  | { readonly kind: 'counted-days'; readonly fromOn: PlainDate; readonly toOn: PlainDate }
  /** the last calendar day is a day off */
  | { readonly kind: 'moved'; readonly fromOn: PlainDate; readonly toOn: PlainDate; readonly ground: string }
  /** open hours */
  | { readonly kind: 'worked'; readonly fromAt: Date; readonly toAt: Date }
  /** hours of the clock */
  | { readonly kind: 'elapsed'; readonly fromAt: Date; readonly toAt: Date }
  | { readonly kind: 'ends'; readonly at: Date }
  | {
      readonly kind: 'paused';
      readonly fromAt: Date;
      readonly toAt: Date | null;
      readonly pauseKind: PauseKind;
      readonly rule: PauseRule;
      /** an overdue dossier is not cured by a pause: it only takes its own time out */
      readonly isAfterExpiry: boolean;
    }
  /** a date once given to the citizen never moves earlier */
  | { readonly kind: 'kept'; readonly at: Date }
  | { readonly kind: 'due'; readonly at: Date | null };

/**
 * Computes the due date again from its explanation alone and returns it; null
 * while the clock stands or where there is no limit. Throws when a line does
 * not follow from the lines before: a day missing, counted twice or too many.
 */
export function recompute(lines: readonly ExplanationLine[]): Date | null {
  const tally: Tally = { left: 0, unit: 'days', lastOn: null, lastAt: null, receivedAt: null, resumedAt: null, dueAt: null };
  for (const line of lines.slice(0, -1)) follow(tally, line);
  const last = lines.at(-1);
  if (last?.kind !== 'due' || !isSame(last.at, tally.dueAt)) throw new Error('the explanation does not lead to its due date');
  return tally.dueAt;
}

/** What has been counted so far: what is `left` of the stretch, the last day and minute reached, the dates it may start from. */
interface Tally {
  left: number;
  unit: Amount['unit'];
  lastOn: PlainDate | null;
  lastAt: Date | null;
  receivedAt: Date | null;
  resumedAt: Date | null;
  dueAt: Date | null;
}

function follow(tally: Tally, line: ExplanationLine): void {
  switch (line.kind) {
    case 'received':
      tally.receivedAt = line.at;
      return;
    case 'no-limit':
    case 'next-day':
      return;
    case 'count': {
      const starts = { acceptance: tally.receivedAt, restart: tally.resumedAt, pause: tally.dueAt, extension: tally.dueAt };
      expect(isSame(line.fromAt, starts[line.cause]) && line.fromOn <= localDateOf(line.fromAt), line);
      tally.left = line.amount.count;
      tally.unit = line.amount.unit;
      tally.lastOn = line.fromOn;
      tally.lastAt = null;
      return;
    }
    case 'counted':
      expect(isNextDay(tally, line.on), line);
      tally.left -= 1;
      tally.lastOn = line.on;
      return;
    case 'off':
      expect(line.fromOn <= line.toOn && (isNextDay(tally, line.fromOn) || mayBeginOff(tally, line.fromOn)), line);
      tally.lastOn = line.toOn;
      return;
    case 'counted-days':
      expect(isNextDay(tally, line.fromOn), line);
      tally.left -= daysBetween(line.fromOn, line.toOn) + 1;
      tally.lastOn = line.toOn;
      return;
    case 'moved':
      expect(tally.left === 0 && line.fromOn === tally.lastOn && line.fromOn < line.toOn, line);
      tally.lastOn = line.toOn;
      return;
    case 'worked':
    case 'elapsed':
      expect(tally.lastAt === null || tally.lastAt <= line.fromAt, line);
      tally.left -= (line.toAt.getTime() - line.fromAt.getTime()) / MINUTE_MS;
      tally.lastAt = line.toAt;
      tally.lastOn = localDateOf(line.toAt);
      return;
    case 'ends':
      expect(tally.left === 0 && tally.lastOn === localDateOf(line.at) && (tally.lastAt === null || isSame(tally.lastAt, line.at)), line);
      tally.dueAt = line.at;
      return;
    case 'paused':
      tally.resumedAt = line.toAt;
      if (line.toAt === null) tally.dueAt = null;
      return;
    case 'kept':
      expect(tally.dueAt !== null && line.at > tally.dueAt, line);
      tally.dueAt = line.at;
      return;
    case 'due':
      throw new Error('an explanation goes on after its due date');
  }
}

function isNextDay(tally: Tally, on: PlainDate): boolean {
  return tally.lastOn !== null && on === addDays(tally.lastOn, 1);
}

/** Hours may start on a day off, or after the closing of a day before one. */
function mayBeginOff(tally: Tally, on: PlainDate): boolean {
  return tally.unit === 'working-minutes' && tally.lastOn !== null && on >= tally.lastOn;
}

function isSame(one: Date | null, other: Date | null): boolean {
  return one?.getTime() === other?.getTime();
}

function expect(holds: boolean, line: ExplanationLine): void {
  if (!holds) throw new Error(`the explanation does not add up at its line "${line.kind}"`);
}
