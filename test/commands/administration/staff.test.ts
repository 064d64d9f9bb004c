import { localDateOf } from '../../../server/domain/local-time';
import { returnStrayTasks } from '../../../server/jobs/return-stray-tasks';
import { readJournal } from '../../../server/store/journal';
import { insertTasks, openTasksOf } from '../../../server/store/tasks';
import { readDossier } from '../../../server/store/dossiers';
import { enterDossier, enterProcedure } from '../../support/on-record';
import { useOffice } from '../../support/server';
import { type StaffPerson } from '../../support/people';

jest.setTimeout(30_000);

const office = useOffice();
const administrator = () => office.as('administrator');
const PASSWORD = 'mật khẩu lúc ban đầu';

test('an administrator opens an account, gives a post, and the password is good for one thing: choosing one’s own', async () => {
  const who = { userName: 'nguyen.van.a', fullName: 'Nguyễn Văn A', title: 'Công chức', oneTimePassword: PASSWORD };
  const { status, body } = await administrator().post('/api/staff', who);
  expect(status).toBe(201);
  const { staffId } = body as { staffId: string };
  const post = { agencyCode: office.places.commune.code, title: 'Công chức', duties: ['officer'], validFromOn: '2026-01-01' };
  expect((await administrator().post(`/api/staff/${staffId}/posts`, post)).status).toBe(201);

  const visitor = office.nobody();
  const signedIn = await visitor.post('/api/sessions', { userName: who.userName, password: PASSWORD });
  expect(signedIn).toMatchObject({ status: 200, body: { mustChangePassword: true, post: { duties: ['officer'] } } });

  const { body: list } = await administrator().get(`/api/staff?agencyCode=${office.places.commune.code}`);
  expect(list).toMatchObject({ items: [{ id: staffId, userName: 'nguyen.van.a', isClosed: false, hasSecondFactor: false }], next: null });
});

test('a user name is given once, and a weak password never', async () => {
  const who = { userName: 'tran.thi.b', fullName: 'Trần Thị B', oneTimePassword: PASSWORD };
  expect((await administrator().post('/api/staff', who)).status).toBe(201);
  expect(await administrator().post('/api/staff', who)).toMatchObject({ status: 409, body: { code: 'already-exists' } });
  const weak = { ...who, userName: 'le.van.c', oneTimePassword: '12345678' };
  expect(await administrator().post('/api/staff', weak)).toMatchObject({ status: 422, body: { code: 'password-weak' } });
});

test('closing an account ends its sessions and returns its open tasks to the pool, on record', async () => {
  const person = await office.staff('officer', { who: 'leaves' });
  const { dossierId } = await giveTask(person);
  const own = office.signIn(person);
  expect((await own.get('/api/me')).status).toBe(200);
  expect((await administrator().post(`/api/staff/${person.staffId}/closing`, { reason: 'Chuyển công tác' })).status).toBe(204);
  expect((await own.get('/api/me')).status).toBe(401);
  expect(await holders(dossierId)).toEqual([null]);
  await office.sequelize.transaction(async (tx) => {
    expect((await readDossier(tx, dossierId)).officerId).toBeNull();
    expect((await readJournal(tx, dossierId)).at(-1)).toMatchObject({ act: 'return-task-to-pool', actorKind: 'staff' });
  });
});

test('an administrator cannot close the own account', async () => {
  const { staffId } = await office.staff('administrator');
  expect(await administrator().post(`/api/staff/${staffId}/closing`, { reason: 'Thử' })).toMatchObject({ status: 403 });
});

test('who has lost the telephone enrols a new authenticator, and the old codes open nothing', async () => {
  const leader = await office.staff('leader', { who: 'lost telephone' });
  const own = office.signIn(leader);
  await own.get('/api/me');
  expect((await administrator().delete(`/api/staff/${leader.staffId}/second-factor`)).status).toBe(204);
  expect((await own.get('/api/me')).status).toBe(401);
  const again = await office.nobody().post('/api/sessions', { userName: leader.userName, password: 'gánh lúa qua cầu Đò Điệm' });
  expect(again).toMatchObject({ status: 200, body: { hasSecondFactor: false, isSecondFactorNeeded: true } });
});

