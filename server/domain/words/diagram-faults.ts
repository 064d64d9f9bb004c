/**
 * Why a diagram cannot be published, one sentence per fault. `{what}` is the
 * word, text or element at fault. The administrator who reads it knows BPMN,
 * not this program.
 */
export const diagramFaultSentences = {
  // the document
  'too-large': { vi: 'Tệp sơ đồ lớn hơn 1 MB.', en: 'The file is larger than 1 MB.' },
  'entity-declared': { vi: 'Tệp có khai báo DOCTYPE hoặc ENTITY.', en: 'The file declares a DOCTYPE or an ENTITY.' },
  unreadable: { vi: 'Tệp không phải một sơ đồ BPMN đọc được ({what}).', en: 'The file cannot be read as BPMN: {what}.' },
  'too-deep': { vi: 'Sơ đồ lồng nhau quá sâu hoặc quá dài.', en: 'The diagram is nested too deep or is too long.' },
  'not-in-schema': { vi: 'BPMN không có phần này: {what}.', en: 'BPMN knows no such thing: {what}.' },
  'id-twice': { vi: 'Hai phần tử cùng mã {what}.', en: 'Two elements share the id {what}.' },
  'reference-missing': { vi: 'Tham chiếu đến {what}, nhưng không có phần tử đó.', en: 'Refers to {what}, which does not exist.' },
  'reference-wrong': {
    vi: 'Tham chiếu đến {what}, là loại phần tử không dùng ở đây.',
    en: 'Refers to {what}, which is not the kind of element needed here.',
  },
  'attribute-unknown': { vi: 'Thuộc tính {what} không được dùng ở đây.', en: 'The attribute {what} is not known here.' },
  'extension-elements': { vi: 'Không dùng phần mở rộng (extensionElements).', en: 'Extension elements are not allowed.' },
  'id-bad': {
    vi: 'Thiếu mã, hoặc mã {what} có ký tự không cho phép.',
    en: 'The id is missing, or {what} has characters that are not allowed.',
  },
  'placeholder-text': { vi: 'Có đoạn chữ dạng ${…} hoặc #{…}: {what}.', en: 'Holds text of the form ${…} or #{…}: {what}.' },
  'not-allowed': { vi: 'Không dùng loại phần tử này: {what}.', en: 'This kind of element is not allowed: {what}.' },
  'process-count': { vi: 'Cần đúng một quy trình thực thi được (isExecutable).', en: 'Exactly one executable process is needed.' },
  'collaboration-wrong': {
    vi: 'Chỉ có một nhóm tham gia với đúng một bên là quy trình thực thi, không có luồng thông điệp.',
    en: 'One collaboration with one participant, the executable process, and no message flows.',
  },
  'data-flow': {
    vi: 'Không dùng dữ liệu vào ra (ioSpecification, data association).',
    en: 'Data associations and ioSpecification are not allowed.',
  },
  'implementation-given': { vi: 'Không ghi mã thực thi trong sơ đồ: {what}.', en: 'A diagram may not name code to run: {what}.' },

  // shape
  'start-count': { vi: 'Cần đúng một sự kiện bắt đầu; có {what}.', en: 'Exactly one start event is needed; there are {what}.' },
  'start-entered': { vi: 'Có luồng đi vào sự kiện bắt đầu.', en: 'A flow leads into the start event.' },
  'nothing-leads-here': { vi: 'Không có luồng nào dẫn đến đây.', en: 'No flow leads here.' },
  'nothing-follows': { vi: 'Sau bước này không có gì; chỉ sự kiện kết thúc mới kết thúc.', en: 'Nothing follows; only an end event ends.' },
  'end-left': { vi: 'Có luồng đi ra từ sự kiện kết thúc.', en: 'A flow leads out of the end event.' },
  'boundary-entered': { vi: 'Có luồng đi vào sự kiện gắn biên.', en: 'A flow leads into a boundary event.' },
  'not-reachable': { vi: 'Từ đầu quy trình không đến được đây.', en: 'Cannot be reached from the start.' },
  'flow-broken': {
    vi: 'Luồng thiếu điểm đầu hoặc điểm cuối, hoặc đi qua ranh giới tiến trình con.',
    en: 'The flow lacks an end, or crosses the border of a sub-process.',
  },
  'fork-uncontrolled': { vi: 'Nhiều luồng đi ra; hãy dùng một cổng.', en: 'Several flows leave; use a gateway.' },
  'default-missing': { vi: 'Cổng rẽ nhánh chưa có nhánh mặc định.', en: 'The exclusive split has no default flow.' },
  'default-conditional': { vi: 'Nhánh mặc định không được có điều kiện.', en: 'The default flow may not have a condition.' },
  'condition-missing': { vi: 'Nhánh này chưa có điều kiện.', en: 'This flow has no condition.' },
  'condition-misplaced': { vi: 'Chỉ đặt điều kiện sau một cổng rẽ nhánh.', en: 'A condition stands only after an exclusive split.' },
  'event-gateway-follower': {
    vi: 'Sau cổng sự kiện chỉ có sự kiện chờ với một luồng vào.',
    en: 'After an event gateway stand only catch events with one incoming flow.',
  },
  'loop-without-wait': { vi: 'Vòng lặp không có bước chờ nào.', en: 'A loop without any wait.' },
  'lane-wrong': {
    vi: 'Phần tử {what} nằm trong hai làn, hoặc trong làn của tiến trình khác.',
    en: 'Element {what} is in two lanes, or in a lane of another scope.',
  },
  'lane-nested': { vi: 'Không lồng làn trong làn.', en: 'Lanes may not hold lanes.' },

  // words of the office
  'duty-missing': { vi: 'Chưa ghi nhiệm vụ (mc:duty).', en: 'The duty (mc:duty) is missing.' },
  'act-missing': { vi: 'Chưa ghi việc phải làm (mc:act).', en: 'The act (mc:act) is missing.' },
  'limit-missing': { vi: 'Chưa ghi thời hạn (mc:limit).', en: 'The limit (mc:limit) is missing.' },
  'topic-missing': { vi: 'Chưa ghi việc gửi đi (mc:topic).', en: 'The topic (mc:topic) is missing.' },
  'duty-unknown': { vi: 'Không có nhiệm vụ {what}.', en: 'There is no duty {what}.' },
  'act-unknown': { vi: 'Không có việc {what}.', en: 'There is no act {what}.' },
  'agency-unknown': { vi: 'Không có cơ quan {what}.', en: 'There is no agency {what}.' },
  'topic-unknown': { vi: 'Không có việc gửi đi {what}.', en: 'There is no topic {what}.' },
  'status-unknown': {
    vi: 'Trạng thái {what} không có trong mười trạng thái quốc gia.',
    en: 'Status {what} is not one of the ten national ones.',
  },
  'form-unknown': { vi: 'Không có biểu mẫu điện tử {what}.', en: 'There is no form {what}.' },
  'template-unknown': { vi: 'Không có mẫu văn bản {what}.', en: 'There is no template {what}.' },
  'limit-malformed': {
    vi: 'Không hiểu thời hạn "{what}"; ví dụ đúng: 3 working-days, 12 days, 1 working-day before due, named hand-over.',
    en: 'The limit "{what}" is not understood; for example: 3 working-days, 12 days, 1 working-day before due, named hand-over.',
  },
  'limit-unknown': { vi: 'Không có thời hạn tên {what}.', en: 'There is no limit named {what}.' },

  // conditions
  'not-feel': {
    vi: '"{what}" không phải biểu thức FEEL (bắt đầu bằng dấu =).',
    en: '"{what}" is not a FEEL expression (it starts with =).',
  },
  'feel-wrong': { vi: 'Biểu thức FEEL viết sai: {what}.', en: 'The FEEL expression is not well formed: {what}.' },
  'language-given': {
    vi: 'Không chọn ngôn ngữ hoặc tài nguyên khác cho điều kiện: {what}.',
    en: 'A condition has no other language or resource: {what}.',
  },
  'fact-unknown': { vi: 'Không có dữ kiện {what}.', en: 'There is no fact {what}.' },
  'value-unknown': { vi: 'Dữ kiện trong điều kiện không có giá trị {what}.', en: 'The facts of this condition have no value {what}.' },
  'condition-reads-other': {
    vi: 'Điều kiện chỉ được so sánh dữ kiện (facts): {what}.',
    en: 'A condition may only compare facts: {what}.',
  },
  'condition-not-boolean': {
    vi: 'Điều kiện không luôn cho đúng hoặc sai: {what}.',
    en: 'The condition does not always give true or false: {what}.',
  },
  'condition-constant': { vi: 'Điều kiện luôn đúng hoặc luôn sai: {what}.', en: 'The condition is always true or always false: {what}.' },
  'instance-outside': {
    vi: 'Chỉ trong tiến trình con nhiều bản mới có "instance": {what}.',
    en: '"instance" exists only inside a multi-instance sub-process: {what}.',
  },

  // events
  'event-kind': { vi: 'Sự kiện này không được có loại {what}.', en: 'This event may not be of kind {what}.' },
  'event-count': { vi: 'Sự kiện này cần đúng một định nghĩa.', en: 'This event needs exactly one definition.' },
  'timer-without-time': { vi: 'Hẹn giờ chưa có thời hạn.', en: 'The timer has no limit.' },
  'timer-twice': { vi: 'Hẹn giờ vừa có mc:limit vừa có thời gian riêng.', en: 'The timer has both mc:limit and a time of its own.' },
  'timer-wrong': {
    vi: 'Thời gian "{what}" không đúng ISO 8601 (chu kỳ: Rn/PT…).',
    en: 'The time "{what}" is not ISO 8601 (a cycle: Rn/PT…).',
  },
  'timer-in-days': {
    vi: 'Số ngày phải ghi bằng mc:limit, để tính theo lịch làm việc: {what}.',
    en: 'Days are counted by mc:limit, on the working calendar: {what}.',
  },
  'cycle-misplaced': {
    vi: 'Chu kỳ chỉ dùng cho sự kiện gắn biên không ngắt; chỗ khác chỉ reo một lần.',
    en: 'A cycle stands only on a non-interrupting boundary event; elsewhere it fires once.',
  },
  'message-missing': { vi: 'Chưa chọn thông điệp.', en: 'No message is named.' },
  'message-repeating': {
    vi: 'Thông điệp gắn biên không ngắt chỉ nhận được một lần; hãy dùng nhánh song song.',
    en: 'A non-interrupting boundary message is received only once; use a parallel branch.',
  },
  'error-without-code': { vi: 'Lỗi chưa có mã.', en: 'The error has no code.' },
  'error-code-twice': { vi: 'Hai lỗi cùng mã {what}.', en: 'Two errors share the code {what}.' },
  'error-uncaught': { vi: 'Không nơi nào bắt lỗi này.', en: 'Nobody catches this error.' },
  'error-impossible': { vi: 'Phần này không thể báo lỗi đó.', en: 'This cannot fail with that error.' },

  // instances and calls
  'multi-count': {
    vi: 'Nhiều bản: cần đúng một trong hai, số lượng hoặc danh sách.',
    en: 'A multi-instance needs either a number or a list, not both.',
  },
  'multi-number': { vi: 'Số lượng bản "{what}" không phải một số.', en: 'The number of instances "{what}" is no number.' },
  'multi-collection': {
    vi: 'Danh sách phải lấy từ kết quả của một bước trước trong cùng tiến trình (output.<bước>.<tên>), vì được đọc lại mỗi lần: {what}.',
    en: 'The list must come from the output of an earlier task in the same scope (output.<task>.<name>), for it is read again at every step: {what}.',
  },
  'multi-nested': {
    vi: 'Không đặt nhiều bản trong tiến trình con nhiều bản.',
    en: 'No multi-instance inside a multi-instance sub-process.',
  },
  'call-inside-instance': {
    vi: 'Không gọi quy trình khác trong tiến trình con nhiều bản.',
    en: 'No call inside a multi-instance sub-process.',
  },
  'call-unknown': {
    vi: 'Gọi quy trình không có hoặc thực thi được: {what}.',
    en: 'Calls a process that does not exist or is executable: {what}.',
  },
  'call-nested': { vi: 'Quy trình được gọi không gọi quy trình khác.', en: 'A called process calls no other.' },

  // what walking the diagram shows
  'join-waits': { vi: 'Cổng gộp này có thể chờ mãi.', en: 'This join may wait for ever.' },
  'join-twice': { vi: 'Hai lượt đến cùng một nhánh của cổng gộp.', en: 'Two tokens on one flow of this join.' },
  'two-at-once': { vi: 'Bước này có thể mở hai lần cùng lúc.', en: 'This may be open twice at once.' },
  'never-reached': { vi: 'Đi thử nhiều lần vẫn không đến được bước này.', en: 'Many walks never reached this.' },
  'never-ends': { vi: 'Đi thử nhiều lần vẫn không kết thúc.', en: 'Many walks never ended.' },
  'walk-failed': { vi: 'Đi thử bị dừng: {what}.', en: 'A walk was stopped: {what}.' },
  'engine-disagrees': {
    vi: 'Máy chạy quy trình không chạy sơ đồ này đúng như đã vẽ: {what}.',
    en: 'The engine does not run this diagram as it is drawn: {what}.',
  },
} as const satisfies Record<string, { vi: string; en: string }>;

export type DiagramFaultCode = keyof typeof diagramFaultSentences;
