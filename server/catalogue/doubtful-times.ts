import { type Finding, finding } from './finding';
import { type ChannelRow, type ProcedureRecord } from './record';

/** What is doubtful in the times of the channels. Nothing here invents a unit or a number. */
export function doubtfulTimes(record: Pick<ProcedureRecord, 'channels'>): Finding[] {
  const { channels } = record;
  return [
    ...(channels.length === 0 ? [finding('no-channel', 'channels')] : []),
    ...channels.flatMap((row, order) => timeFindings(row, `channels[${order}]`)),
    ...(new Set(channels.map((row) => row.channel)).size < channels.length ? [finding('channel-repeated', 'channels')] : []),
    ...(differsByChannel(channels, ({ time }) => `${time.value} ${time.unit}`) ? [finding('time-differs-by-channel', 'channels')] : []),
  ];
}

/** Whether the channels, each with all its rows, say different things. */
export function differsByChannel(channels: readonly ChannelRow[], said: (row: ChannelRow) => string): boolean {
  const byChannel = new Map<string, Set<string>>();
  for (const row of channels) byChannel.set(row.channel, (byChannel.get(row.channel) ?? new Set()).add(said(row)));
  return new Set([...byChannel.values()].map((all) => [...all].sort().join('|'))).size > 1;
}

function timeFindings({ time, note }: ChannelRow, place: string): Finding[] {
  const at = `${place}.time`;
  if (time.value === null) return [finding(time.text === 'Không có thông tin' ? 'time-unknown' : 'time-words', at, time.text)];
  const findings: Finding[] = [];
  if (time.unit === null) findings.push(finding('time-no-unit', at, time.text));
  if (time.value === 0) findings.push(finding('time-zero', at, time.text));
  if (!Number.isInteger(time.value)) findings.push(finding('time-fraction', at, time.text));
  const told = timesIn(note ?? '');
  if (told.size > 0 && !told.has(time.value))
    findings.push(finding('time-differs-from-note', at, `${time.text} / ${[...told].join(', ')}`));
  else if (told.size > 1) findings.push(finding('several-times-in-note', at, [...told].join(', ')));
  return findings;
}

/** The numbers of days, hours or months that a description speaks of; "15 giờ 00" and "2 giờ chiều" are times of day. */
function timesIn(note: string): Set<number> {
  const found = note.matchAll(
    /(\d{1,4}(?:[.,]\d{1,2})?)\s*(?:\([^)]{0,40}\)\s*)?(?:ngày|giờ|tháng)(?!\s*\d|\s*cùng ngày)(?=[\s,.;:()]|$)/giu,
  );
  return new Set([...found].map(([, number]) => Number(number!.replace(',', '.'))));
}
