import { type RefusalCode } from '../refusal';

/** What a person reads when the system says no: what happened and what to do next. `{name}` is filled from the refusal's facts. */
export const refusalSentences: Record<RefusalCode, { vi: string; en: string }> = {
  'invalid-input': {
    vi: 'Thông tin gửi lên chưa đúng. Xem các mục được đánh dấu và sửa lại.',
    en: 'Some of the information is not right. Check the marked items and correct them.',
  },
  'malformed-body': { vi: 'Nội dung gửi lên không đọc được.', en: 'The content that was sent cannot be read.' },
  'body-too-large': { vi: 'Nội dung gửi lên quá lớn.', en: 'The content that was sent is too large.' },
  'unsupported-media': { vi: 'Kiểu nội dung này không được nhận ở đây.', en: 'This kind of content is not accepted here.' },
  'key-missing': {
    vi: 'Yêu cầu thiếu khoá chống trùng (Idempotency-Key). Tải lại trang rồi thử lại.',
    en: 'The request lacks its idempotency key. Reload the page and try again.',
  },
  'key-reused': {
    vi: 'Khoá chống trùng này đã dùng cho một yêu cầu khác. Tải lại trang rồi thử lại.',
    en: 'This idempotency key was used for another request. Reload the page and try again.',
  },
  'key-in-flight': {
    vi: 'Yêu cầu này đang được xử lý. Đợi một lát rồi xem lại.',
    en: 'This request is being handled. Wait a moment and look again.',
  },
  stale: {
    vi: 'Hồ sơ đã thay đổi từ lúc mở: {change} ({by}, {at}). Việc vừa làm chưa được ghi; hãy xem lại rồi làm tiếp.',
    en: 'The dossier has changed since you opened it: {change} ({by}, {at}). Your act was not recorded; look again and go on.',
  },
  csrf: { vi: 'Phiên của trang đã cũ. Tải lại trang rồi thử lại.', en: 'This page is out of date. Reload it and try again.' },
  'too-many-requests': {
    vi: 'Quá nhiều lần thử. Đợi {seconds} giây rồi thử lại.',
    en: 'Too many tries. Wait {seconds} seconds and try again.',
  },
  unavailable: {
    vi: 'Hệ thống đang bận hoặc tạm gián đoạn. Việc vừa làm chưa được ghi; thử lại sau ít phút.',
    en: 'The system is busy or briefly out of service. Your act was not recorded; try again in a few minutes.',
  },
  'method-not-allowed': { vi: 'Địa chỉ này không nhận thao tác đó.', en: 'This address does not take that kind of request.' },
  'not-signed-in': { vi: 'Cần đăng nhập.', en: 'You need to sign in.' },
  'sign-in-failed': { vi: 'Tên đăng nhập, mật khẩu hoặc mã xác thực không đúng.', en: 'User name, password or code is not right.' },
  'locked-out': {
    vi: 'Đăng nhập bị tạm khoá vì sai nhiều lần. Thử lại sau {minutes} phút hoặc liên hệ quản trị.',
    en: 'Sign-in is locked after several wrong tries. Try again in {minutes} minutes or ask an administrator.',
  },
  'second-factor-needed': {
    vi: 'Cần mã từ ứng dụng xác thực. Tài khoản chưa đăng ký ứng dụng thì đăng ký trước rồi làm lại.',
    en: 'A code from your authenticator is needed. Enrol one first if the account has none.',
  },
  'identity-unconfirmed': {
    vi: 'Cổng định danh chưa xác nhận được danh tính. Hãy đăng nhập lại từ đầu.',
    en: 'The identity gateway has not confirmed who you are. Please sign in again from the beginning.',
  },
  'assurance-too-low': {
    vi: 'Việc này cần tài khoản định danh mức {needed}. Hãy nâng mức tài khoản hoặc đến bộ phận một cửa.',
    en: 'This needs an identity account of level {needed}. Raise the level of your account or come to the one-stop centre.',
  },
  'not-permitted': { vi: 'Việc này không thuộc nhiệm vụ của tài khoản.', en: 'This act is not among your duties.' },
  'held-by-colleague': {
    vi: 'Việc này đang do một đồng nghiệp giữ. Xem người giữ trong hồ sơ, hoặc đề nghị chuyển việc.',
    en: 'A colleague has this task. See the dossier for who it is, or ask for it to be transferred.',
  },
  'not-found': { vi: 'Không tìm thấy.', en: 'Not found.' },
  'forbidden-pair': {
    vi: 'Một người không được làm cả hai việc này trên cùng một hồ sơ: {first}, {second}.',
    en: 'One person may not do both of these on one dossier: {first}, {second}.',
  },
  'own-case': {
    vi: 'Không được xử lý hồ sơ của chính mình hoặc người thân.',
    en: 'You may not handle a dossier of your own or of a relative.',
  },
  'password-weak': {
    vi: 'Mật khẩu quá ngắn hoặc quá dễ đoán. Dùng ít nhất {length} ký tự.',
    en: 'The password is too short or too easy to guess. Use at least {length} characters.',
  },
  'password-same': {
    vi: 'Mật khẩu mới phải khác mật khẩu đang dùng.',
    en: 'The new password must differ from the present one.',
  },
  'password-change-needed': {
    vi: 'Mật khẩu này do người khác đặt. Đổi mật khẩu trước khi làm việc.',
    en: 'Somebody else chose this password. Change it before going on.',
  },
  'step-not-open': {
    vi: 'Bước này hiện không chờ thực hiện. Xem lại hồ sơ.',
    en: 'This step is not waiting to be done. Look at the dossier again.',
  },
  'diagram-invalid': { vi: 'Quy trình có lỗi, chưa ban hành được.', en: 'The diagram has faults and cannot be published.' },
  'migration-refused': {
    vi: 'Không chuyển được hồ sơ sang phiên bản quy trình này: {why}.',
    en: 'The dossier cannot move to this diagram version: {why}.',
  },
  'incident-open': {
    vi: 'Hồ sơ đang có sự cố quy trình, quản trị viên đã được báo.',
    en: 'The dossier has a workflow incident; the administrators know.',
  },
  'procedure-not-in-force': { vi: 'Thủ tục này không còn hoặc chưa có hiệu lực.', en: 'This procedure is not, or not yet, in force.' },
  'procedure-unverified': {
    vi: 'Phiên bản thủ tục chưa được xác nhận nên chưa nhận hồ sơ.',
    en: 'This version of the procedure is not confirmed, so no dossiers are accepted.',
  },
  'channel-closed': { vi: 'Thủ tục này không nhận theo cách này. {instead}', en: 'This procedure cannot be filed this way. {instead}' },
  'draft-incomplete': { vi: 'Hồ sơ chưa đủ để nộp. Xem các mục còn thiếu.', en: 'The draft is not complete. See what is missing.' },
  'answer-invalid': { vi: 'Có câu trả lời chưa đúng.', en: 'Some answers are not right.' },
  'component-missing': { vi: 'Thiếu giấy tờ: {component}.', en: 'A paper is missing: {component}.' },
  'component-unknown': { vi: 'Giấy tờ này không thuộc thành phần hồ sơ.', en: 'This paper is not part of the dossier.' },
  'item-not-open': { vi: 'Mục này không nằm trong yêu cầu bổ sung.', en: 'This item is not part of the supplement request.' },
  'consent-missing': { vi: 'Cần cam đoan trước khi nộp.', en: 'You need to confirm before submitting.' },
  'too-many-drafts': {
    vi: 'Đang có {limit} hồ sơ nháp chưa nộp. Nộp hoặc xoá bớt rồi tạo hồ sơ mới.',
    en: 'There are {limit} drafts that are not submitted. Submit or discard some before beginning a new one.',
  },
  'too-many-files': { vi: 'Giấy tờ này nhận nhiều nhất {limit} tệp.', en: 'This paper takes at most {limit} files.' },
  'file-empty': { vi: 'Tệp không có nội dung.', en: 'The file is empty.' },
  'file-too-large': { vi: 'Tệp lớn hơn mức cho phép ({limit}).', en: 'The file is larger than allowed ({limit}).' },
  'file-type-refused': {
    vi: 'Chỉ nhận tệp {types}. Tệp này có nội dung khác.',
    en: 'Only {types} files are accepted. This file holds something else.',
  },
  'photo-format-refused': {
    vi: 'Ảnh ở định dạng HEIC của điện thoại chưa nhận được. Chọn chụp ảnh kiểu JPEG (“Tương thích nhất”) hoặc gửi bản PDF.',
    en: 'Photographs in the HEIC format of telephones are not accepted. Set the camera to JPEG (“Most compatible”) or send a PDF.',
  },
  'picture-too-large': {
    vi: 'Ảnh có {megapixels} triệu điểm ảnh, nhiều hơn mức nhận được ({limit} triệu). Chụp hoặc quét lại ở mức thấp hơn.',
    en: 'The picture has {megapixels} megapixels, more than is accepted ({limit}). Photograph or scan it again at a lower setting.',
  },
  'file-damaged': { vi: 'Tệp bị hỏng, không mở được. Quét hoặc chụp lại.', en: 'The file is damaged. Scan or photograph it again.' },
  'file-encrypted': {
    vi: 'Tệp đang đặt mật khẩu. Bỏ mật khẩu rồi tải lên lại.',
    en: 'The file is protected by a password. Remove it and upload again.',
  },
  'file-hostile': { vi: 'Tệp có nội dung không an toàn nên không được nhận.', en: 'The file holds unsafe content and is refused.' },
  'file-infected': { vi: 'Tệp bị phần mềm diệt vi-rút từ chối.', en: 'The virus scanner refused the file.' },
  'file-held': {
    vi: 'Tệp đang chờ phần mềm diệt vi-rút kiểm tra. Thử lại sau ít phút.',
    en: 'The file waits for the virus scanner. Try again in a few minutes.',
  },
  'upload-part-wrong': {
    vi: 'Phần tải lên không khớp vị trí đang chờ ({expected}).',
    en: 'The part does not start where it is awaited ({expected}).',
  },
  'upload-hash-wrong': { vi: 'Tệp nhận được khác tệp đã gửi. Tải lên lại.', en: 'What arrived differs from what was sent. Upload again.' },
  'storage-full': { vi: 'Kho tệp đã đầy; chưa nhận được tệp.', en: 'File storage is full; the file was not taken.' },
  'calendar-not-published': {
    vi: 'Lịch làm việc chưa công bố đến ngày cần tính ({date}).',
    en: 'The working calendar is not published as far as the date needed ({date}).',
  },
  'date-impossible': { vi: 'Ngày giờ không hợp lý: {why}.', en: 'The date or time is not possible: {why}.' },
  'reason-missing': { vi: 'Cần ghi lý do.', en: 'A reason is needed.' },
  'ground-missing': { vi: 'Cần nêu căn cứ pháp lý.', en: 'A legal ground is needed.' },
  'approver-needed': { vi: 'Việc này cần người có thẩm quyền duyệt.', en: 'This needs the approval of the competent person.' },
  'supplement-already-asked': {
    vi: 'Hồ sơ đã được yêu cầu bổ sung trong giai đoạn này. Yêu cầu thêm cần căn cứ và người duyệt.',
    en: 'A supplement was already requested in this phase. A further one needs a ground and an approver.',
  },
  'supplement-too-late': {
    vi: 'Đã quá hạn yêu cầu bổ sung ({limit}, hạn {date}). Cần căn cứ và người duyệt.',
    en: 'The time to ask for a supplement is over ({limit}, by {date}). A ground and an approver are needed.',
  },
  'supplement-not-open': { vi: 'Không có yêu cầu bổ sung nào đang chờ.', en: 'No supplement request is open.' },
  'extension-used': { vi: 'Hồ sơ đã gia hạn một lần.', en: 'The dossier was already extended once.' },
  'extension-too-late': {
    vi: 'Gia hạn chậm nhất một ngày trước khi hết hạn. Chỉ còn xin lỗi và hẹn lại.',
    en: 'An extension must be made at the latest one day before expiry. Only an apology remains.',
  },
  'extension-not-later': { vi: 'Ngày hẹn mới phải sau ngày hẹn cũ.', en: 'The new date must be later than the old one.' },
  'apology-too-early': { vi: 'Hồ sơ chưa quá hạn.', en: 'The dossier is not overdue.' },
  'withdrawal-too-late': {
    vi: 'Kết quả đã được cấp số nên không rút hồ sơ được nữa.',
    en: 'The result has its number, so the dossier can no longer be withdrawn.',
  },
  'withdrawal-open': { vi: 'Đã có yêu cầu rút hồ sơ đang chờ.', en: 'A withdrawal request is already open.' },
  'authority-missing': {
    vi: 'Chưa có thẩm quyền ký loại văn bản này vào ngày ký.',
    en: 'There is no authority to sign this kind of document on this day.',
  },
  'certificate-unusable': { vi: 'Chứng thư số không dùng được: {why}.', en: 'The certificate cannot be used: {why}.' },
  'pin-wrong': { vi: 'Mã PIN không đúng.', en: 'The PIN is wrong.' },
  'pin-needed': { vi: 'Cần nhập lại mã PIN để ký tiếp.', en: 'The PIN is needed again to go on signing.' },
  'signature-invalid': { vi: 'Chữ ký trên văn bản không hợp lệ: {why}.', en: 'A signature on the document is not valid: {why}.' },
  'document-changed': { vi: 'Văn bản đã thay đổi từ lúc trình ký.', en: 'The document has changed since it was submitted for signature.' },
  'document-not-ready': {
    vi: 'Văn bản đang được lập; thử lại sau giây lát.',
    en: 'The document is still being drawn; try again in a moment.',
  },
  'other-signer': {
    vi: 'Văn bản được lập để {name} ký; đổi người ký trên văn bản trước khi ký.',
    en: 'The document is made out for {name} to sign; name another signer before signing.',
  },
  'signature-under-way': { vi: 'Văn bản đang được ký hoặc đóng dấu.', en: 'The document is being signed or sealed already.' },
  'document-incomplete': {
    vi: 'Chưa lập được văn bản vì thông tin còn thiếu hoặc chưa đúng: {what}.',
    en: 'The document cannot be made because something is missing or not right: {what}.',
  },
  'same-person-signs-and-seals': {
    vi: 'Người ký không được cấp số, đóng dấu chính văn bản đó.',
    en: 'The signer may not number and seal the same document.',
  },
  'book-missing': { vi: 'Chưa mở sổ cho loại kết quả này.', en: 'No book is open for this kind of result.' },
  'already-numbered': { vi: 'Văn bản đã được cấp số.', en: 'The document already has its number.' },
  'not-signed': { vi: 'Văn bản chưa được ký.', en: 'The document is not signed yet.' },
  'numbers-exhausted': { vi: 'Dãy số trong ngày đã hết.', en: 'The day’s series of numbers is used up.' },
  'value-not-printable': {
    vi: 'Không in được “{value}” trên văn bản: chữ không có trong phông hoặc dài hơn ô dành sẵn.',
    en: '“{value}” cannot be printed on the document: a letter is not in the font, or it is longer than its field.',
  },
  'fee-unsettled': { vi: 'Còn khoản phí, lệ phí chưa nộp: {amount} đồng.', en: 'A fee is still to be paid: {amount} dong.' },
  'fee-not-due': { vi: 'Không có khoản phải thu.', en: 'Nothing is due.' },
  'refund-not-due': { vi: 'Khoản này không có phần phải hoàn trả.', en: 'Nothing of this payment is to be given back.' },
  'payment-refused': { vi: 'Khoản thu không hợp lệ: {why}.', en: 'The payment is not valid: {why}.' },
  'result-not-ready': { vi: 'Kết quả chưa về trung tâm.', en: 'The result has not reached the centre.' },
  'recipient-unproved': { vi: 'Chưa đủ giấy tờ chứng minh người nhận.', en: 'The recipient has not been proved.' },
  'parcel-out': { vi: 'Kết quả đang do bưu điện giữ ({code}).', en: 'The result is in the hands of the post ({code}).' },
  'parcel-unknown': { vi: 'Không có bưu gửi này.', en: 'There is no such parcel.' },
  'delivery-way-closed': { vi: 'Thủ tục này không trả kết quả theo cách đó.', en: 'Results of this procedure are not returned this way.' },
  'already-exists': { vi: 'Đã có {what}.', en: '{what} already exists.' },
  'in-use': { vi: 'Đang được sử dụng, không xoá được.', en: 'It is in use and cannot be removed.' },
  overlap: { vi: 'Khoảng thời gian chồng lên một mục đã có.', en: 'The period overlaps an existing one.' },
};
