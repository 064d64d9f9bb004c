import { type Finding, finding } from './finding';
import { type ProcedureRecord } from './record';

const DISTRICT = /cấp huyện|Phòng Tư pháp|quận, huyện|(?:ủy ban nhân dân|UBND|công an) huyện|huyện, quận/iu;
const OLD_ADDRESS = /(?:^|[\s,])(?:Quận \d|Q\.\s?\d|quận \p{Lu}|huyện \p{Lu})/u;
const DECISION = /^\d+\/QĐ-[A-ZĐ]+(?:-[A-ZĐ0-9]+)*$/u;

/** What is doubtful in the heading of a procedure and in how it may be filed online. */
export function doubtfulHeading(record: ProcedureRecord): Finding[] {
  const { decision, kind, intakeAddress, onlineForm } = record;
  const hasOnlineRow = record.channels.some((row) => row.channel === 'online');
  return [
    ...(kind === null ? [finding('kind-empty', 'kind')] : []),
    ...(decision === null || !DECISION.test(decision) ? [finding('decision-number-odd', 'decision', decision ?? '')] : []),
    ...(isTestData(record) ? [finding('looks-like-test-data', 'record')] : []),
    ...(intakeAddress !== null && OLD_ADDRESS.test(intakeAddress)
      ? [finding('intake-address-old-units', 'intakeAddress', intakeAddress)]
      : []),
    ...(hasOnlineRow && onlineForm === 'none' ? [finding('online-row-but-no-online-form', 'onlineForm')] : []),
    ...(!hasOnlineRow && onlineForm !== 'none' ? [finding('online-form-but-no-online-row', 'onlineForm')] : []),
  ];
}

/** The district level ended on 01/07/2025; a text that still sends people there sends them nowhere. */
export function mentionsDistrict(text: string): Finding[] {
  const found = DISTRICT.exec(text);
  return found ? [finding('text-mentions-district-level', 'record', text.slice(Math.max(0, found.index - 30), found.index + 40))] : [];
}

/** The live portal holds "Demo/QĐ-…" decisions, and results coded "abcd" or "Test_…" by somebody who tried a keyboard. */
function isTestData({ decision, results, name }: ProcedureRecord): boolean {
  return (
    /demo|test/iu.test(decision ?? '') ||
    /^(?:test|demo)(?:\P{L}|$)/iu.test(name) ||
    results.some(({ code }) => code !== null && (/^[a-z]{2,}\d?$/u.test(code) || /test/iu.test(code)))
  );
}
