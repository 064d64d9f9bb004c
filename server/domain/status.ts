import { type Words } from './words/words';

/** The ten statuses of the national public-service portal: the language all systems report in. */
export const NATIONAL_STATUSES = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;

export type NationalStatus = (typeof NATIONAL_STATUSES)[number];

export const STATUS_NAMES: Record<NationalStatus, Words> = {
  1: { vi: 'Mới đăng ký', en: 'Newly filed' },
  2: { vi: 'Được tiếp nhận', en: 'Accepted' },
  3: { vi: 'Không được tiếp nhận', en: 'Not accepted' },
  4: { vi: 'Đang xử lý', en: 'In progress' },
  5: { vi: 'Yêu cầu bổ sung giấy tờ', en: 'Supplement requested' },
  6: { vi: 'Yêu cầu thực hiện nghĩa vụ tài chính', en: 'Financial duty requested' },
  7: { vi: 'Công dân yêu cầu rút hồ sơ', en: 'Withdrawn by the citizen' },
  8: { vi: 'Dừng xử lý', en: 'Stopped' },
  9: { vi: 'Đã xử lý xong', en: 'Result ready' },
  10: { vi: 'Đã trả kết quả', en: 'Result returned' },
};

/** What each status tells the citizen. */
export const STATUS_MEANINGS: Record<NationalStatus, Words> = {
  1: { vi: 'Hồ sơ đã nộp, bộ phận một cửa chưa trả lời.', en: 'The dossier is filed; the one-stop department has not answered yet.' },
  2: {
    vi: 'Bộ phận một cửa đã tiếp nhận; thời hạn giải quyết đang tính.',
    en: 'The one-stop department has accepted it; the time limit runs.',
  },
  3: {
    vi: 'Hồ sơ không được tiếp nhận; lý do ghi trong phiếu từ chối.',
    en: 'The dossier was refused at intake; the refusal slip gives the reason.',
  },
  4: { vi: 'Phòng chuyên môn đang giải quyết hồ sơ.', en: 'The competent division is handling the dossier.' },
  5: { vi: 'Cần bổ sung giấy tờ theo phiếu yêu cầu.', en: 'Papers named in the request are still needed.' },
  6: { vi: 'Cần nộp thuế, phí hoặc lệ phí để giải quyết tiếp.', en: 'A tax or fee must be paid before work goes on.' },
  7: { vi: 'Hồ sơ đã được rút theo yêu cầu.', en: 'The dossier was withdrawn on request.' },
  8: { vi: 'Hồ sơ bị từ chối giải quyết hoặc dừng giải quyết.', en: 'The matter was refused or stopped after examination.' },
  9: { vi: 'Kết quả đã về bộ phận một cửa, chờ trả.', en: 'The result is at the one-stop department, waiting to be returned.' },
  10: { vi: 'Kết quả đã trao cho người nhận.', en: 'The result is in the recipient’s hands.' },
};

/**
 * Where each status may lead. The office takes a newly filed dossier to 2 or 3
 * and nowhere else: never straight to 4. The applicant's own withdrawal (7) is
 * open from filing until a number is given. A result ready (9) becomes returned
 * (10) only; statuses 5, 6 and 8 are never reported as 9.
 */
export const STATUS_MOVES: Readonly<Record<NationalStatus, readonly NationalStatus[]>> = {
  1: [2, 3, 7],
  2: [4, 5, 6, 7, 8, 9],
  3: [],
  4: [5, 6, 7, 8, 9],
  5: [4, 7, 8],
  6: [2, 4, 7, 8],
  7: [],
  8: [],
  9: [10],
  10: [],
};

export function mayMoveStatus(from: NationalStatus, to: NationalStatus): boolean {
  return STATUS_MOVES[from].includes(to);
}

/** Nothing leads out of it. */
export function isFinalStatus(status: NationalStatus): boolean {
  return STATUS_MOVES[status].length === 0;
}

/** A result, or an end: nothing is left to withdraw, and 7 was a withdrawal itself. */
export function isPastWithdrawal(status: NationalStatus): boolean {
  return status !== 7 && !mayMoveStatus(status, 7);
}

/** When a dossier entered a status. */
export interface StatusEntry {
  readonly status: NationalStatus;
  readonly at: Date;
}

const END_PRIORITY: readonly (readonly NationalStatus[])[] = [[9], [10], [8, 3], [7]];

/**
 * The end time of processing (QĐ 766/QĐ-TTg, formula 2.1): of 9 before 10
 * before 8 and 3 before 7, the first entry of the first that was reached; null
 * while none is.
 */
export function endOfProcessing(entries: readonly StatusEntry[]): StatusEntry | null {
  for (const statuses of END_PRIORITY) {
    const reached = entries.filter((entry) => statuses.includes(entry.status));
    if (reached.length > 0) return reached.reduce((first, entry) => (entry.at < first.at ? entry : first));
  }
  return null;
}

/** All that a code alone opens to the public: the code and its state, nothing of a person (TT 01/2018/TT-VPCP Art. 16). */
export interface PublicTracking {
  readonly code: string;
  readonly status: NationalStatus;
  readonly name: Words;
}

/** Leaves everything else of the dossier behind. */
export function publicTracking(dossier: { readonly code: string; readonly status: NationalStatus }): PublicTracking {
  return { code: dossier.code, status: dossier.status, name: STATUS_NAMES[dossier.status] };
}
