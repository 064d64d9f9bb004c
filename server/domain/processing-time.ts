import { type Amount, amountBetween, amountOf } from './amount';
import { type Extension } from './due-date';
import { isReceivedInTime } from './hand-over';
import { HOURS_OF_A_WORKING_DAY, type Limit } from './limit';
import { disjointPauses, type Pause } from './pauses';
import { type WorkingCalendar } from './working-calendar';

/** What the statistics measure of one dossier; `endAt` is its end by `endOfProcessing`, or the end of the period. */
export interface MeasuredDossier {
  readonly startAt: Date;
  readonly endAt: Date;
  readonly limit: Limit;
  readonly pauses: readonly Pause[];
  readonly extension: Extension | null;
  readonly calendar: WorkingCalendar;
}

/** All three in one unit: the limit's own. */
export interface ProcessingTime {
  readonly unit: Amount['unit'];
  readonly total: number;
  readonly paused: number;
  readonly net: number;
}

/**
 * How long a dossier was worked on. Statistics always take pauses out (QĐ
 * 766/QĐ-TTg, formula 2.1), whatever the rule of its due date; a pause that
 * still runs counts until the end.
 */
export function processingTime({ startAt, endAt, limit, pauses, calendar }: MeasuredDossier): ProcessingTime {
  const { unit } = amountOf(limit);
  const total = amountBetween(startAt, endAt, unit, calendar).count;
  const before = disjointPauses(pauses).filter((pause) => pause.fromAt < endAt);
  const paused = before.reduce((sum, pause) => {
    const toAt = pause.toAt && pause.toAt < endAt ? pause.toAt : endAt;
    return sum + amountBetween(pause.fromAt, toAt, unit, calendar).count;
  }, 0);
  return { unit, total, paused, net: total - paused };
}

/**
 * On time for the statistics: the net time is within the limit and its one
 * extension, and no more than one supplement was asked (766: a second request
 * counts as overdue, lawful or not).
 */
export function isOnTimeForStatistics(dossier: MeasuredDossier): boolean {
  if (dossier.pauses.filter((pause) => pause.kind === 'supplement').length > 1) return false;
  const { unit } = amountOf(dossier.limit);
  const extension = dossier.extension ? extensionIn(dossier.extension, unit) : 0;
  return processingTime(dossier).net <= allowedCount(dossier) + extension;
}

/** Within the day is no day at all by the counting convention, and one for what came after 15:00. */
function allowedCount({ limit, startAt, calendar }: MeasuredDossier): number {
  if (limit.unit === 'same-day') return isReceivedInTime(startAt, calendar) ? 0 : 1;
  return amountOf(limit).count;
}

function extensionIn({ limit }: Extension, unit: Amount['unit']): number {
  const amount = amountOf(limit);
  if (amount.unit === unit) return amount.count;
  if (amount.unit === 'working-days' && unit === 'working-minutes') return amount.count * HOURS_OF_A_WORKING_DAY * 60;
  throw new Error(`an extension in ${amount.unit} of a limit in ${unit}`);
}
