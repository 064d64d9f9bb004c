import { judgeRecord } from '../../server/catalogue/judge-record';
import { type InventedPage, LISTED, readInvented, row } from './invented';

function judged(changes: Partial<InventedPage> = {}, listed: readonly string[] = LISTED) {
  const { record, findings } = readInvented(changes, listed);
  return judgeRecord(record, findings);
}

test('a sound record is received and dated, and still offered online by nobody', () => {
  expect(judged()).toEqual({ isReceivable: true, blocksDates: false, undatedChannels: [], isOnlineOffered: false, reasons: [] });
});

test.each([
  ['test data', { decision: 'Demo/QĐ-BTN' }, LISTED],
  ['a body that nobody knows', { bodies: '' }, []],
  ['a body of neither province nor commune', {}, ['Thuế cơ sở']],
])('is not received: %s', (_what, changes, listed) => {
  const { isReceivable, reasons } = judged(changes, listed);
  expect(isReceivable).toBe(false);
  expect(reasons[0]!.vi).toMatch(/\p{L}/u);
});

test('is received where only the competent body is known', () => {
  expect(judged({ bodies: '', competent: 'Chủ tịch Ủy ban nhân dân xã' }, []).isReceivable).toBe(true);
});

test('what is doubtful in papers, fees and bases does not keep it from the counter', () => {
  const { isReceivable, blocksDates, reasons } = judged({
    components: '----',
    bases: 'Không có thông tin',
    channels: row('3 Ngày', '135 VNĐ'),
  });
  expect([isReceivable, blocksDates]).toEqual([true, false]);
  expect(reasons.length).toBeGreaterThan(2);
});

test.each([
  ['a bare number', row('5', 'Miễn phí')],
  ['words', row('Theo mùa ', 'Miễn phí')],
  ['silence', row('Không có thông tin', 'Miễn phí')],
  ['nought', row('0 Ngày', 'Miễn phí')],
  ['another number in the description', row('5 Ngày', 'Miễn phí', 'Không quá 07 ngày.')],
  ['months', row('2 Tháng', 'Miễn phí')],
  ['two times for one channel', row('5 Ngày', 'Miễn phí', 'Trực tiếp9 NgàyMiễn phí')],
  ['no channel', 'Không có thông tin'],
])('has no due date by itself: %s', (_what, channels) => {
  expect(judged({ channels })).toMatchObject({ isReceivable: true, blocksDates: true });
});

test('names the channels that have no limit; the others have theirs', () => {
  const channels = row('3 Ngày', 'Miễn phí', 'Trực tuyến5Miễn phíDịch vụ bưu chính4 NgàyMiễn phí');
  expect(judged({ channels })).toMatchObject({ blocksDates: true, undatedChannels: ['online'] });
});
