import { type Amount } from '../amount';
import { type CountCause, type ExplanationLine } from '../explanation';
import { localDateOf, MINUTE_MS } from '../local-time';
import { type PauseKind } from '../pauses';
import { addDays, type PlainDate, yearOf } from '../plain-date';
import { clockTimeAndDate, dateRange, duration, numericDate, weekdayDate, weekdayName } from './dates';
import { holidayName } from './holidays';
import { countWords } from './limits';
import { type Language, type Words } from './words';

const CAUSES: Record<Exclude<CountCause, 'acceptance'>, Words> = {
  restart: { vi: 'tính lại từ đầu', en: 'counted again from the start' },
  pause: { vi: 'cộng thời gian tạm dừng', en: 'plus the time paused' },
  extension: { vi: 'gia hạn', en: 'extended by' },
};

export const PAUSE_KIND_WORDS: Record<PauseKind, Words> = {
  supplement: { vi: 'chờ bổ sung hồ sơ', en: 'waiting for the supplement' },
  'financial-duty': { vi: 'chờ thực hiện nghĩa vụ tài chính', en: 'waiting for the financial duty' },
  'sector-law': { vi: 'tạm dừng theo quy định chuyên ngành', en: 'stopped under sector law' },
};

/** From so many consecutive days on, a run is written by its first and last day. */
const RUN = 4;

/**
 * The explanation in one sentence, as the receipt and the screens have it:
 * '3 ngày làm việc; thứ Sáu 13/02; nghỉ Tết 14–22/02; thứ Hai 23/02; thứ Ba 24/02'.
 */
export function summariseExplanation(lines: readonly ExplanationLine[], language: Language): string {
  const counting = lines.filter((line) => line.kind !== 'received' && line.kind !== 'due');
  return phrases(counting, language).join('; ');
}

/** The explanation line by line, with the instant of receipt first and the due date last. */
export function renderExplanation(lines: readonly ExplanationLine[], language: Language): string[] {
  return phrases(lines, language);
}

function phrases(lines: readonly ExplanationLine[], language: Language): string[] {
  const said: string[] = [];
  for (let index = 0; index < lines.length;) {
    const run = runFrom(lines, index);
    said.push(...runPhrase(run, language));
    index += run.length;
  }
  return said;
}

/** Consecutive counted days, or the open hours of one day, belong together. */
function runFrom(lines: readonly ExplanationLine[], index: number): [ExplanationLine, ...ExplanationLine[]] {
  const run: [ExplanationLine, ...ExplanationLine[]] = [lines[index] as ExplanationLine];
  for (const next of lines.slice(index + 1)) {
    if (!belongs(run.at(-1) as ExplanationLine, next)) break;
    run.push(next);
  }
  return run;
}

function belongs(last: ExplanationLine, next: ExplanationLine): boolean {
  if (last.kind === 'counted' && next.kind === 'counted') return !last.isMakeUp && !next.isMakeUp && next.on === addDays(last.on, 1);
  return last.kind === 'worked' && next.kind === 'worked' && localDateOf(last.fromAt) === localDateOf(next.fromAt);
}

function runPhrase(run: readonly [ExplanationLine, ...ExplanationLine[]], language: Language): string[] {
  const [first] = run;
  const last = run.at(-1);
  if (first.kind === 'worked') {
    const minutes = run.reduce(
      (sum, line) => sum + (line.kind === 'worked' ? (line.toAt.getTime() - line.fromAt.getTime()) / MINUTE_MS : 0),
      0,
    );
    return [`${weekdayDate(localDateOf(first.fromAt), language)}: ${duration(minutes, language)}`];
  }
  if (first.kind === 'counted' && last?.kind === 'counted' && run.length >= RUN) {
    return [`${weekdayDate(first.on, language)} – ${weekdayDate(last.on, language)}`];
  }
  return run.flatMap((line) => linePhrase(line, language) ?? []);
}

