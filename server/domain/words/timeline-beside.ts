import { type Told } from './timeline-sentences';

const REASON = { tells: ['reason'] };
const OFFICE = { isOfOffice: true } as const;

/** Acts beside the diagram, and acts of the diagram whose outcome says more than their name (`act:outcome`; `no` where something was not agreed to). */
export const TOLD_BESIDE: Readonly<Record<string, Told>> = {
  submit: { vi: 'Nộp hồ sơ trực tuyến', en: 'The dossier was filed online' },
  register: { vi: 'Nộp hồ sơ tại quầy', en: 'The dossier was filed at the counter' },
  'receive-from-post': { vi: 'Nộp hồ sơ qua bưu điện', en: 'The dossier came by post' },
  'check-submission:accepted': { vi: 'Hồ sơ được tiếp nhận', en: 'The dossier was accepted' },
  'confirm-forwarded:returned': { vi: 'Nơi giải quyết trả lại hồ sơ chuyển đến', en: 'The forwarded dossier was sent back', ...OFFICE },
  'examine:supplement': { vi: 'Thẩm tra, cần bổ sung', en: 'Examined: a supplement is needed', ...OFFICE },
  'examine:not-qualified': { vi: 'Thẩm tra, chưa đủ điều kiện', en: 'Examined: not qualified', ...OFFICE },
  'approve-supplement:no': { vi: 'Không duyệt yêu cầu bổ sung', en: 'The supplement request was not approved', ...OFFICE },
  'check-supplement:no': {
    vi: 'Bổ sung chưa đủ, vẫn chờ người nộp',
    en: 'The supplement is not complete; the applicant is awaited',
    tells: ['note'],
  },
  'review-proposal:no': { vi: 'Lãnh đạo phòng trả lại đề xuất', en: 'The head of the division sent the proposal back', ...OFFICE },
  'sign-result:back': { vi: 'Lãnh đạo trả lại hồ sơ trình ký', en: 'The leader sent the dossier back', ...OFFICE },
  'sign-result:refuse': { vi: 'Lãnh đạo ký thông báo từ chối giải quyết', en: 'The leader signed the refusal' },
  'sign-result:stop': { vi: 'Lãnh đạo ký thông báo dừng giải quyết', en: 'The leader signed the notice that work is stopped' },
  'number-and-seal:void': { vi: 'Hủy chữ ký, trả lại người soạn', en: 'The signature was voided and the draft sent back', ...OFFICE },
  'answer-draft:no': { vi: 'Người nộp đề nghị sửa bản thảo', en: 'The applicant asked for changes in the draft' },
  'record-parcel-event:accepted': { vi: 'Bưu điện đã nhận bưu gửi', en: 'The post has the parcel' },
  'record-parcel-event:out-for-delivery': { vi: 'Bưu tá đang mang đi phát', en: 'The parcel is out for delivery' },
  'record-parcel-event:failed': { vi: 'Phát không thành công', en: 'The delivery failed' },
  'record-parcel-event:returned': { vi: 'Bưu gửi đã quay về Trung tâm', en: 'The parcel came back to the centre' },
  'record-parcel-event:delivered': { vi: 'Bưu tá đã trao tận tay', en: 'The parcel was delivered' },
  'ask-withdrawal': { vi: 'Xin rút hồ sơ', en: 'Asked to withdraw the dossier' },
  'refuse-withdrawal': { vi: 'Không đồng ý cho rút hồ sơ', en: 'The withdrawal was not consented to', tells: ['note'] },
  apologise: { vi: 'Gửi thư xin lỗi vì quá hạn', en: 'An apology for the delay was sent', ...REASON },
  'claim-task': { vi: 'Nhận việc', en: 'A task was claimed', ...OFFICE },
  'release-task': { vi: 'Trả việc về nhóm', en: 'A task was given back', ...OFFICE },
  'transfer-task': { vi: 'Chuyển việc cho người khác', en: 'A task was handed to a colleague', ...OFFICE },
  'return-task-to-pool': { vi: 'Việc về nhóm vì người giữ đã thôi', en: 'A task went back to the pool', ...OFFICE },
  'record-call': { vi: 'Gọi điện cho người nộp', en: 'The applicant was called', ...OFFICE },
  'record-call:not-reached': { vi: 'Gọi điện, không liên lạc được', en: 'The applicant was called in vain', ...OFFICE },
  'record-call:wrong-number': { vi: 'Gọi điện, sai số', en: 'The number of the applicant is wrong', ...OFFICE },
  'settle-reminder': { vi: 'Xem lại việc để quá hạn', en: 'A head looked into late work', ...OFFICE },
  ring: { vi: 'Đến hạn của một bước', en: 'The limit of a step has come', ...OFFICE },
  resume: { vi: 'Hết thời gian chờ, thời hạn tính tiếp', en: 'The wait is over; the clock runs again' },
};
