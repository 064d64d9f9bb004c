import { clockTimeAndDate } from './dates';
import { dongWords } from './fees';
import { type Language } from './words';

/** Everything the office tells an applicant by message. Nothing else is sent. */
export const NOTICE_KINDS = [
  'submitted',
  'accepted',
  'completion-asked',
  'supplement-asked',
  'supplement-incomplete',
  'clock-resumed',
  'refused',
  'stopped',
  'extended',
  'apologised',
  'result-ready',
  'released-online',
  'handed-to-post',
  'parcel-failed',
  'parcel-returned',
  'parcel-lost',
  'withdrawn',
  'withdrawal-refused',
  'fee-due',
  'date-moved',
  'draft-shown',
] as const;

export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** What a notice may say of a dossier: numbers, dates, names of offices. Never what a person declared, never a name. */
export interface NoticeFacts {
  /** null: the dossier has no code yet */
  readonly code: string | null;
  readonly procedure: string;
  readonly centre: string;
  /** promised for; null: no date is promised */
  readonly dueAt: Date | null;
  readonly amountDong: number | null;
  /** the post's number of the parcel */
  readonly parcel: string | null;
}

/** A notice as it goes out: the first line is an e-mail's subject, and the text is short enough for an SMS. */
export interface NoticeText {
  readonly subject: string;
  readonly text: string;
}

type Sentences = Record<Language, (facts: NoticeFacts) => string>;

const SUBJECTS: Record<NoticeKind, Record<Language, string>> = {
  submitted: { vi: 'đã nộp', en: 'filed' },
  accepted: { vi: 'đã được tiếp nhận', en: 'accepted' },
  'completion-asked': { vi: 'cần hoàn thiện trước khi tiếp nhận', en: 'to be completed before acceptance' },
  'supplement-asked': { vi: 'cần bổ sung', en: 'supplement requested' },
  'supplement-incomplete': { vi: 'bổ sung chưa đủ', en: 'supplement not complete' },
  'clock-resumed': { vi: 'được giải quyết tiếp', en: 'work goes on' },
  refused: { vi: 'bị từ chối', en: 'refused' },
  stopped: { vi: 'dừng giải quyết', en: 'stopped' },
  extended: { vi: 'hẹn lại ngày trả', en: 'new date' },
  apologised: { vi: 'trễ hẹn, hẹn lại ngày trả', en: 'late: an apology' },
  'result-ready': { vi: 'đã có kết quả', en: 'result ready' },
  'released-online': { vi: 'đã trả kết quả điện tử', en: 'result released online' },
  'handed-to-post': { vi: 'kết quả đã gửi qua bưu chính', en: 'result handed to the post' },
  'parcel-failed': { vi: 'bưu gửi chưa phát được', en: 'parcel not delivered' },
  'parcel-returned': { vi: 'bưu gửi đã quay về', en: 'parcel came back' },
  'parcel-lost': { vi: 'bưu gửi bị thất lạc', en: 'parcel lost' },
  withdrawn: { vi: 'đã rút', en: 'withdrawn' },
  'withdrawal-refused': { vi: 'không được rút', en: 'withdrawal not consented to' },
  'fee-due': { vi: 'cần nộp phí, lệ phí', en: 'fee to be paid' },
  'date-moved': { vi: 'ngày hẹn trả thay đổi', en: 'date moved' },
  'draft-shown': { vi: 'có bản dự thảo chờ xác nhận', en: 'draft waiting for your word' },
};

