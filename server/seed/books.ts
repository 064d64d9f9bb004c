import { type Context } from '../casework/context';
import { openBook } from '../commands/administration/open-book';
import { localDateOf } from '../domain/local-time';
import { yearOf } from '../domain/plain-date';
import { type BookDescription, type ProcedureVersionContent } from '../domain/procedure';
import { DEMONSTRATION_CENTRES, DEMONSTRATION_SEALS } from './accounts';
import { on } from './moment';
import { REFORM_DAY } from './province';

/** The letters and slips that carry a number of their own; the symbols are of the demonstration. */
const CENTRE_BOOKS: readonly BookDescription[] = [
  { key: 'form-04', name: 'Sổ văn bản xin lỗi, hẹn lại ngày trả', pattern: '{number}/PXL-TTHCC', keeper: 'clerk' },
  { key: 'form-05', name: 'Sổ thông báo dừng giải quyết', pattern: '{number}/TB-TTHCC', keeper: 'clerk' },
  { key: 'hand-over-record', name: 'Sổ biên bản giao nhận với bưu điện', pattern: '{number}/BBGN-TTHCC', keeper: 'clerk' },
];
const HAND_OVER_BOOK: BookDescription = {
  key: 'result-hand-over',
  name: 'Sổ phiếu bàn giao kết quả',
  pattern: '{number}/PBG',
  keeper: 'officer',
};

type Kind = 'register' | 'result' | 'letter';

/** Opens the books of last year and of this one where the demonstration works: registers and letters at the centres, the others at the bodies that decide. */
export async function seedBooks(context: Context, procedures: readonly ProcedureVersionContent[]): Promise<void> {
  const year = yearOf(localDateOf(context.now));
  for (const { agencyCode } of DEMONSTRATION_CENTRES)
    for (const book of CENTRE_BOOKS) await openFor(context, { agencyCode, kind: 'letter', book, year });
  for (const { agencyCode } of DEMONSTRATION_SEALS) await openFor(context, { agencyCode, kind: 'letter', book: HAND_OVER_BOOK, year });
  for (const procedure of procedures) {
    const bodies = DEMONSTRATION_SEALS.map(({ agencyCode }) => agencyCode).filter((code) => isCompetent(code, procedure));
    for (const agencyCode of bodies) {
      await openFor(context, { agencyCode, kind: 'result', book: procedure.resultBook, year });
      await openFor(context, { agencyCode, kind: 'letter', book: procedure.refusalBook, year });
    }
    for (const { agencyCode } of DEMONSTRATION_CENTRES)
      await openFor(context, { agencyCode, kind: 'register', book: procedure.register, year });
  }
}

function isCompetent(agencyCode: string, { competence }: ProcedureVersionContent): boolean {
  return competence.kind === 'agency' ? competence.agencyCode === agencyCode : /^H27\.\d{5}$/.test(agencyCode);
}

async function openFor(
  context: Context,
  { year, ...named }: { agencyCode: string; kind: Kind; book: BookDescription; year: number },
): Promise<void> {
  for (const one of [year - 1, year]) {
    const openedOn = [`${one}-01-01`, REFORM_DAY].sort()[1]!;
    await openBook(on(context, openedOn), { ...named, year: one, openedOn });
  }
}
