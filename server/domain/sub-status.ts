import { type Words } from './words/words';

/**
 * The office's own, richer states, beside the national status that the diagram
 * sets: a dossier that waits for completion is still newly filed (1) to the portal.
 */
export const SUB_STATUSES = [
  'filed',
  'awaiting-completion',
  'refusing-intake',
  'refused-at-intake',
  'accepted',
  'forwarded',
  'examining',
  'consulting',
  'awaiting-sector-number',
  'awaiting-draft-answer',
  'awaiting-signature',
  'awaiting-seal',
  'delivering-to-centre',
  'awaiting-supplement',
  'awaiting-financial-duty',
  'withdrawn',
  'refused-after-appraisal',
  'stopped',
  'result-ready',
  'awaiting-fee',
  'with-post',
  'delivery-failed',
  'returned',
] as const;

export type SubStatus = (typeof SUB_STATUSES)[number];

export const SUB_STATUS_NAMES: Record<SubStatus, Words> = {
  filed: { vi: 'Chờ kiểm tra', en: 'Waiting for the intake check' },
  'awaiting-completion': { vi: 'Chờ hoàn thiện trước tiếp nhận', en: 'Waiting for completion before acceptance' },
  'refusing-intake': { vi: 'Chờ ký phiếu từ chối tiếp nhận', en: 'Refusal at intake waits for signature' },
  'refused-at-intake': { vi: 'Từ chối tiếp nhận', en: 'Refused at intake' },
  accepted: { vi: 'Đã tiếp nhận, chờ chuyển', en: 'Accepted, to be forwarded' },
  forwarded: { vi: 'Chờ phòng chuyên môn xác nhận', en: 'Waiting for the division’s confirmation' },
  examining: { vi: 'Đang thẩm định', en: 'Under examination' },
  consulting: { vi: 'Đang lấy ý kiến', en: 'Other agencies consulted' },
  'awaiting-sector-number': { vi: 'Chờ số từ hệ thống ngành', en: 'Waiting for a number from the sector system' },
  'awaiting-draft-answer': { vi: 'Chờ người nộp xác nhận dự thảo', en: 'Waiting for the applicant to confirm the draft' },
  'awaiting-signature': { vi: 'Trình ký', en: 'Waiting for signature' },
  'awaiting-seal': { vi: 'Chờ cấp số, đóng dấu', en: 'Waiting for number and seal' },
  'delivering-to-centre': { vi: 'Đang bàn giao kết quả về trung tâm', en: 'Result on its way to the centre' },
  'awaiting-supplement': { vi: 'Chờ bổ sung', en: 'Waiting for the supplement' },
  'awaiting-financial-duty': { vi: 'Chờ nghĩa vụ tài chính', en: 'Waiting for the financial duty' },
  withdrawn: { vi: 'Đã rút', en: 'Withdrawn' },
  'refused-after-appraisal': { vi: 'Từ chối giải quyết', en: 'Refused after appraisal' },
  stopped: { vi: 'Dừng giải quyết', en: 'Stopped' },
  'result-ready': { vi: 'Có kết quả', en: 'Result ready' },
  'awaiting-fee': { vi: 'Có kết quả, chờ nộp phí', en: 'Result ready, fee to be paid' },
  'with-post': { vi: 'Bưu điện đang giữ', en: 'In the hands of the post' },
  'delivery-failed': { vi: 'Phát không thành công', en: 'Delivery failed' },
  returned: { vi: 'Đã trả kết quả', en: 'Result returned' },
};
