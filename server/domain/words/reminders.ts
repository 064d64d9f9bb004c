import { type Words } from './words';

/** What staff are reminded of by the clock of a diagram, and who is reminded. */
export const REMINDER_KINDS = ['warn-unanswered', 'warn-hand-over', 'warn-supplement-limit'] as const;

export type ReminderKind = (typeof REMINDER_KINDS)[number];

export const REMINDERS: Record<ReminderKind, Words> = {
  'warn-unanswered': {
    vi: 'Hồ sơ trực tuyến đã quá hạn trả lời.',
    en: 'An online dossier has waited past its answer limit.',
  },
  'warn-hand-over': {
    vi: 'Hồ sơ đã quá giờ bàn giao giữa Trung tâm và phòng chuyên môn.',
    en: 'The hand-over between the centre and the division is late.',
  },
  'warn-supplement-limit': {
    vi: 'Đã hết hạn yêu cầu bổ sung hồ sơ.',
    en: 'The time to ask for a supplement is over.',
  },
};
