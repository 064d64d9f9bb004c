import { differsByChannel } from './doubtful-times';
import { type Finding, finding, findingWith } from './finding';
import { type ProcedureRecord, type PublishedFee } from './record';

const COUNCIL = /HĐND|Hội đồng nhân dân/iu;
const TARIFF = /Thông tư|TT-BTC|theo quy định|biểu/iu;
const AMOUNT = /(\d{1,3}(?:[.,]\d{3})+|\d{1,12})\s*(?:\([^)]{0,60}\)\s*)?(?:đồng|vnđ|vnd|việt nam đồng|đ(?!\p{L}))/giu;

/** What is doubtful in the fees of the channels: each fee whose amount must not be taken is named once, with the reason. */
export function doubtfulFees(record: Pick<ProcedureRecord, 'channels'>): Finding[] {
  const { channels } = record;
  const findings = channels.flatMap((row, order) =>
    row.fees.flatMap((fee, rank) => {
      const place = `channels[${order}].fees[${rank}]`;
      const ofFee = feeFindings(fee, place);
      return row.note?.startsWith('(') && isOpenBracket(row.note, row.cut)
        ? [...ofFee, finding('fee-note-unclosed', place, row.note)]
        : ofFee;
    }),
  );
  const said = (row: (typeof channels)[number]): string => row.fees.map((fee) => `${fee.amount} ${fee.unit}`).join('|');
  return differsByChannel(channels, said) ? [...findings, finding('fee-differs-by-channel', 'channels')] : findings;
}

/** The amounts of đồng that a text names. */
export function amountsIn(text: string): number[] {
  return [...text.matchAll(AMOUNT)].map(([, number]) => Number(number!.replace(/[.,]/gu, '')));
}

function feeFindings(fee: PublishedFee, place: string): Finding[] {
  const note = fee.note ?? '';
  const named = amountsIn(note);
  const seen = `${fee.text} (${note})`;
  const findings: Finding[] = [];
  if (/đến hết|đến ngày|hết ngày/iu.test(note)) findings.push(finding('fee-limited-in-time', place, seen));
  if (fee.amount === 0) return [...findings, ...freeFindings(note, named, place)];
  if (fee.amount === null || fee.unit !== 'VND') return findings;
  if (COUNCIL.test(note)) findings.push(finding('amount-but-council-decides', place, seen));
  const isConfirmed = named.includes(fee.amount * 1000);
  const isWrongCurrency = new RegExp(`(?<!\\d)${fee.amount}\\s*(?:USD|đô la)`, 'iu').test(note);
  if (isWrongCurrency) findings.push(finding('fee-wrong-currency', place, seen));
  if (fee.amount < 1000) {
    findings.push(findingWith(isConfirmed ? 'repair' : 'warn', 'fee-below-1000-vnd', place, seen));
    if (isConfirmed) findings.push(finding('fee-1000-times-too-small', place, seen));
  }
  if (named.length > 0 && !named.includes(fee.amount) && !isConfirmed) findings.push(finding('fee-differs-from-note', place, seen));
  return findings;
}

function freeFindings(note: string, named: readonly number[], place: string): Finding[] {
  if (COUNCIL.test(note)) return [finding('free-but-council-decides', place, note)];
  if (named.some((amount) => amount > 0)) return [finding('free-but-note-has-amount', place, note)];
  return TARIFF.test(note) ? [finding('free-but-note-refers-to-tariff', place, note)] : [];
}

/** A description that was cut is judged by what is left: "(1) Trường hợp…" is a number, not an open bracket. */
function isOpenBracket(note: string, isCut: boolean): boolean {
  const close = note.indexOf(')');
  if (close < 0 || isCut) return !/^\(\w{1,3}\)/u.test(note);
  return note.split('(').length > note.split(')').length;
}
