import { join } from 'node:path';
import { notify } from '../../server/casework/notify';
import { lockCase } from '../../server/casework/read-case';
import { takeStep } from '../../server/casework/take-step';
import { recordCall } from '../../server/commands/notices/record-call';
import { NOTICE_KINDS, type NoticeKind } from '../../server/domain/words/notices';
import { openFileMailbox, type FileMailbox } from '../../server/gateways/messages/file-mailbox';
import { unknown } from '../../server/gateways/outcome';
import { deliverOutbox } from '../../server/jobs/outbox-runner';
import { askPaymentTopic } from '../../server/jobs/topics/ask-payment';
import { noticeTopic } from '../../server/jobs/topics/notice';
import { warnHandOverTopic } from '../../server/jobs/topics/warn-hand-over';
import { warnSupplementLimitTopic } from '../../server/jobs/topics/warn-supplement-limit';
import { warnUnansweredTopic } from '../../server/jobs/topics/warn-unanswered';
import { ringTimers } from '../../server/jobs/ring-timers';
import { returnEndpoints } from '../../server/contract/return';
import { presentCalls } from '../../server/presenters/calls';
import { listCalls } from '../../server/queries/return/list-calls';
import { changeAccount, insertAccount } from '../../server/store/accounts';
import { type DossierRow } from '../../server/store/models/dossier';
import { noticesOf, openReminders } from '../../server/store/notices';
import { outboxOf } from '../../server/store/outbox';
import { changePerson } from '../../server/store/people';
import { insertPost, insertStaffMember } from '../../server/store/staff';
import { openTasksOf } from '../../server/store/tasks';
import { useFolder } from '../files/folder';
import { useDatabase } from '../support/database';
import { MORNING, openCommune, type Commune } from '../support/commune';
import { bringTo, feeOf, fileDossier, type Filed } from '../support/filed-dossier';

const database = useDatabase();
const folder = useFolder();
let office: Commune;
beforeAll(async () => {
  office = await openCommune(database.sequelize);
}, 60_000);
beforeEach(() => office.clock.set(MORNING));

async function letterbox(): Promise<FileMailbox> {
  return openFileMailbox({ folder: join(folder.path, 'mails'), from: 'Một cửa <mot-cua@example.com>' });
}
async function deliver(box: FileMailbox, mail: Pick<FileMailbox, 'sendEmail'> = box, sms: 'sms' | 'no-sms' = 'sms') {
  const faults: unknown[] = [];
  const topics = {
    notice: noticeTopic({ mail, sms: sms === 'sms' ? box : undefined }),
    'ask-payment': askPaymentTopic(),
    'warn-unanswered': warnUnansweredTopic({ mail }),
    'warn-hand-over': warnHandOverTopic({ mail }),
    'warn-supplement-limit': warnSupplementLimitTopic({ mail }),
  };
  const round = () => deliverOutbox({ ...office, topics, reportFault: (fault) => faults.push(fault) });
  while ((await round()) > 0);
  return faults;
}
const tell = (dossier: DossierRow, kind: NoticeKind) =>
  office.as({ kind: 'system', name: 'test' }, async (context) => notify(context, (await lockCase(context, dossier.id)).dossier, kind));
const ways = async (dossier: DossierRow) => (await office.at((tx) => noticesOf(tx, dossier.id))).map(({ kind, way }) => [kind, way]);
const file = async (filed: Filed) => (await fileDossier(office, filed)).dossier;
const mails = async (box: FileMailbox, dossier: DossierRow) => (await box.list(100)).filter(({ text }) => text.includes(dossier.code!));