const SENTENCES: Record<NoticeKind, Sentences> = {
  submitted: {
    vi: ({ centre }) => `${centre} đã nhận được hồ sơ nộp và sẽ trả lời.`,
    en: ({ centre }) => `${centre} has received the submission and will answer.`,
  },
  accepted: {
    vi: ({ dueAt }) => `Hồ sơ đã được tiếp nhận.${dueAt ? ` Hẹn trả kết quả: ${clockTimeAndDate(dueAt, 'vi')}.` : ''}`,
    en: ({ dueAt }) => `The dossier is accepted.${dueAt ? ` The result is promised for ${clockTimeAndDate(dueAt, 'en')}.` : ''}`,
  },
  'completion-asked': {
    vi: () => 'Hồ sơ chưa tiếp nhận được, cần hoàn thiện. Xem phiếu hướng dẫn trong hồ sơ.',
    en: () => 'The dossier cannot be accepted yet and has to be completed. See the guidance slip in the dossier.',
  },
  'supplement-asked': {
    vi: () => 'Hồ sơ cần bổ sung giấy tờ. Xem phiếu yêu cầu bổ sung trong hồ sơ.',
    en: () => 'The dossier needs a supplement. See the request in the dossier.',
  },
  'supplement-incomplete': {
    vi: () => 'Giấy tờ bổ sung chưa đủ, vẫn chờ bổ sung tiếp. Xem ghi chú trong hồ sơ.',
    en: () => 'The supplement is not complete yet; the request stays open. See the note in the dossier.',
  },
  'clock-resumed': {
    vi: ({ dueAt }) => `Hồ sơ được giải quyết tiếp.${dueAt ? ` Hẹn trả kết quả: ${clockTimeAndDate(dueAt, 'vi')}.` : ''}`,
    en: ({ dueAt }) => `Work on the dossier goes on.${dueAt ? ` The result is promised for ${clockTimeAndDate(dueAt, 'en')}.` : ''}`,
  },
  stopped: {
    vi: ({ centre }) => `Hồ sơ dừng giải quyết; lý do ghi trong thông báo. Nhận thông báo và giấy tờ tại ${centre}.`,
    en: ({ centre }) => `Work on the dossier is stopped; the notice gives the reason. The notice and your papers are at ${centre}.`,
  },
  apologised: {
    vi: ({ dueAt }) =>
      `Cơ quan giải quyết xin lỗi vì trễ hẹn và hẹn trả kết quả chậm nhất ${dueAt ? clockTimeAndDate(dueAt, 'vi') : 'ngày ghi trong thư'}.`,
    en: ({ dueAt }) =>
      `The office apologises for the delay and promises the result by ${dueAt ? clockTimeAndDate(dueAt, 'en') : 'the day in the letter'}.`,
  },
  refused: {
    vi: ({ centre }) => `Hồ sơ bị từ chối; lý do ghi trong văn bản. Nhận văn bản và giấy tờ tại ${centre}.`,
    en: ({ centre }) => `The dossier was refused; the letter gives the reason. The letter and your papers are at ${centre}.`,
  },
  extended: {
    vi: ({ dueAt }) => `Cơ quan giải quyết xin lỗi và hẹn lại ngày trả kết quả${dueAt ? `: ${clockTimeAndDate(dueAt, 'vi')}` : ''}.`,
    en: ({ dueAt }) => `The office apologises. The new date is ${dueAt ? clockTimeAndDate(dueAt, 'en') : 'in the letter'}.`,
  },
  'result-ready': {
    vi: ({ centre, amountDong }) =>
      `Đã có kết quả tại ${centre}. Khi đến nhận mang theo giấy tờ tùy thân và giấy hẹn${amountDong ? `, nộp ${dongWords(amountDong, 'vi')}` : ''}.`,
    en: ({ centre, amountDong }) =>
      `The result is at ${centre}. Please bring your identity paper and the receipt${amountDong ? `, and ${dongWords(amountDong, 'en')} to pay` : ''}.`,
  },
  'released-online': {
    vi: () => 'Kết quả điện tử đã được trả trong hồ sơ. Đăng nhập để tải về.',
    en: () => 'The electronic result has been released in the dossier. Sign in to download it.',
  },
  'handed-to-post': {
    vi: ({ parcel, amountDong }) =>
      `Kết quả đã giao cho bưu điện, mã bưu gửi ${parcel ?? ''}.${amountDong ? ` Khi nhận nộp ${dongWords(amountDong, 'vi')}.` : ''}`,
    en: ({ parcel, amountDong }) =>
      `The result is with the post, parcel ${parcel ?? ''}.${amountDong ? ` Please have ${dongWords(amountDong, 'en')} ready for the postman.` : ''}`,
  },
  'parcel-failed': {
    vi: ({ parcel, centre }) => `Bưu điện chưa phát được bưu gửi ${parcel ?? ''}. Liên hệ bưu điện hoặc ${centre}.`,
    en: ({ parcel, centre }) => `The post could not deliver parcel ${parcel ?? ''}. Please contact the post or ${centre}.`,
  },
  'parcel-returned': {
    vi: ({ parcel, centre }) =>
      `Bưu gửi ${parcel ?? ''} không phát được và quay về ${centre}. Chọn lại cách nhận kết quả trong hồ sơ hoặc tại quầy.`,
    en: ({ parcel, centre }) =>
      `Parcel ${parcel ?? ''} could not be delivered and comes back to ${centre}. Please choose anew how to take the result.`,
  },
  'parcel-lost': {
    vi: ({ parcel, centre }) => `Bưu điện báo thất lạc bưu gửi ${parcel ?? ''}. ${centre} làm việc với bưu điện và sẽ trả lại kết quả.`,
    en: ({ parcel, centre }) => `The post reports parcel ${parcel ?? ''} as lost. ${centre} is taking it up and will see to the result.`,
  },
  withdrawn: {
    vi: ({ centre }) => `Hồ sơ đã rút theo yêu cầu. Nhận lại giấy tờ tại ${centre}.`,
    en: ({ centre }) => `The dossier is withdrawn as you asked. Your papers are at ${centre}.`,
  },
  'withdrawal-refused': {
    vi: () => 'Đề nghị rút hồ sơ không được đồng ý; lý do ghi trong hồ sơ. Hồ sơ được giải quyết tiếp.',
    en: () => 'The withdrawal was not consented to; the dossier gives the reason. Work goes on.',
  },
  'fee-due': {
    vi: ({ amountDong, centre }) =>
      `Cần nộp phí, lệ phí${amountDong ? ` ${dongWords(amountDong, 'vi')}` : ''} để giải quyết tiếp, tại ${centre}.`,
    en: ({ amountDong, centre }) =>
      `A fee${amountDong ? ` of ${dongWords(amountDong, 'en')}` : ''} is to be paid at ${centre} before work goes on.`,
  },
  'date-moved': {
    vi: ({ dueAt }) => `Ngày hẹn trả kết quả thay đổi theo lịch làm việc${dueAt ? `: ${clockTimeAndDate(dueAt, 'vi')}` : ''}.`,
    en: ({ dueAt }) => `The date has moved with the working calendar${dueAt ? `: ${clockTimeAndDate(dueAt, 'en')}` : ''}.`,
  },
  'draft-shown': {
    vi: () => 'Bản dự thảo kết quả đã có. Xem và xác nhận trong hồ sơ; không trả lời trong thời hạn ghi ở đó được coi là đồng ý.',
    en: () => 'A draft of the result is there. Look at it and confirm; silence until the day stated counts as agreement.',
  },
};

/** Vietnamese always; English after it for an applicant who has chosen English. */
export function noticeText(kind: NoticeKind, facts: NoticeFacts, language: Language): NoticeText {
  const languages: readonly Language[] = language === 'vi' ? ['vi'] : ['vi', 'en'];
  return {
    subject: languages.map((one) => subjectOf(kind, facts, one)).join(' / '),
    text: languages.map((one) => `${openingOf(facts, one)} ${SENTENCES[kind][one](facts)}`).join('\n'),
  };
}

function subjectOf(kind: NoticeKind, { code }: NoticeFacts, language: Language): string {
  const dossier = language === 'vi' ? 'Hồ sơ' : 'Dossier';
  return [dossier, ...(code === null ? [] : [code]), SUBJECTS[kind][language]].join(' ');
}

function openingOf({ code, procedure }: NoticeFacts, language: Language): string {
  const dossier = language === 'vi' ? 'Hồ sơ' : 'Dossier';
  return code === null ? `${dossier} (${procedure}):` : `${dossier} ${code} (${procedure}):`;
}
