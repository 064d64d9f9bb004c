import { type Finding, finding } from './finding';
import { type ChannelRow, type PublishedFee, type PublishedTime } from './record';
import { cutAt, oneLine } from './repair-text';

const HEAD = /^Hình thức nộp\s*Thời gian\s*Phí, lệ phí\s*Mô tả/u;
const NAMES: Readonly<Record<string, ChannelRow['channel']>> = {
  'Trực tiếp': 'direct',
  'Trực tuyến': 'online',
  'Dịch vụ bưu chính': 'post',
};
const UNITS: Readonly<Record<string, NonNullable<PublishedTime['unit']>>> = {
  'ngày làm việc': 'working-day',
  ngày: 'day',
  giờ: 'hour',
  tháng: 'month',
};
const NAME = Object.keys(NAMES).join('|');
const UNIT = 'Ngày làm việc|Ngày|Giờ|Tháng';
const CURRENCY = 'Việt Nam Đồng|VNĐ|USD';
const NOT_SAID = 'Không có thông tin';
/** A row begins with its channel, a time and a fee: a channel's name inside a description has neither. */
const ROW = new RegExp(
  `(?<name>${NAME})\\s*(?<time>\\d+(?:[.,]\\d+)?\\s*(?:${UNIT})|${NOT_SAID}|(?:(?!${NAME}|\\d).){0,80}?)\\s*(?<fee>Miễn phí|${NOT_SAID}|[\\d.,]+\\s*(?:${CURRENCY})|(?<bare>\\d{1,3})(?=Miễn phí|${NOT_SAID}))`,
  'gu',
);

/**
 * The channel table, whose cells are glued: channel, time, fee, a note of the
 * fee in brackets, a description. Every row is kept; the same channel twice is
 * two cases or two kinds of applicant, and neither overwrites the other.
 */
export function readChannels(table: string): { channels: ChannelRow[]; findings: Finding[] } {
  const text = oneLine(table).replace(HEAD, '');
  const starts = [...text.matchAll(ROW)];
  const findings: Finding[] = [];
  const channels = starts.map((start, order) => {
    const end = starts[order + 1]?.index ?? text.length;
    const row = readRow(start.groups!, text.slice(start.index + start[0].length, end).trim());
    if (row.glued !== null) findings.push(finding('time-glued-to-fee', `channels[${order}]`, row.glued));
    return row;
  });
  return { channels, findings };
}

function readRow(cells: Record<string, string | undefined>, rest: string): ChannelRow {
  const channel = NAMES[cells['name']!]!;
  if (cells['bare'] !== undefined) {
    const said = /^(Miễn phí|Không có thông tin)/u.exec(rest)!;
    return { channel, time: timeOf(cells['bare']), ...feeAndNote(said[0], rest.slice(said[0].length)), glued: null };
  }
  const fee = cells['fee']!;
  const time = (cells['time'] ?? '').trim();
  const glued = time === '' && /^\d/u.test(fee) ? /^(\d)(\d.*)$/u.exec(fee) : null;
  // No unit follows the number, so that its first digit alone is the time: nobody grants 120 days without saying so.
  if (glued) return { channel, time: timeOf(glued[1]!), ...feeAndNote(glued[2]!, rest), glued: fee };
  return { channel, time: timeOf(time), ...feeAndNote(fee, rest), glued: null };
}

/** A number without a unit stays without one; words and silence are no number. */
function timeOf(text: string): PublishedTime {
  const found = new RegExp(`^(\\d+(?:[.,]\\d+)?)\\s*(${UNIT})?$`, 'u').exec(text);
  if (!found) return { value: null, unit: null, text };
  return { value: Number(found[1]!.replace(',', '.')), unit: found[2] ? UNITS[found[2].toLowerCase()]! : null, text };
}

function feeAndNote(cell: string, rest: string): Pick<ChannelRow, 'fees' | 'note' | 'cut'> {
  const end = closingBracket(rest.trimStart());
  const text = rest.trimStart();
  const bracket = end === undefined ? null : cutAt(text.slice(1, end).trim(), 400);
  const description = cutAt((end === undefined ? text : text.slice(end + 1)).trim(), 400);
  const fee: PublishedFee = { ...amountOf(cell), text: cell, note: bracket?.text || null, cut: bracket?.cut ?? false };
  return { fees: [fee], note: description.text || null, cut: description.cut };
}

/** "Miễn phí" is 0; a number is taken with its currency; silence is unknown. */
function amountOf(cell: string): Pick<PublishedFee, 'amount' | 'unit'> {
  if (cell === 'Miễn phí') return { amount: 0, unit: 'VND' };
  const found = new RegExp(`^([\\d.,]+)\\s*(${CURRENCY})$`, 'u').exec(cell);
  if (!found) return { amount: null, unit: null };
  return { amount: Number(found[1]!.replace(/[.,]/gu, '')), unit: found[2] === 'USD' ? 'USD' : 'VND' };
}

/** Where the bracket that a text begins with is closed; undefined where it begins with none or never closes it. */
function closingBracket(text: string): number | undefined {
  if (!text.startsWith('(')) return undefined;
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '(') depth += 1;
    if (text[at] === ')' && (depth -= 1) === 0) return at;
  }
  return undefined;
}
