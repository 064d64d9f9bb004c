import { type FeeDue, type FeePart } from '../fees';
import { type Language } from './words';

const UNITS: Record<FeePart['per'], { vi: string; one: string; many: string }> = {
  dossier: { vi: 'hồ sơ', one: 'dossier', many: 'dossiers' },
  copy: { vi: 'bản', one: 'copy', many: 'copies' },
  page: { vi: 'trang', one: 'page', many: 'pages' },
};

/** '7.000 đồng', '7,000 dong'. */
export function dongWords(amountDong: number, language: Language): string {
  return `${dongDigits(amountDong, language)} ${language === 'vi' ? 'đồng' : 'dong'}`;
}

/** '7.000', '7,000'. */
export function dongDigits(amount: number, language: Language): string {
  return String(amount).replace(/\B(?=(\d{3})+$)/g, language === 'vi' ? '.' : ',');
}

/** How the amount comes about: '2 trang × 2.000 đồng + 3 trang × 1.000 đồng = 7.000 đồng'. The line's own wording stands beside it. */
export function feeWords(due: FeeDue, language: Language): string {
  if (due.exemption?.percentOff === 100) return `${due.exemption.name[language]} (${due.exemption.clause})`;
  if (due.amountDong === null)
    return language === 'vi' ? 'theo nghị quyết của Hội đồng nhân dân tỉnh' : 'by decision of the provincial council';
  const parts = due.parts.map((part) => `${countWords(part, language)} × ${dongWords(part.unitDong, language)}`);
  const notes = [
    ...(due.isCapped ? [language === 'vi' ? 'đã đến mức thu tối đa' : 'capped'] : []),
    ...(due.exemption ? [`${due.exemption.name[language]}, ${due.exemption.clause}`] : []),
  ];
  const note = notes.length > 0 ? ` (${notes.join('; ')})` : '';
  return `${parts.join(' + ')} = ${dongWords(due.amountDong, language)}${note}`;
}

function countWords({ count, per }: FeePart, language: Language): string {
  const unit = UNITS[per];
  if (language === 'vi') return `${count} ${unit.vi}`;
  return `${count} ${count === 1 ? unit.one : unit.many}`;
}
