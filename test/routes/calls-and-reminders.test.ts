import { type StaffDuty } from '../../server/domain/duties';
import { deliverOutbox } from '../../server/jobs/outbox-runner';
import { ringTimers } from '../../server/jobs/ring-timers';
import { noticeTopic } from '../../server/jobs/topics/notice';
import { warnUnansweredTopic } from '../../server/jobs/topics/warn-unanswered';
import { refused } from '../../server/gateways/outcome';
import { findAgencyByCode } from '../../server/store/agencies';
import { type Client } from '../support/client';
import { useFilingOffice } from '../support/filing-office';
import { WARD_CENTRE } from '../support/one-stop';

jest.setTimeout(60_000);
const filing = useFilingOffice();

test('R40: who cannot be told by message is called by a clerk, again where it was in vain, and each outcome is on record', async () => {
  const { id, clerk } = await fileUnreachable();
  const items = async (state: string) => (await clerk.get(`/api/calls?state=${state}`)).body.items as { id: string; dossierId: string }[];
  const [call] = (await items('to-make')).filter(({ dossierId }) => dossierId === id);
  expect(call).toMatchObject({ personName: 'Trần Thị Hoài Thương', about: expect.stringContaining('đã nhận được hồ sơ') as string });
  const record = (outcome: string, by = clerk) => by.post(`/api/calls/${call!.id}/outcome`, { outcome, note: 'máy bận' });
  const elsewhere = await filing.clerkAt('H27.18100.TT');
  expect((await elsewhere.get('/api/calls')).body).toEqual({ items: [] });
  expect((await record('reached', elsewhere)).status).toBe(404);
  expect((await record('not-reached')).status).toBe(204);
  expect((await items('to-make')).map(({ dossierId }) => dossierId)).not.toContain(id);
  expect(await items('unreached')).toMatchObject([{ dossierId: id, outcome: 'not-reached' }]);
  filing.office.clock.step({ minutes: 5 });
  expect((await record('reached')).status).toBe(204);
  expect(await items('unreached')).toEqual([]);
  expect((await clerk.get(`/api/dossiers/${id}/journal`)).body.entries.map(({ act }: { act: string }) => act)).toEqual([
    'submit',
    'record-call',
    'record-call',
  ]);
});

test('who was reached is not called again', async () => {
  const { id, clerk } = await fileUnreachable();
  const { items } = (await clerk.get('/api/calls')).body as { items: { id: string; dossierId: string }[] };
  const path = `/api/calls/${items.find(({ dossierId }) => dossierId === id)!.id}/outcome`;
  expect((await clerk.post(path, { outcome: 'reached' })).status).toBe(204);
  expect(await clerk.post(path, { outcome: 'reached' })).toMatchObject({ status: 409, body: { code: 'step-not-open' } });
});

test('R47: a dossier that the counter has not answered lies with the head of that centre until the head says what was done', async () => {
  const { id } = await fileUnreachable();
  filing.office.clock.step({ days: 3 });
  const faults: unknown[] = [];
  await ringTimers({ perform: filing.office.perform, reportFault: (fault) => faults.push(fault) });
  await deliver();
  expect(faults).toEqual([]);
  const [head, otherHead, clerk] = [
    await staffAt(['centre-head']),
    await staffAt(['centre-head'], 'H27.18100.TT'),
    await staffAt(['clerk']),
  ];
  const reminders = async (who: Client) =>
    (await who.get('/api/reminders')).body.items as { id: string; dossierId: string; kind: string }[];
  const reminder = (await reminders(head)).find(({ dossierId }) => dossierId === id)!;
  expect(reminder).toMatchObject({ kind: 'warn-unanswered', about: { vi: 'Hồ sơ trực tuyến đã quá hạn trả lời.' } });
  expect(await reminders(otherHead)).toEqual([]);
  expect((await clerk.get('/api/reminders')).status).toBe(403);
  const settle = (who: Client) => who.post(`/api/reminders/${reminder.id}/outcome`, { outcome: 'Đã giao cán bộ khác tiếp nhận' });
  expect((await settle(otherHead)).status).toBe(404);
  expect((await settle(head)).status).toBe(204);
  expect(await settle(head)).toMatchObject({ status: 409, body: { code: 'step-not-open' } });
  expect((await reminders(head)).map(({ dossierId }) => dossierId)).not.toContain(id);
  expect((await head.get(`/api/dossiers/${id}/timeline`)).body.entries).toContainEqual(
    expect.objectContaining({ vi: 'Xem lại việc để quá hạn: Đã giao cán bộ khác tiếp nhận' }),
  );
});

/** A dossier of somebody whom no message reaches, and the clerk of its centre. */
async function fileUnreachable() {
  const { person, client } = await filing.newCitizen();
  const { id } = await filing.filed(client, person);
  await deliver();
  return { id, clerk: await filing.clerkAt(WARD_CENTRE) };
}

async function deliver(): Promise<void> {
  const { perform, clock } = filing.office;
  const mail = { sendEmail: () => Promise.resolve(refused('no mail in this test')) };
  const topics = { notice: noticeTopic({ mail, sms: undefined }), 'warn-unanswered': warnUnansweredTopic({ mail }) };
  const faults: unknown[] = [];
  while ((await deliverOutbox({ perform, clock, topics, reportFault: (fault) => faults.push(fault) })) > 0);
  expect(faults).toEqual([]);
}

async function staffAt(duties: StaffDuty[], code = WARD_CENTRE): Promise<Client> {
  const agency = await filing.office.sequelize.transaction((tx) => findAgencyByCode(tx, code));
  return filing.office.signIn(await filing.office.people.enterStaff({ agency: agency!, duties }));
}