test('R47: an online dossier unanswered goes to the head of the centre, stays at 1, and the diagram goes on', async () => {
  const box = await letterbox();
  await office.at(async (tx) => {
    const account = await insertAccount(tx, { kind: 'staff', userName: 'head', displayName: 'Trưởng', createdAt: MORNING });
    await changeAccount(tx, account.id, { email: 'head@example.com' });
    const head = await insertStaffMember(tx, { accountId: account.id, fullName: 'Trưởng Trung tâm', createdAt: MORNING });
    const post = {
      staffId: head.id,
      agencyId: office.centre.id,
      title: 'Giám đốc',
      duties: ['centre-head' as const],
      validFromOn: '2025-07-01',
    };
    await insertPost(tx, post);
  });
  const dossier = await file({ channel: 'online' });
  office.clock.pass(48 * 60);
  const faults: unknown[] = [];
  await ringTimers({ perform: office.perform, reportFault: (fault) => faults.push(fault) });
  expect([...faults, ...(await deliver(box))]).toEqual([]);
  const reminder = { kind: 'warn-unanswered', way: 'house', dossierId: dossier.id };
  const reminders = await office.at((tx) => openReminders(tx, { agencyIds: [office.centre.id], duties: ['centre-head'], limit: 100 }));
  expect(reminders.filter(({ dossierId }) => dossierId === dossier.id)).toMatchObject([reminder]);
  expect(await office.at((tx) => openReminders(tx, { agencyIds: [office.commune.id], duties: ['centre-head'], limit: 9 }))).toEqual([]);
  const mail = (await box.list(200)).find(({ subject }) => subject.includes(dossier.code!));
  expect(mail).toMatchObject({ to: 'head@example.com', subject: `Hồ sơ trực tuyến đã quá hạn trả lời. ${dossier.code}` });
  expect(await office.reload(dossier)).toMatchObject({ status: 1 });
  expect((await office.at((tx) => openTasksOf(tx, dossier.id))).map(({ topic, act }) => topic ?? act)).not.toContain('warn-unanswered');
  expect((await office.at((tx) => outboxOf(tx, dossier.id))).every(({ doneAt }) => doneAt !== null)).toBe(true);
});

test('a reminder whose work was done meanwhile goes nowhere and ends', async () => {
  const box = await letterbox();
  const dossier = await file({ channel: 'online' });
  office.clock.pass(48 * 60);
  await ringTimers({ perform: office.perform, reportFault: () => undefined });
  await office.as({ kind: 'system', name: 'test' }, async (context) =>
    takeStep(context, await lockCase(context, dossier.id), { act: 'consent-to-withdrawal' }),
  );
  expect(await deliver(box)).toEqual([]);
  expect(await ways(dossier)).toEqual([['withdrawn', 'call']]);
});

test('goes by e-mail to whoever filed, with the dossier’s code and nobody’s name', async () => {
  const box = await letterbox();
  const dossier = await file({ email: 'hoa@example.com', ownerPhone: '0912345678' });
  await tell(dossier, 'accepted');
  await deliver(box);
  const [mail, ...others] = await mails(box, dossier);
  expect(others).toEqual([]);
  expect(mail).toMatchObject({ kind: 'email', to: 'hoa@example.com', subject: `Hồ sơ ${dossier.code} đã được tiếp nhận` });
  expect(mail!.text).not.toContain('Hoà');
  expect(await ways(dossier)).toEqual([['accepted', 'email']]);
});

test('says it in English too where the account has chosen English', async () => {
  const box = await letterbox();
  const dossier = await file({ email: 'hoa@example.com', language: 'en' });
  await tell(dossier, 'result-ready');
  await deliver(box);
  const [mail] = await mails(box, dossier);
  expect(mail!.subject).toBe(`Hồ sơ ${dossier.code} đã có kết quả / Dossier ${dossier.code} result ready`);
  expect(mail!.text.split('\n')).toEqual([expect.stringContaining('Đã có kết quả'), expect.stringContaining('The result is at')]);
});

test('goes by SMS where there is no e-mail, or the e-mail address is refused', async () => {
  const box = await letterbox();
  const [without, wrong] = [await file({ ownerPhone: '0912345678' }), await file({ email: 'hoa@', ownerPhone: '0912345678' })];
  for (const dossier of [without, wrong]) await tell(dossier, 'submitted');
  expect(await deliver(box)).toEqual([]);
  for (const dossier of [without, wrong]) {
    expect(await mails(box, dossier)).toMatchObject([{ kind: 'sms', to: '0912345678' }]);
    expect(await ways(dossier)).toEqual([['submitted', 'sms']]);
  }
});

