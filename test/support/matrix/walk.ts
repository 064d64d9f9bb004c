import { readDossier } from '../../../server/store/dossiers';
import { moveDossier } from '../../../server/store/move-dossier';
import { type TaskRow } from '../../../server/store/models/task';
import { openTasksOf } from '../../../server/store/tasks';
import { type StaffDuty } from '../../../server/domain/duties';
import { PIN } from '../certificates';
import { type Answer, type Client } from '../client';
import { EXTRACT, EXTRACT_FACTS, LAWYER } from '../modelled-procedures';
import { type Office } from '../server';
import { type DossierWishes, type SigningOffice } from '../signing-office';
import { type Home } from './actors';
import { placeFor } from './people';

/** A dossier that stands at one step and waits there. */
export type Stand = { id: string; home: Home };
export type Walk = (stand: Stand) => Promise<void>;

export const ADDRESS = { street: 'Số 18', communeCode: '18073', province: 'Hà Tĩnh', receiver: 'Chủ hồ sơ', phone: '0912345678' };

/** Brings dossiers on by the acts of their own people, over the wire. */
export function walkingIn(office: Office, signing: () => SigningOffice) {
  const clerkOf = (duty: StaffDuty, home: Home): Client => office.as(duty, { place: placeFor(duty, home, 'own'), who: '' });
  const dossier = (id: string) => office.sequelize.transaction((tx) => readDossier(tx, id));
  const tasks = (id: string): Promise<TaskRow[]> => office.sequelize.transaction((tx) => openTasksOf(tx, id));

  async function acted(client: Client, { id }: Stand, path: string, body: object = {}): Promise<Answer> {
    const answer = await client.post(`/api/dossiers/${id}${path}`, { ...body, expectedVersion: (await dossier(id)).version });
    if (answer.status >= 300) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
    return answer;
  }

  const by =
    (duty: StaffDuty, path: string, body: object = {}): Walk =>
    async (stand) =>
      void (await acted(clerkOf(duty, stand.home), stand, path, body));
  const byFiler =
    (path: string, body: object = {}): Walk =>
    async (stand) =>
      void (await acted(office.asCitizen('filer', 'unverified'), stand, path, body));
  /** The house itself answers a step that this table does not ask about. */
  const byHouse =
    (act: string, facts: object = {}): Walk =>
    async ({ id }) => {
      const open = (await tasks(id)).map((task) => task.act ?? task.topic);
      if (!open.includes(act)) throw new Error(`${act} is not open, but ${open.join(', ')}`);
      await signing().step(id, { act, facts });
    };

  /** Asks for signatures or seals and has the workers work. */
  function signed(kind: 'sign' | 'seal'): Walk {
    return async ({ id, home }) => {
      const { body } = await clerkOf('officer', home).get(`/api/dossiers/${id}/results`);
      const { id: resultId, nextSha256: expectedSha256 } = (body as { results: { id: string; nextSha256: string }[] }).results[0]!;
      const signer = clerkOf(kind === 'sign' ? 'leader' : 'clerical-officer', home);
      const answer = await signer.post('/api/signature-batches', { kind, pin: PIN, items: [{ resultId, expectedSha256 }] });
      if (answer.status !== 202) throw new Error(`${kind}: ${JSON.stringify(answer.body)}`);
      await signing().sign();
    };
  }

  const delivered: Walk = async () => {
    const failed = await signing().deliver();
    if (failed.length) throw new Error('a letter failed', { cause: failed[0] });
  };

  /** Files a dossier and takes these steps in turn. */
  async function standing(home: Home, steps: readonly Walk[], wishes: DossierWishes = {}): Promise<Stand> {
    const procedure = home === 'ward' ? EXTRACT : LAWYER;
    const parties = { owner: await office.citizen('owner'), filer: await office.citizen('filer', 'unverified') };
    const officer = await office.staff('officer', { place: placeFor('officer', home, 'own'), who: '' });
    const { id } = await signing().dossierAt('check-submission', { procedure, officer, returnWay: 'counter', ...parties, ...wishes });
    const stand = { id, home };
    for (const step of steps) await step(stand);
    return stand;
  }

  /** The clock of the diagram rings. */
  async function ring(stand: Stand, elementId: string): Promise<void> {
    const { id } = stand;
    const timer = (await tasks(id)).find((task) => task.elementId === elementId)!;
    await signing().step(id, { act: 'ring', taskId: timer.id });
  }

  /** Expired a week ago; nobody here waits a week for it. */
  async function overdue({ id }: Stand): Promise<void> {
    const dueAt = new Date(office.clock.now().getTime() - 7 * 86_400_000);
    await office.sequelize.transaction((tx) => moveDossier(tx, id, { dueAt }));
  }

  const accept = by('clerk', '/acceptance');
  const receipt: Walk[] = [by('clerk', '/acceptance', { isReceiptWanted: true }), delivered];
  const takenOver = [accept, by('officer', '/forwarding-confirmation', { outcome: 'received' })];
  const drafting = [...takenOver, by('officer', '/examination', { outcome: 'qualified' })];
  const proposed = [...drafting, by('officer', '/proposals', { outcome: 'grant', resultFacts: EXTRACT_FACTS }), delivered];
  const agreed = [...proposed, byFiler('/draft-answer', { isAgreed: true })];
  const typed: Walk = async (stand) => {
    const second = office.as('officer', { place: placeFor('officer', stand.home, 'own'), who: 'second' });
    await acted(second, stand, '/sector-number', { number: '042-1' });
  };
  const numbered: Walk[] = [...agreed, typed];
  const checked = by('officer', '/sector-number/check', { number: '042-1' });
  const signable = [...numbered, checked];
  const item = { kind: 'component', key: 'identity-paper-copy', what: 'Chụp lại cho rõ' };
  const incomplete = by('clerk', '/completion-requests', { items: [item], reason: 'Ảnh mờ' });
  const wanting = [...takenOver, by('officer', '/examination', { outcome: 'supplement', note: 'Chưa rõ nơi đăng ký' })];
  const suggested = [...wanting, by('officer', '/supplements', { items: [item], reason: 'Ảnh mờ' })];
  const approved = [...suggested, by('division-head', '/supplements/current/approval', { isApproved: true })];
  const issued = [...approved, by('clerk', '/supplements/current/issue')];
  const refusal = { reason: 'Không đủ thông tin', ground: 'Quyết định 163/QĐ-BTP' };
  const refusing = by('clerk', '/intake-refusal', refusal);

  return {
    dossier,
    tasks,
    acted,
    standing,
    by,
    byFiler,
    byHouse,
    signed,
    delivered,
    ring,
    overdue,
    ways: {
      accept,
      receipt,
      takenOver,
      drafting,
      proposed,
      agreed,
      numbered,
      sector: [typed, checked],
      signable,
      incomplete,
      wanting,
      suggested,
      approved,
      issued,
      refusing,
      refusal,
    },
  };
}
export type Walking = ReturnType<typeof walkingIn>;
