import { type Finding, finding } from './finding';
import { type ChannelRow, type LegalBase, type ProcedureRecord } from './record';
import { splitFormFile } from './split-form-file';
import { type Trap } from './verdicts';

/** "…bảo vệ thực vậtNghị định số": the kind of document that stood in the number's cell, left at the end of the name. */
const WORDS_OF_NUMBER = /(?<=[\p{L}.)])(?:Nghị định|Nghị quyết|Thông tư|Luật|Quyết định|Pháp lệnh) số$/u;
/** A fee with one of these is no amount. */
const UNKNOWN_FEE: readonly Trap[] = [
  'free-but-council-decides',
  'free-but-note-has-amount',
  'free-but-note-refers-to-tariff',
  'amount-but-council-decides',
  'fee-below-1000-vnd',
  'fee-differs-from-note',
  'fee-limited-in-time',
  'fee-wrong-currency',
  'fee-note-unclosed',
];
/** A time with one of these is no limit, whatever unit was printed. */
const UNKNOWN_TIME: readonly Trap[] = ['time-zero', 'time-differs-from-note', 'several-times-in-note', 'time-glued-to-fee'];

/**
 * A record as the office may use it: doubtful times lose their unit and
 * doubtful fees their amount, so that no date and no amount can be made of
 * them; what stood there is still in their text. Fees whose note confirms that
 * thousands were meant are multiplied, legal bases named twice are united.
 */
export function settleRecord(published: ProcedureRecord, findings: readonly Finding[]): { record: ProcedureRecord; findings: Finding[] } {
  const { legalBases, findings: ofBases } = settleBases(published.legalBases);
  const record: ProcedureRecord = {
    ...published,
    decision: published.decision === null ? null : settleDecision(published.decision),
    channels: published.channels.map((row, order) => settleChannel(row, `channels[${order}]`, findings)),
    components: published.components.map((one) => ({ ...one, items: one.items.map((item) => settleForm(item)) })),
    legalBases,
  };
  return { record, findings: [...findings, ...ofBases] };
}

function settleChannel(row: ChannelRow, place: string, findings: readonly Finding[]): ChannelRow {
  const found = (at: string, traps: readonly Trap[]): boolean =>
    findings.some((one) => (one.place === at || one.place === 'record') && traps.includes(one.trap));
  const hasNoTime = found(`${place}.time`, UNKNOWN_TIME) || found(place, UNKNOWN_TIME);
  const fees = row.fees.map((fee, rank) => {
    const at = `${place}.fees[${rank}]`;
    const isThousands = found(at, ['fee-1000-times-too-small']);
    const reasons = UNKNOWN_FEE.filter((trap) => !(isThousands && trap === 'fee-below-1000-vnd'));
    if (found(at, reasons)) return { ...fee, amount: null, unit: null };
    return isThousands && fee.amount !== null ? { ...fee, amount: fee.amount * 1000 } : fee;
  });
  return { ...row, fees, time: hasNoTime ? { ...row.time, unit: null } : row.time };
}

/** "QĐ/0001-BCA", "SỐ 9/QĐ-NHNN", "7./QĐ-BXD", "12/QD-BTP": one number, one way to write it; anything else stays as it is. */
function settleDecision(written: string): string {
  const turned = /^QĐ\/?(\d+)-(.+)$/u.exec(written);
  if (turned) return `${turned[1]}/QĐ-${turned[2]}`;
  return written.replace(/^số\s*/iu, '').replace(/^(\d+)\.?\/Q[ĐD]-/u, '$1/QĐ-');
}

/** A form file whose first letters stayed with the name of the paper: both are put together and split again. */
function settleForm<Item extends ProcedureRecord['components'][number]['items'][number]>(item: Item): Item {
  if (typeof item.form !== 'string' || item.cut || !/\p{L}\d$|\d$/u.test(item.name)) return item;
  return { ...item, ...splitFormFile(`${item.name}${item.form}`) };
}

function settleBases(published: readonly LegalBase[]): { legalBases: LegalBase[]; findings: Finding[] } {
  const united = new Map<string, LegalBase>();
  const findings: Finding[] = [];
  for (const [order, base] of published.entries()) {
    const key = base.number ?? `name ${base.name}`;
    const isOfAnother = base.date !== null && yearOf(base.number) !== null && !base.date.startsWith(yearOf(base.number)!);
    if (isOfAnother) findings.push(finding('legal-date-of-another', `legalBases[${order}]`, base.date!));
    const words = WORDS_OF_NUMBER.exec(base.name)?.[0];
    if (words) findings.push(finding('legal-number-with-words', `legalBases[${order}]`, words));
    const settled = { ...base, name: base.name.replace(WORDS_OF_NUMBER, '').trim(), date: isOfAnother ? null : base.date };
    const before = united.get(key);
    if (!before) united.set(key, settled);
    else if (settled.name.length > before.name.length) united.set(key, { ...settled, date: settled.date ?? before.date });
  }
  return { legalBases: [...united.values()], findings };
}

function yearOf(number: string | null): string | null {
  return /\/(\d{4})\//u.exec(number ?? '')?.[1] ?? null;
}
