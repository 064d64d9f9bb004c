import { DIAGRAM_TOPICS, MESSAGE_ACTS, TASK_ACTS } from '../../server/domain/diagram-words';
import { timelineLine } from '../../server/domain/words/timeline';

const vi = (act: string, facts = {}, reader: 'applicant' | 'office' = 'applicant') => timelineLine({ act, facts }, reader).words.vi;

test('tells every act and topic of the diagrams in both languages, without its code', () => {
  for (const act of [...TASK_ACTS, ...MESSAGE_ACTS, ...DIAGRAM_TOPICS]) {
    const { words } = timelineLine({ act, facts: {} }, 'office');
    for (const sentence of Object.values(words)) expect(sentence).toMatch(/^\p{Lu}[^{}]{5,}$/u);
    expect(words.vi).not.toBe(words.en);
    expect(Object.values(words).join(' ')).not.toMatch(/\w-\w+-\w/);
  }
});

test('what came of an act chooses its sentence', () => {
  expect(vi('check-submission', { acceptedAt: '2026-11-25T02:00:00.000Z', status: 2 })).toBe('Hồ sơ được tiếp nhận');
  expect(vi('confirm-forwarded')).toBe('Nơi giải quyết nhận hồ sơ');
  expect(vi('confirm-forwarded', { detail: { outcome: 'returned' } })).toBe('Nơi giải quyết trả lại hồ sơ chuyển đến');
  expect(vi('check-supplement', { detail: { isComplete: true } })).toBe('Bổ sung đã đủ, thời hạn lại chạy');
  expect(vi('check-supplement', { detail: { isComplete: false, note: 'thiếu trang 2' } })).toBe(
    'Bổ sung chưa đủ, vẫn chờ người nộp: thiếu trang 2',
  );
});

test('what stands beside the diagram is told by what it was: the form of a letter, the kind of a parcel’s report', () => {
  expect(vi('check-submission', { subStatus: 'refusing-intake' }, 'office')).toBe('Đề nghị không tiếp nhận hồ sơ');
  expect(vi('issue-letter', { detail: { form: 'form-03', letterId: 'x' } })).toBe('Gửi phiếu từ chối tiếp nhận');
  expect(vi('record-parcel-event', { detail: { kind: 'delivery-failed', reason: 'không có người ở nhà' } })).toBe(
    'Phát không thành công: không có người ở nhà',
  );
  expect(vi('ask-withdrawal', { detail: { reason: 'đổi việc' } })).toBe('Xin rút hồ sơ: đổi việc');
  for (const form of ['result-hand-over', 'hand-over-record'])
    expect(timelineLine({ act: 'issue-letter', facts: { detail: { form } } }, 'applicant').isForApplicant).toBe(false);
});

test('a reason written to the applicant is told to both, a note between colleagues to the office alone', () => {
  const asked = { detail: { reason: 'thiếu bản sao hợp đồng' } };
  expect(vi('issue-supplement', asked)).toBe('Yêu cầu bổ sung, thời hạn tạm dừng: thiếu bản sao hợp đồng');
  const examined = { detail: { note: 'xem lại thẻ luật sư' } };
  expect(vi('examine', examined)).toBe('Thẩm tra hồ sơ');
  expect(vi('examine', examined, 'office')).toBe('Thẩm tra hồ sơ: xem lại thẻ luật sư');
});

test('how the house works inside, and an act that no sentence is known for, are not for the applicant', () => {
  for (const act of ['claim-task', 'propose-supplement', 'ring', 'something-new'])
    expect(timelineLine({ act, facts: {} }, 'office').isForApplicant).toBe(false);
  expect(timelineLine({ act: 'sign-result', facts: {} }, 'applicant').isForApplicant).toBe(true);
  expect(timelineLine({ act: 'examine', facts: { detail: { outcome: 'not-qualified' } } }, 'applicant').isForApplicant).toBe(false);
});

test('E25: a report that contradicts what is on record is the office’s until a person has judged it', () => {
  const lost = (trouble?: string) => ({ act: 'record-parcel-event', facts: { detail: { kind: 'lost', ...(trouble ? { trouble } : {}) } } });
  expect(timelineLine(lost(), 'applicant')).toMatchObject({ words: { vi: 'Bưu gửi bị mất' }, isForApplicant: true });
  for (const trouble of ['parcel-contradiction', 'parcel-lost'])
    expect(timelineLine(lost(trouble), 'office')).toMatchObject({ words: { vi: 'Bưu gửi bị mất' }, isForApplicant: false });
});