test('the right to sign is given for a period by a decision, and ends on a day', async () => {
  const { staffId } = await office.staff('leader', { who: 'signs' });
  const authority = { agencyCode: office.places.commune.code, formula: 'KT.', position: 'Phó Chủ tịch', scope: ['*'], decision: 'QĐ 12' };
  const bad = { ...authority, validFromOn: '2026-01-02', validToOn: '2026-01-01' };
  expect(await administrator().post(`/api/staff/${staffId}/authorities`, bad)).toMatchObject({ status: 422 });
  const { status, body } = await administrator().post(`/api/staff/${staffId}/authorities`, { ...authority, validFromOn: '2026-01-01' });
  expect(status).toBe(201);
  const path = `/api/authorities/${(body as { authorityId: string }).authorityId}/end`;
  expect((await administrator().put(path, { validToOn: '2025-12-31' })).status).toBe(422);
  expect((await administrator().put(path, { validToOn: '2026-12-31' })).status).toBe(204);
});

test('nobody but an administrator looks after accounts', async () => {
  for (const duty of ['clerk', 'leader', 'inspector', 'centre-head'] as const)
    expect(await office.as(duty).get('/api/staff')).toMatchObject({ status: 403 });
  expect((await office.asCitizen().get('/api/staff')).status).toBe(403);
  expect((await office.nobody().get('/api/staff')).status).toBe(401);
});

test('a post that ends today gives its tasks back at once; one that ends later on that day, by the sweep', async () => {
  const today = localDateOf(office.clock.now());
  const [now, later] = [await office.staff('officer', { who: 'ends now' }), await office.staff('officer', { who: 'ends later' })];
  const [first, second] = [await giveTask(now), await giveTask(later)];
  await administrator().put(`/api/posts/${now.postId}/end`, { validToOn: today });
  await administrator().put(`/api/posts/${later.postId}/end`, { validToOn: '2026-12-01' });
  expect(await holders(first.dossierId)).toEqual([null]);
  expect(await holders(second.dossierId)).toEqual([later.staffId]);
  await returnStrayTasks(office);
  expect(await holders(second.dossierId)).toEqual([later.staffId]);
  office.clock.step({ days: 6 });
  expect(await returnStrayTasks(office)).toBe(1);
  expect(await holders(second.dossierId)).toEqual([null]);
  expect(await returnStrayTasks(office)).toBe(0);
});

/** One open task of an officer, at the commune. */
async function giveTask({ staffId }: StaffPerson): Promise<{ dossierId: string }> {
  return office.sequelize.transaction(async (tx) => {
    const at = { agency: office.places.commune, procedure: await enterProcedure(tx) };
    const dossier = await enterDossier(tx, at, { officerId: staffId });
    const nothing = { message: null, topic: null, form: null, template: null, limitText: null, instanceIndex: null, instanceKey: null };
    const openedAt = office.clock.now();
    await insertTasks(tx, [
      {
        ...nothing,
        dossierId: dossier.id,
        elementId: 'examine',
        executionId: 'examine_1',
        kind: 'user',
        name: 'Thẩm định',
        act: 'examine',
        duty: 'officer',
        agencyId: office.places.commune.id,
        assigneeId: staffId,
        assignedAt: openedAt,
        dueAt: null,
        openedAt,
        closedAt: null,
        closedBy: null,
      },
    ]);
    return { dossierId: dossier.id };
  });
}

async function holders(dossierId: string): Promise<(string | null)[]> {
  return (await office.sequelize.transaction((tx) => openTasksOf(tx, dossierId))).map(({ assigneeId }) => assigneeId);
}
