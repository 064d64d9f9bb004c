import { readNeutral } from './read-neutral';
import { type Reading } from './reading';
import { type ChannelRow, type ProcedureRecord } from './record';

type Row = Readonly<Record<string, string>>;

/** What a kind of body is called where its name is not known. */
const BODIES: Readonly<Record<string, string>> = {
  commune: 'Ủy ban nhân dân cấp xã',
  province: 'Ủy ban nhân dân cấp tỉnh',
  'police-province': 'Công an tỉnh',
  'police-commune': 'Công an cấp xã',
};

/**
 * Reads a table of bare facts, a procedure a line under the names of its columns:
 * code, name, field, ministry, levels, body, the time and fees of each channel,
 * results and doubts. `?` is unknown; it says nothing of papers or legal bases.
 */
export function readFacts(table: string): Reading[] {
  const [head = '', ...lines] = table.split('\n').filter((line) => line.trim() !== '');
  const names = head.split('\t');
  return lines.map((line) => {
    const cells = line.split('\t');
    return readNeutral(JSON.stringify(recordOf(Object.fromEntries(names.map((name, order) => [name, cells[order] ?? ''])))));
  });
}

function recordOf(row: Row): Record<keyof ProcedureRecord, unknown> {
  const cell = (name: string) => row[name] ?? '';
  const kinds = listOf(cell('body'));
  const [onlineForm = 'none', online = ''] = cell('online').split(/:\s*/u, 2);
  return {
    code: cell('code'),
    name: cell('name'),
    field: cell('field'),
    ministry: cell('ministry') || null,
    kind: null,
    decision: null,
    portalId: null,
    levelsStated: listOf(cell('levels')),
    levelsJudged: listOf(cell('levels')),
    bodies: kinds.flatMap((kind) => BODIES[kind] ?? []),
    bodiesAsWritten: null,
    bodyKinds: kinds,
    bodySource: null,
    competentBody: null,
    coordinatingBodies: null,
    authorisedBody: null,
    intakeAddress: null,
    targets: [],
    channels: [
      ...rowsOf('online', online, cell('onlineFees')),
      ...rowsOf('direct', cell('direct'), cell('directFees')),
      ...rowsOf('post', cell('post'), cell('postFees')),
    ],
    components: [],
    results: listOf(cell('results')).map(resultOf),
    legalBases: [],
    requirements: null,
    requirementsCut: null,
    onlineForm,
    stepsChars: 0,
    doubts: listOf(cell('doubts')),
  };
}

type GivenFee = Pick<ChannelRow['fees'][number], 'amount' | 'unit' | 'text'>;
type GivenRow = Pick<ChannelRow, 'channel' | 'time'> & { fees: GivenFee[] };

/** The times of one channel, the fees beside the first: which fee goes with which time is not said. */
function rowsOf(channel: ChannelRow['channel'], times: string, fees: string): GivenRow[] {
  return listOf(times).map((time, order) => ({ channel, time: timeOf(time), fees: order === 0 ? listOf(fees).map(feeOf) : [] }));
}

function timeOf(text: string): ChannelRow['time'] {
  const [, value, unit] = /^(\d+(?:\.\d+)?) (working-day|day|hour|month|\?)$/u.exec(text) ?? [];
  const known = unit === undefined || unit === '?' ? null : (unit as ChannelRow['time']['unit']);
  return { value: value === undefined ? null : Number(value), unit: known, text: value ?? '' };
}

function feeOf(text: string): GivenFee {
  const [, amount, unit] = /^([\d.e+]+) (VND|USD)$/u.exec(text) ?? [];
  if (amount === undefined) return { amount: null, unit: null, text: '' };
  return { amount: Number(amount), unit: unit as 'VND' | 'USD', text: amount === '0' ? 'Miễn phí' : text };
}

function resultOf(text: string) {
  const [, code = null, name = ''] = /^(KQ\.[A-Z]\d{2}\.\d{6}) (.*)$/u.exec(text) ?? [null, null, text];
  return { name, code, codeOk: code !== null };
}

function listOf(cell: string): string[] {
  return cell
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