test('goes to the clerk’s call list where nobody can be told by message, and the outcome is a note', async () => {
  const box = await letterbox();
  const dossier = await file({ ownerPhone: 'không có' });
  await tell(dossier, 'supplement-asked');
  await deliver(box);
  expect(await ways(dossier)).toEqual([['supplement-asked', 'call']]);
  const list = (state: 'to-make' | 'unreached', actor = office.clerk) =>
    office.read({ actor, endpoint: 'listCalls' }, async (context) =>
      returnEndpoints.listCalls.answer.parse(presentCalls(await listCalls(context, { state }))),
    );
  const { items: all } = await list('to-make');
  const items = all.filter(({ dossierId }) => dossierId === dossier.id);
  expect(items).toMatchObject([
    { code: dossier.code, personName: 'Đặng Thị Hoà', about: expect.stringContaining('cần bổ sung') as string },
  ]);
  expect(await list('to-make', office.stranger)).toEqual({ items: [] });
  const call = (outcome: 'reached' | 'not-reached', actor = office.clerk) =>
    office.as(actor, (context) => recordCall(context, { callId: items[0]!.id, outcome, note: 'máy bận' }));
  await expect(call('reached', office.stranger)).rejects.toThrow('not-found');
  await call('not-reached');
  expect((await list('to-make')).items.map(({ dossierId }) => dossierId)).not.toContain(dossier.id);
  expect((await list('unreached')).items).toMatchObject([{ code: dossier.code, outcome: 'not-reached' }]);
  expect(await office.reload(dossier)).toMatchObject({ status: 1, version: dossier.version + 1 });
});

test('where no SMS provider is contracted, whoever has only a telephone is to be called', async () => {
  const box = await letterbox();
  const dossier = await file({ ownerPhone: '0912345678' });
  await tell(dossier, 'accepted');
  await deliver(box, box, 'no-sms');
  expect(await mails(box, dossier)).toEqual([]);
  expect(await ways(dossier)).toEqual([['accepted', 'call']]);
});

test('whoever prefers to be called is called, whatever addresses are known', async () => {
  const box = await letterbox();
  const dossier = await file({ email: 'hoa@example.com', ownerPhone: '0912345678' });
  await office.at((tx) => changePerson(tx, dossier.submitterPersonId!, { preferredContact: 'call' }));
  await tell(dossier, 'withdrawn');
  await deliver(box);
  expect(await ways(dossier)).toEqual([['withdrawn', 'call']]);
});

test('is tried again with the same key where the mail server gave no answer, and lands once', async () => {
  const box = await letterbox();
  const dossier = await file({ email: 'hoa@example.com' });
  await tell(dossier, 'accepted');
  const silent: Pick<FileMailbox, 'sendEmail'> = {
    sendEmail: async (message) => {
      await box.sendEmail(message);
      return unknown('hoa@example.com timed out');
    },
  };
  const faults = await deliver(box, silent);
  expect(faults).toHaveLength(1);
  expect(String(faults[0])).not.toContain('@');
  expect(await ways(dossier)).toEqual([]);
  office.clock.pass(5);
  expect(await deliver(box)).toEqual([]);
  expect(await mails(box, dossier)).toHaveLength(1);
  expect(await ways(dossier)).toEqual([['accepted', 'email']]);
});

test.each(NOTICE_KINDS)('tells of %s', async (kind) => {
  const box = await letterbox();
  const dossier = await file({ email: 'hoa@example.com', language: 'en' });
  await tell(dossier, kind);
  expect(await deliver(box)).toEqual([]);
  expect(await mails(box, dossier)).toHaveLength(1);
});

test('the diagram’s request for a fee tells the amount and waits at national 6', async () => {
  const box = await letterbox();
  const dossier = await file({ email: 'hoa@example.com', fees: [feeOf({ dueWhen: 'filing', amountDong: 16_000 })] });
  await bringTo(office, dossier, 'confirm-forwarded');
  await deliver(box);
  expect(await office.reload(dossier)).toMatchObject({ status: 6 });
  expect((await mails(box, dossier)).map(({ text }) => text)).toContainEqual(expect.stringContaining('16.000 đồng'));
});
