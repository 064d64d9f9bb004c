import { type Language } from './words';

/** Holiday names are data in Vietnamese; those the law has fixed are said in English too, others keep their Vietnamese name. */
const ENGLISH: readonly (readonly [begins: string, english: string])[] = [
  ['Tết Dương lịch', 'New Year’s Day'],
  ['Tết', 'Tết'],
  ['Giỗ Tổ', 'Hùng Kings’ Day'],
  ['Ngày Chiến thắng', 'Victory Day'],
  ['Quốc tế Lao động', 'Labour Day'],
  ['Quốc khánh', 'National Day'],
  ['Ngày Văn hóa Việt Nam', 'Vietnamese Culture Day'],
  ['hoán đổi', 'day swapped'],
];

export function holidayName(name: string, language: Language): string {
  if (language === 'vi') return name;
  return ENGLISH.find(([begins]) => name.startsWith(begins))?.[1] ?? name;
}
