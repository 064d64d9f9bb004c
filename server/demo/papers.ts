import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type DossierReading } from '../contract/dossier-view-shapes';
import { type SigningRecordShape } from '../contract/result-shapes';
import { type JournalFacts } from '../domain/journal';
import { isForApplicant } from '../domain/letter';
import { type Case } from './case';
import { expectSame, needed } from './deviation';
import { sha256Of } from './filing';
import { type Stage } from './stage';
import { verifyLetter, verifyResult } from './verify-papers';
import { type Visitor } from './visitor';

type Letter = DossierReading['letters'][number];

const NAMES: Readonly<Record<string, string>> = {
  'form-01': 'giay-tiep-nhan-hen-tra',
  'form-02': 'phieu-yeu-cau-bo-sung',
  'form-03': 'phieu-tu-choi-tiep-nhan',
  'result-hand-over': 'phieu-ban-giao-ket-qua',
  'postal-slip': 'phieu-gui-buu-dien',
  'hand-over-record': 'bien-ban-giao-nhan-buu-dien',
};

/** What must be on paper at the end: the forms of the letters, whose seal is on them, and the one document, if there is one. */
export type ExpectedPapers = {
  forms: readonly string[];
  centre: string;
  result?: { name: string; outcome: 'grant' | 'refuse'; signer: string; agency: string };
};

/** Fetches every paper of a dossier as those who may have it, leaves it in the folder, and judges what is signed on it. */
export async function leavePapers(stage: Stage, papers: string, dossier: Case, clerk: Visitor, expected: ExpectedPapers): Promise<void> {
  const inside = await dossier.seenInside();
  const own = await dossier.seenBy(dossier.applicant);
  const forms = inside.letters.map(({ form }) => form);
  expectSame('các phiếu đã phát hành', forms.sort(), [...expected.forms].sort());
  const theirs = forms.filter(isForApplicant);
  expectSame('các phiếu người nộp nhận được', own.letters.map(({ form }) => form).sort(), theirs);
  for (const letter of inside.letters) await leaveLetter(stage, papers, { letter, dossier, clerk, centre: expected.centre });
  const results = inside.results.filter(({ state }) => state !== 'void');
  expectSame('số văn bản kết quả', results.length, expected.result ? 1 : 0);
  if (expected.result) await leaveResult(stage, papers, { id: needed(results[0], 'kết quả').id, dossier, clerk, ...expected.result });
}

async function leaveLetter(
  stage: Stage,
  papers: string,
  { letter, dossier, clerk, centre }: { letter: Letter; dossier: Case; clerk: Visitor; centre: string },
): Promise<void> {
  const path = `/api/letters/${letter.id}/file`;
  const file = await clerk.download(path);
  if (isForApplicant(letter.form)) expectSame('phiếu người nộp tải về', sha256Of(await dossier.applicant.download(path)), letter.sha256);
  else await dossier.applicant.isRefused('GET', path, undefined, 'not-found');
  expectSame(`mã băm của ${letter.form}`, sha256Of(file), letter.sha256);
  await keep(stage, `${papers}-${NAMES[letter.form] ?? letter.form}.pdf`, file);
  if (letter.isSealed) verifyLetter(stage, file, { centre, at: letter.issuedAt });
  else stage.say(`${' '.repeat(12)}phiếu nội bộ, ký tay trên bản in, không có chữ ký số`);
}

async function leaveResult(
  stage: Stage,
  papers: string,
  {
    id,
    name,
    outcome,
    signer,
    agency,
    dossier,
    clerk,
  }: { id: string; dossier: Case; clerk: Visitor } & NonNullable<ExpectedPapers['result']>,
): Promise<void> {
  const path = `/api/results/${id}/file`;
  const file = await dossier.applicant.download(path);
  expectSame('bản người nộp và bản cán bộ một cửa tải về', sha256Of(file), sha256Of(await clerk.download(path)));
  const record = await dossier.applicant.get<SigningRecordShape>(`/api/results/${id}/signing-record`);
  const result = needed(
    (await dossier.seenInside()).results.find((one) => one.id === id),
    'kết quả',
  );
  expectSame('loại văn bản', result.outcome, outcome);
  const sealed = (await dossier.journal()).entries.find(({ act }) => act === 'number-and-seal');
  expectSame('bản tải về so với bản lúc đóng dấu', sha256Of(file), (sealed?.facts as JournalFacts | undefined)?.detail?.['document']);
  await keep(stage, `${papers}-${name}.pdf`, file);
  verifyResult(stage, file, { record, signer, agency, number: needed(result.numberText, 'số văn bản') });
}

async function keep({ folder, say }: Stage, name: string, file: Buffer): Promise<void> {
  await writeFile(join(folder, name), file);
  say(`${' '.repeat(10)}${name}: ${file.length.toLocaleString('vi-VN')} byte, SHA-256 ${sha256Of(file).slice(0, 16)}…`);
}
