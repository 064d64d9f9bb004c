import { needsSecondFactor } from '../policies/audience';
import {
  DEMONSTRATION_CITIZEN_ACCOUNTS,
  DEMONSTRATION_FACTOR_SECRET,
  DEMONSTRATION_PASSWORD,
  DEMONSTRATION_PIN,
  DEMONSTRATION_STAFF,
} from './accounts';

/** The accounts of the demonstration as the start prints them, one line for each. */
export function accountsTable(): string[] {
  const people = DEMONSTRATION_STAFF.map(({ userName, fullName, title, agencyCode, duties }) => [
    userName,
    fullName,
    `${title} (${duties.join(', ')})`,
    agencyCode,
    needsSecondFactor(duties) ? 'TOTP' : '',
  ]);
  const citizens = DEMONSTRATION_CITIZEN_ACCOUNTS.map(({ userName, fullName, isVerified }) => [
    userName,
    fullName,
    isVerified ? 'Công dân (citizen)' : 'Công dân, chưa xác minh (citizen, not verified)',
    '',
    '',
  ]);
  return [
    'Tài khoản trình diễn (demonstration accounts):',
    ...inColumns([...people, ...citizens]).map((line) => `  ${line}`),
    `  Mật khẩu chung (password of all): ${DEMONSTRATION_PASSWORD}`,
    `  Khoá ứng dụng tạo mã của các tài khoản TOTP (their authenticator secret): ${DEMONSTRATION_FACTOR_SECRET}`,
    `  Mã PIN của chứng thư người ký và con dấu (PIN of signers and seals): ${DEMONSTRATION_PIN}`,
  ];
}

function inColumns(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_cell, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column]!))
      .join('  ')
      .trimEnd(),
  );
}
