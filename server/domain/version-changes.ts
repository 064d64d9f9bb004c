import { type FeeDescription, type ProcedureVersionContent } from './procedure';
import { papersFor, timeFor, type VersionCase } from './version-case';
import { CHANNEL_NAMES } from './channels';
import { type Words } from './words/words';

/** One thing that a newer version says otherwise, in the applicant's words. */
export interface VersionChange {
  readonly what: 'case' | 'paper' | 'fee' | 'time' | 'return-way' | 'form';
  readonly words: Words;
}

/** A version as a draft meets it. */
export interface MetVersion {
  readonly formVersionId: string;
  readonly content: ProcedureVersionContent;
}

/**
 * What changes for an applicant when another version governs (R48): the papers,
 * fees, time and ways of return of the case, and the questions of the form.
 */
export function versionChanges(before: MetVersion, after: MetVersion, filed: VersionCase): VersionChange[] {
  return [
    ...caseChanges(after.content, filed),
    ...paperChanges(before.content, after.content, filed),
    ...feeChanges(before.content, after.content, filed),
    ...timeChanges(before.content, after.content, filed),
    ...returnChanges(before.content, after.content),
    ...(before.formVersionId === after.formVersionId
      ? []
      : [change('form', 'Mẫu điện tử có phiên bản mới.', 'The e-form has a new version.')]),
  ];
}

function caseChanges({ cases }: ProcedureVersionContent, { caseKey }: VersionCase): VersionChange[] {
  if (cases.some(({ key }) => key === caseKey)) return [];
  return [change('case', 'Trường hợp đã chọn không còn. Tạo hồ sơ mới.', 'The chosen case no longer exists. Please begin a new draft.')];
}

function paperChanges(before: ProcedureVersionContent, after: ProcedureVersionContent, filed: VersionCase): VersionChange[] {
  const [old, now] = [papersFor(before, filed), papersFor(after, filed)];
  const added = now
    .filter(({ key, isRequired }) => !old.some((one) => one.key === key && one.isRequired === isRequired))
    .map(({ name, isRequired }) =>
      isRequired
        ? change('paper', `Phải nộp: ${name.vi}.`, `Now required: ${name.en}.`)
        : change('paper', `Có thể nộp: ${name.vi}.`, `Now optional: ${name.en}.`),
    );
  const gone = old
    .filter(({ key }) => !now.some((one) => one.key === key))
    .map(({ name }) => change('paper', `Không phải nộp nữa: ${name.vi}.`, `No longer asked: ${name.en}.`));
  return [...added, ...gone];
}

function feeChanges(before: ProcedureVersionContent, after: ProcedureVersionContent, { channel }: VersionCase): VersionChange[] {
  const on = (fees: readonly FeeDescription[]) => fees.filter(({ channels }) => channels.length === 0 || channels.includes(channel));
  const [old, now] = [on(before.fees), on(after.fees)];
  const changed = now.flatMap((fee) => {
    const was = old.find(({ key }) => key === fee.key);
    if (!was) return [change('fee', `${fee.name.vi}: ${fee.wording.vi}.`, `${fee.name.en}: ${fee.wording.en}.`)];
    if (was.amountDong === fee.amountDong && was.wording.vi === fee.wording.vi && was.dueWhen === fee.dueWhen) return [];
    return [
      change(
        'fee',
        `${fee.name.vi}: ${was.wording.vi}, nay ${fee.wording.vi}.`,
        `${fee.name.en}: was ${was.wording.en}, now ${fee.wording.en}.`,
      ),
    ];
  });
  const gone = old
    .filter(({ key }) => !now.some((fee) => fee.key === key))
    .map(({ name }) => change('fee', `Không thu nữa: ${name.vi}.`, `No longer charged: ${name.en}.`));
  return [...changed, ...gone];
}

function timeChanges(before: ProcedureVersionContent, after: ProcedureVersionContent, filed: VersionCase): VersionChange[] {
  const [old, now] = [timeFor(before, filed), timeFor(after, filed)];
  if (!now || (old?.limit === now.limit && old.wording.vi === now.wording.vi)) return [];
  return [change('time', `Thời hạn giải quyết nay là: ${now.wording.vi}.`, `The time limit is now: ${now.wording.en}.`)];
}

function returnChanges(before: ProcedureVersionContent, after: ProcedureVersionContent): VersionChange[] {
  return before.returnWays
    .filter((way) => !after.returnWays.includes(way))
    .map((way) =>
      change(
        'return-way',
        `Không còn trả kết quả theo cách: ${CHANNEL_NAMES[way].vi}.`,
        `Results are no longer returned this way: ${CHANNEL_NAMES[way].en}.`,
      ),
    );
}

function change(what: VersionChange['what'], vi: string, en: string): VersionChange {
  return { what, words: { vi, en } };
}
