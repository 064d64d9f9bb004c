import { type Words } from '../domain/words/words';
import { type Finding, hasTrap } from './finding';
import { type ChannelRow, type ProcedureRecord } from './record';
import { verdicts } from './verdicts';

/** What a record may be used for as it was read. */
export interface Judgement {
  /** The centre may take applications: who handles them is known, and nothing says that it is no real procedure. */
  readonly isReceivable: boolean;
  /** Some channel has no limit that a due date could be computed from: the clerk sets the date and says why. */
  readonly blocksDates: boolean;
  /** The channels that have none; the others may be dated. */
  readonly undatedChannels: readonly ChannelRow['channel'][];
  /** Never by reading alone: a person sets the level of filing online. */
  readonly isOnlineOffered: false;
  /** What a person must clear: what keeps the record from the counter first, then one sentence for each other trap. */
  readonly reasons: readonly Words[];
}

/** What may be done with a record that was read with these findings. */
export function judgeRecord(record: ProcedureRecord, findings: readonly Finding[]): Judgement {
  const blocking = blockingReasons(record, findings);
  const undatedChannels = [...new Set(record.channels.map((row) => row.channel))].filter((channel) => !isDated(record, channel, findings));
  const warnings = new Map(findings.filter((one) => one.verdict === 'warn').map((one) => [one.trap, one.what]));
  const reasons = [...blocking, ...warnings.values()];
  return {
    isReceivable: blocking.length === 0,
    blocksDates: record.channels.length === 0 || undatedChannels.length > 0,
    undatedChannels,
    isOnlineOffered: false,
    reasons: [...new Map(reasons.map((one) => [one.vi, one])).values()],
  };
}

function blockingReasons(record: ProcedureRecord, findings: readonly Finding[]): Words[] {
  return [
    ...findings.filter((one) => verdicts[one.trap] === 'refuse' || one.trap === 'looks-like-test-data').map((one) => one.what),
    ...(hasTrap(findings, 'published-by-another-province')
      ? [{ vi: 'Thủ tục của tỉnh khác, không tiếp nhận ở đây.', en: 'Another province’s procedure is not received here.' }]
      : []),
    ...(record.levelsJudged.length === 0
      ? [{ vi: 'Không có cấp tỉnh hoặc cấp xã nào giải quyết.', en: 'Neither province nor commune handles it.' }]
      : []),
    ...(record.bodies.length === 0 && record.competentBody === null
      ? [{ vi: 'Chưa biết cơ quan nào giải quyết.', en: 'It is not known which body handles it.' }]
      : []),
  ];
}

/**
 * One limit for the channel, with its unit, which nothing names doubtful. Several
 * rows with different times are cases that a person must tell apart; no law of
 * ours counts in months.
 */
function isDated(record: ProcedureRecord, channel: ChannelRow['channel'], findings: readonly Finding[]): boolean {
  const times = record.channels.filter((row) => row.channel === channel).map(({ time }) => time);
  if (findings.some((one) => one.place === 'record' && one.trap === 'time-words')) return false;
  return (
    new Set(times.map((time) => `${time.value} ${time.unit}`)).size === 1 &&
    times[0]!.value !== null &&
    ![null, 'month'].includes(times[0]!.unit)
  );
}
