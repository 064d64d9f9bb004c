import { type Channel } from '../domain/channels';
import { parseLimitTerm } from '../domain/limit';
import { type TimeLimitDescription } from '../domain/procedure';
import { type Judgement } from './judge-record';
import { type ChannelRow, type ProcedureRecord } from './record';

export const CHANNELS: Readonly<Record<ChannelRow['channel'], Channel>> = { online: 'online', direct: 'counter', post: 'post' };
const UNITS = { 'working-day': 'working-days', day: 'days', hour: 'hours' } as const;
const UNIT_WORDS = { 'working-day': 'ngày làm việc', day: 'ngày', hour: 'giờ', month: 'tháng' } as const;
const NOT_SAID = 'Chưa công bố rõ; ngày hẹn trả do người tiếp nhận ghi, có lý do.';

/**
 * The published time of each channel. What is doubtful, said in months or said
 * twice gives no limit: the clerk sets the date and says why.
 */
export function timesOf({ channels, decision }: ProcedureRecord, { undatedChannels }: Judgement): TimeLimitDescription[] {
  const named = [...new Set(channels.map(({ channel }) => channel))];
  const times = named.map((channel) => {
    const rows = channels.filter((row) => row.channel === channel);
    const limit = undatedChannels.includes(channel) ? null : limitOf(rows[0]!);
    return timeLimit([CHANNELS[channel]], limit, wordingOf(rows), decision);
  });
  // whoever comes by a way that the catalogue does not name gets a date from the clerk
  const others = (['online', 'counter', 'post'] as const).filter((channel) => !named.some((one) => CHANNELS[one] === channel));
  return others.length > 0 ? [...times, timeLimit(others, null, NOT_SAID, decision)] : times;
}

function timeLimit(channels: Channel[], limit: string | null, wording: string, decision: string | null): TimeLimitDescription {
  const clause = { text: `${decision ?? 'Cổng Dịch vụ công quốc gia'}, cách thức thực hiện`, isSure: false };
  return { channels, cases: [], limit, wording: { vi: wording, en: wording }, clause };
}

/** Null for what the office's terms cannot say. */
function limitOf({ time: { value, unit } }: ChannelRow): string | null {
  if (value === null || unit === null || unit === 'month') return null;
  const text = `${value} ${UNITS[unit]}`;
  return parseLimitTerm(text) ? text : null;
}

function wordingOf(rows: readonly ChannelRow[]): string {
  const said = rows.map(({ time: { value, unit, text } }) => (value !== null && unit !== null ? `${value} ${UNIT_WORDS[unit]}` : text));
  return [...new Set(said.filter(Boolean))].join('; ') || NOT_SAID;
}
