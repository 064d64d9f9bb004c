import { type CountedLimit, type Limit } from '../limit';
import { type Language } from './words';

const UNIT_WORDS: Record<CountedLimit['unit'], { vi: string; one: string; many: string }> = {
  'working-days': { vi: 'ngày làm việc', one: 'working day', many: 'working days' },
  days: { vi: 'ngày', one: 'day', many: 'days' },
  'working-hours': { vi: 'giờ làm việc', one: 'working hour', many: 'working hours' },
  hours: { vi: 'giờ', one: 'hour', many: 'hours' },
};

/** '3 ngày làm việc', '15 ngày', 'trong ngày làm việc'; '3 working days', 'the same working day'. */
export function limitWords(limit: Limit, language: Language): string {
  if (limit.unit === 'same-day') return language === 'vi' ? 'trong ngày làm việc' : 'the same working day';
  return countWords(limit.count, limit.unit, language);
}

/** A count with its unit, zero included. */
export function countWords(count: number, unit: CountedLimit['unit'], language: Language): string {
  const words = UNIT_WORDS[unit];
  if (language === 'vi') return `${count} ${words.vi}`;
  return `${count} ${count === 1 ? words.one : words.many}`;
}
