import { beginPause, endPause } from '../../server/store/pauses';
import { type Transaction } from '../../server/store/transaction';
import { enterCase, publishPlainCalendar } from '../support/readable-case';
import { MORNING, useOffice } from '../support/server';

const office = useOffice();
const inTransaction = <Answer>(work: (tx: Transaction) => Promise<Answer>) => office.sequelize.transaction(work);
const later = (hours: number) => new Date(MORNING.getTime() + hours * 3_600_000);
const officer = () => office.as('officer', { place: 'division' });

beforeAll(() => inTransaction((tx) => publishPlainCalendar(tx)));

describe('the due date explains itself', () => {
  const explained = async (id: string) => (await officer().get(`/api/dossiers/${id}/due-date`)).body;

  test('line by line in both languages, counted again from the record', async () => {
    const { id } = await inTransaction((tx) => enterCase(tx, office, {}));
    expect(await explained(id as string)).toMatchObject({
      dueAt: '2026-12-02T10:00:00.000Z',
      isAsOnRecord: true,
      timeLeft: { vi: 'còn 5 ngày làm việc' },
      summary: { vi: '5 ngày làm việc; thứ Năm 26/11; thứ Sáu 27/11; nghỉ cuối tuần 28–29/11; thứ Hai 30/11; thứ Ba 01/12; thứ Tư 02/12' },
      lines: [
        { vi: 'tiếp nhận 9 giờ 00 phút thứ Tư 25/11/2026', en: 'received 09:00 Wednesday 25/11/2026' },
        ...Array<object>(7).fill({}),
        { en: 'due 17:00 Wednesday 02/12/2026' },
      ],
    });
  });

  test('with the clock standing, and running again', async () => {
    const waiting = await inTransaction(async (tx) => {
      const asked = await enterCase(tx, office, { dueAt: null, status: 5 });
      await beginPause(tx, { dossierId: asked.id, kind: 'supplement', ground: null, fromAt: later(1) });
      return asked;
    });
    expect(await explained(waiting.id as string)).toMatchObject({
      dueAt: null,
      isAsOnRecord: true,
      timeLeft: { state: 'paused' },
      summary: { vi: expect.stringMatching(/chờ bổ sung hồ sơ từ 10 giờ 00 phút thứ Tư 25\/11\/2026, đang tạm dừng$/) },
    });
    const { id } = await inTransaction(async (tx) => {
      const paused = await enterCase(tx, office, { dueAt: new Date('2026-12-04T10:00:00Z') });
      await beginPause(tx, { dossierId: paused.id, kind: 'supplement', ground: null, fromAt: later(1) });
      await endPause(tx, paused.id, later(48));
      return paused;
    });
    expect(await explained(id as string)).toMatchObject({
      isAsOnRecord: true,
      summary: { vi: expect.stringContaining('tính lại từ đầu 5 ngày làm việc') },
    });
  });

  test('and says where the record has another date than is counted now', async () => {
    const { id } = await inTransaction((tx) =>
      enterCase(tx, office, { dueAt: new Date('2026-12-01T10:00:00Z'), status: 10, finishedAt: later(30) }),
    );
    expect(await explained(id as string)).toMatchObject({
      dueAt: '2026-12-01T10:00:00.000Z',
      isAsOnRecord: false,
      timeLeft: { state: 'no-date' },
    });
  });

  test('or says by when a submission is answered, while no clock runs', async () => {
    const { id } = await inTransaction((tx) =>
      enterCase(tx, office, { acceptedAt: null, dueAt: null, timeLimit: null, status: 1, answerDueAt: later(8) }),
    );
    expect(await explained(id as string)).toEqual({
      dueAt: null,
      timeLeft: { state: 'no-date', tone: 'none', vi: 'chưa có ngày hẹn trả', en: 'no date appointed' },
      answerDueAt: later(8).toISOString(),
      timeLimitWording: null,
      isAsOnRecord: true,
      summary: null,
      lines: [],
    });
  });
});
