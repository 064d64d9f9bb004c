import { NOTICE_KINDS, noticeText, type NoticeFacts } from '../../server/domain/words/notices';

const FACTS: NoticeFacts = {
  code: 'H27.30-261125-0001',
  procedure: 'Cấp bản sao trích lục hộ tịch',
  centre: 'Trung tâm PVHCC xã Thạch Hà',
  dueAt: new Date('2026-11-30T10:00:00Z'),
  amountDong: 16_000,
  parcel: 'H27.30-261125-0001__2',
};

test.each(NOTICE_KINDS)('says %s in whole sentences, with and without what is not known', (kind) => {
  for (const facts of [FACTS, { ...FACTS, code: null, dueAt: null, amountDong: null, parcel: null }]) {
    const { subject, text } = noticeText(kind, facts, 'en');
    const [vietnamese, english, ...more] = text.split('\n');
    expect(more).toEqual([]);
    for (const sentence of [vietnamese, english]) expect(sentence).toMatch(/^(Hồ sơ|Dossier) .*[.]$/);
    expect(subject.split(' / ')).toHaveLength(2);
    expect(text + subject).not.toMatch(/null|undefined|NaN|Invalid/);
  }
});

test('names the date and the amount as the office writes them', () => {
  expect(noticeText('accepted', FACTS, 'vi').text).toBe(
    'Hồ sơ H27.30-261125-0001 (Cấp bản sao trích lục hộ tịch): Hồ sơ đã được tiếp nhận. Hẹn trả kết quả: 17 giờ 00 phút thứ Hai 30/11/2026.',
  );
  expect(noticeText('fee-due', FACTS, 'vi').text).toContain('16.000 đồng');
  expect(noticeText('accepted', FACTS, 'vi').subject).toBe('Hồ sơ H27.30-261125-0001 đã được tiếp nhận');
});