/** Undefined for a line that says nothing of its own. */
function linePhrase(line: ExplanationLine, language: Language): string | undefined {
  const say = (vi: string, en: string) => (language === 'vi' ? vi : en);
  switch (line.kind) {
    case 'received':
      return say('tiếp nhận ', 'received ') + clockTimeAndDate(line.at, language);
    case 'no-limit':
      return say('thủ tục không hẹn ngày trả', 'the procedure appoints no date');
    case 'count': {
      const amount = line.isSameDay ? say('trong ngày làm việc', 'the same working day') : amountWords(line.amount, language);
      return line.cause === 'acceptance' ? amount : `${CAUSES[line.cause][language]} ${amount}`;
    }
    case 'next-day':
      return line.because === 'day-off'
        ? say('tiếp nhận vào ngày nghỉ, tính sang ngày làm việc tiếp theo', 'received on a day off, so the next working day')
        : say('tiếp nhận sau 15 giờ, tính sang ngày làm việc tiếp theo', 'received after 15:00, so the next working day');
    case 'counted':
      return weekdayDate(line.on, language) + (line.isMakeUp ? say(' (làm bù)', ' (make-up day)') : '');
    case 'off':
      return offPhrase(line.names, line.fromOn, line.toOn, language);
    case 'counted-days':
      return say('từ ', 'from ') + rangeWords(line.fromOn, line.toOn, language);
    case 'moved':
      return say(
        `${weekdayDate(line.fromOn, language)} là ngày nghỉ, chuyển sang ${weekdayDate(line.toOn, language)} (${line.ground})`,
        `${weekdayDate(line.fromOn, language)} is a day off, moved to ${weekdayDate(line.toOn, language)} (${line.ground})`,
      );
    case 'worked':
    case 'ends':
      return undefined;
    case 'elapsed':
      return say('đến ', 'until ') + clockTimeAndDate(line.toAt, language);
    case 'paused':
      return pausePhrase(line, language);
    case 'kept':
      return say('giữ ngày đã hẹn ', 'the date already given is kept: ') + clockTimeAndDate(line.at, language);
    case 'due':
      return line.at
        ? say('hẹn trả ', 'due ') + clockTimeAndDate(line.at, language)
        : say('chưa có ngày hẹn trả', 'no due date at present');
  }
}

function offPhrase(names: readonly string[], fromOn: PlainDate, toOn: PlainDate, language: Language): string {
  const name = names.map((one) => holidayName(one, language)).join(', ');
  const range = dateRange(fromOn, toOn);
  if (language === 'vi') return `nghỉ ${name || 'cuối tuần'} ${range}`;
  return `${name || 'weekend'} off ${range}`;
}

function pausePhrase(line: ExplanationLine & { kind: 'paused' }, language: Language): string {
  const ground = PAUSE_KIND_WORDS[line.pauseKind][language];
  const from = clockTimeAndDate(line.fromAt, language);
  const to = line.toAt && clockTimeAndDate(line.toAt, language);
  if (language === 'vi') {
    const until = to ? `từ ${from} đến ${to}` : `từ ${from}, đang tạm dừng`;
    return `${ground} ${until}${line.isAfterExpiry ? ' (đã quá hạn trước khi tạm dừng)' : ''}`;
  }
  const until = to ? `from ${from} to ${to}` : `since ${from}, the clock stands`;
  return `${ground} ${until}${line.isAfterExpiry ? ' (overdue before the pause)' : ''}`;
}

function rangeWords(fromOn: PlainDate, toOn: PlainDate, language: Language): string {
  const isOneYear = yearOf(fromOn) === yearOf(toOn);
  const [from, to] = isOneYear
    ? [weekdayDate(fromOn, language), weekdayDate(toOn, language)]
    : [fromOn, toOn].map((on) => `${weekdayName(on, language)} ${numericDate(on)}`);
  return language === 'vi' ? `${from} đến ${to}` : `${from} to ${to}`;
}

/** '3 ngày làm việc', '8 giờ làm việc', '6 giờ 30 phút làm việc'. */
export function amountWords(amount: Amount, language: Language): string {
  switch (amount.unit) {
    case 'working-days':
    case 'days':
      return countWords(amount.count, amount.unit, language);
    case 'working-minutes':
      return amount.count % 60 === 0
        ? countWords(amount.count / 60, 'working-hours', language)
        : `${duration(amount.count, language)} ${language === 'vi' ? 'làm việc' : 'of working time'}`;
    case 'minutes':
      return duration(amount.count, language);
  }
}
