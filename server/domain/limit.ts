/**
 * A time limit as procedures and diagrams state it. "Ngày làm việc" are working
 * days, "ngày" alone are calendar days, "giờ làm việc" are open hours, "giờ"
 * alone runs through the night; `same-day` is "trong ngày" with the 15:00 rule.
 */
export type Limit = CountedLimit | { readonly unit: 'same-day' };

export interface CountedLimit {
  readonly unit: 'working-days' | 'days' | 'working-hours' | 'hours';
  /** whole and above zero */
  readonly count: number;
}

/** What `mc:limit` may say: a span, a moment before the dossier's own due date, or a limit the procedure version names. */
export type LimitTerm =
  | { readonly kind: 'span'; readonly limit: Limit }
  | { readonly kind: 'before-due'; readonly limit: CountedLimit }
  | { readonly kind: 'named'; readonly name: string };

const UNITS: Record<string, CountedLimit['unit']> = {
  'working-day': 'working-days',
  day: 'days',
  'working-hour': 'working-hours',
  hour: 'hours',
};

export const HOURS_OF_A_WORKING_DAY = 8;

/**
 * Reads the office's terms: `3 working-days`, `12 days`, `8 working-hours`,
 * `4 hours`, `same-day`, `1 working-day before due`, `named hand-over`. A part
 * of a working day is read as its working hours (`1.5 working-days` is 12).
 * Undefined for everything else, an ISO duration included.
 */
export function parseLimitTerm(text: string): LimitTerm | undefined {
  if (text === 'same-day') return { kind: 'span', limit: { unit: 'same-day' } };
  const name = /^named ([a-z][a-z0-9]*(?:-[a-z0-9]+)*)$/.exec(text)?.[1];
  if (name !== undefined) return { kind: 'named', name };
  const match = /^(\d{1,4}(?:\.\d{1,2})?) (working-day|day|working-hour|hour)s?( before due)?$/.exec(text);
  const limit = match && countedLimit(Number(match[1]), UNITS[match[2] as string] as CountedLimit['unit']);
  if (!limit) return undefined;
  return match[3] === undefined ? { kind: 'span', limit } : { kind: 'before-due', limit };
}

/** The inverse of `parseLimitTerm`, for screens that edit limits. */
export function limitText(limit: Limit): string {
  if (limit.unit === 'same-day') return 'same-day';
  return `${limit.count} ${limit.count === 1 ? limit.unit.slice(0, -1) : limit.unit}`;
}

/** True when the limit ends on a day (at closing), not at a minute. */
export function isDayLimit(limit: Limit): boolean {
  return limit.unit !== 'working-hours' && limit.unit !== 'hours';
}

function countedLimit(count: number, unit: CountedLimit['unit']): CountedLimit | undefined {
  if (count <= 0) return undefined;
  if (Number.isInteger(count)) return { unit, count };
  const hours = count * HOURS_OF_A_WORKING_DAY;
  return unit === 'working-days' && Number.isInteger(hours) ? { unit: 'working-hours', count: hours } : undefined;
}
