import { openFileMailbox } from '../../../server/gateways/messages/file-mailbox';
import { openIncident } from '../../../server/store/incidents';
import { claimBatch, markFailed, MOST_ATTEMPTS, post } from '../../../server/store/outbox';
import { makeDirectory } from '../../support/built-program';
import { makeClock, useOffice } from '../../support/server';

jest.setTimeout(30_000);

const { clock, steppableClock } = steppable();
const mailbox = openFileMailbox({ folder: makeDirectory(), from: 'motcua@example.vn' });
const office = useOffice({ clock, own: { steppableClock, mailbox: { list: async (most) => (await mailbox).list(most) } } });
const bare = useOffice();
const administrator = () => office.as('administrator');

test('what keeps failing lies on the administrator’s list until it is tried anew', async () => {
  const now = office.clock.now();
  const entry = await office.sequelize.transaction(async (tx) => {
    const { id } = await post(tx, { dossierId: null, executionId: null, topic: 'notice', payload: { secret: 'Đặng Thị Hoà' } }, now);
    return id;
  });
  await fail(entry, 1);
  expect((await administrator().get('/api/outbox')).body).toMatchObject({
    topics: [{ topic: 'notice', waiting: 1, dead: 0 }],
    failing: [{ id: entry, attempts: 1, lastFault: 'no answer' }],
    dead: [],
  });
  for (let attempt = 2; attempt <= MOST_ATTEMPTS; attempt++) await fail(entry, attempt);
  const { body } = await administrator().get('/api/outbox');
  expect(body).toMatchObject({
    topics: [{ topic: 'notice', waiting: 0, dead: 1, oldestAt: null }],
    failing: [],
    dead: [{ id: entry, topic: 'notice', attempts: MOST_ATTEMPTS, lastFault: 'no answer' }],
  });
  expect(JSON.stringify(body)).not.toContain('Đặng Thị Hoà');
  expect((await administrator().post(`/api/outbox/${entry}/revival`)).status).toBe(204);
  expect((await administrator().get('/api/outbox')).body).toMatchObject({ topics: [{ waiting: 1, dead: 0 }], dead: [] });
  expect((await administrator().post(`/api/outbox/${entry}/revival`)).status).toBe(404);
});

test('an incident stays on the list until somebody says how it was put right', async () => {
  const { id } = await office.sequelize.transaction((tx) =>
    openIncident(tx, { dossierId: null, kind: 'position', facts: { name: 'DamagedState' }, openedAt: office.clock.now() }),
  );
  expect((await administrator().get('/api/incidents')).body).toMatchObject({ items: [{ id, kind: 'position' }] });
  const resolve = () => administrator().post(`/api/incidents/${id}/resolution`, { resolution: 'Khôi phục từ nhật ký' });
  expect((await resolve()).status).toBe(204);
  expect((await administrator().get('/api/incidents')).body).toEqual({ items: [] });
  expect((await resolve()).status).toBe(404);
});

test('letters in the demonstration’s box are listed, and the look at them is on record', async () => {
  const sentAt = office.clock.now();
  await (await mailbox).sendSms({ key: 'a', to: '0900099001', text: 'Hồ sơ đã tiếp nhận', sentAt });
  expect((await administrator().get('/api/mails')).body).toMatchObject({ items: [{ kind: 'sms', text: 'Hồ sơ đã tiếp nhận' }] });
  const { staffId } = await office.staff('administrator');
  const [lines] = await office.sequelize.query(`select endpoint, found from access_log where staff_id = '${staffId}'`);
  expect(lines).toEqual([{ endpoint: 'listMails', found: 1 }]);
});

test('a real installation has no box of letters and no clock that can be stepped', async () => {
  expect((await bare.as('administrator').get('/api/mails')).status).toBe(404);
  expect((await bare.as('administrator').put('/api/clock', { to: '2027-01-01T00:00:00.000Z' })).status).toBe(404);
  expect((await bare.nobody().get('/api/clock')).body).toMatchObject({ isSteppable: false });
});

test('a demonstration’s clock is stepped forward and never back, and remembers it', async () => {
  const now = office.clock.now();
  const back = { to: new Date(now.getTime() - 1000).toISOString() };
  expect(await administrator().put('/api/clock', back)).toMatchObject({ status: 422, body: { code: 'date-impossible' } });
  const to = '2026-12-24T02:00:00.000Z';
  expect(await administrator().put('/api/clock', { to })).toMatchObject({ status: 200, body: { now: to } });
  expect((await office.nobody().get('/api/clock')).body).toEqual({ now: to, isSteppable: true });
  const [rows] = await office.sequelize.query(`select value from settings where key = 'clock-offset'`);
  expect(rows).toEqual([{ value: new Date(to).getTime() - now.getTime() }]);
});

async function fail(id: string, attempt: number): Promise<void> {
  await office.sequelize.transaction(async (tx) => {
    const at = new Date(office.clock.now().getTime() + attempt * 86_400_000);
    await claimBatch(tx, { at, leaseUntil: at, limit: 1, topics: null });
    await markFailed(tx, { id, attempts: attempt }, { fault: 'no answer', at });
  });
}

/** A clock that stands still, and the same one as a demonstration steps it. */
function steppable() {
  const standing = makeClock();
  let offsetMs = 0;
  const now = () => new Date(standing.now().getTime() + offsetMs);
  return {
    clock: { ...standing, now },
    steppableClock: {
      now,
      get offsetMs() {
        return offsetMs;
      },
      stepTo: (offset: number) => {
        offsetMs = offset;
      },
    },
  };
}
