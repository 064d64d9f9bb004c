/**
 * Dates as people type them, day first: `3/2/2026`, `03-02-2026`, `3.2.2026`,
 * `03022026`, `ngày 3 tháng 2 năm 2026`, and the stored form `2026-02-03`. A
 * year of two digits is refused: 3/2/60 may be 1960 or 2060.
 */
export function parseTypedDate(text: string): string | undefined {
  const match = matchDate(text.normalize('NFC').trim().toLowerCase());
  if (!match) return undefined;
  const [year, month, day] = match;
  return isRealDay(year, month, day) ? `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` : undefined;
}

/** As above, or only month and year (`2/1955`, `02-1955`, `1955-02`) or the year: older register entries hold no more. */
export function parsePartialDate(text: string): string | undefined {
  const tidy = text.normalize('NFC').trim().toLowerCase();
  const year = /^(?:năm )?(\d{4})$/u.exec(tidy);
  if (year) return isYear(Number(year[1])) ? year[1] : undefined;
  const monthFirst = /^(?:tháng )?(\d{1,2})(?: ?[/.-] ?| năm )(\d{4})$/u.exec(tidy);
  const yearFirst = /^(\d{4})-(\d{2})$/.exec(tidy);
  const [wholeYear, month] = monthFirst ? [monthFirst[2], monthFirst[1]] : [yearFirst?.[1], yearFirst?.[2]];
  if (wholeYear === undefined) return parseTypedDate(text);
  const isMonth = Number(month) >= 1 && Number(month) <= 12;
  return isYear(Number(wholeYear)) && isMonth ? `${wholeYear}-${pad(Number(month), 2)}` : undefined;
}

/** `2026-02-03` as 03/02/2026, `1955-02` as 02/1955; what is no stored date is shown as it is. */
export function showDate(stored: string): string {
  const match = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(stored);
  if (!match) return stored;
  return [match[3], match[2], match[1]].filter(Boolean).join('/');
}

function matchDate(text: string): [number, number, number] | undefined {
  const stored = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (stored) return [Number(stored[1]), Number(stored[2]), Number(stored[3])];
  const typed =
    /^(\d{1,2})( ?[/.-] ?| )(\d{1,2})\2(\d{4})$/.exec(text) ??
    /^(\d{2})()(\d{2})(\d{4})$/.exec(text) ??
    /^(?:ngày )?(\d{1,2})( tháng )(\d{1,2}) năm (\d{4})$/u.exec(text);
  return typed ? [Number(typed[4]), Number(typed[3]), Number(typed[1])] : undefined;
}

function isRealDay(year: number, month: number, day: number): boolean {
  if (!isYear(year) || month < 1 || month > 12 || day < 1) return false;
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return day <= (lengths[month - 1] ?? 0);
}

function isYear(year: number): boolean {
  return year >= 1800 && year <= 2200;
}

function pad(number: number, width: number): string {
  return String(number).padStart(width, '0');
}
