import { readFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { type Sequelize, type Transaction } from 'sequelize';
import { buildParts } from '../../server/casework/build-parts';
import { type Context } from '../../server/casework/context';
import { performing } from '../../server/casework/perform';
import { publishCalendar } from '../../server/commands/administration/publish-calendar';
import { type StaffDuty } from '../../server/domain/duties';
import { type Actor, type StaffActor } from '../../server/policies/actor';
import { readDossier } from '../../server/store/dossiers';
import { type DossierRow } from '../../server/store/models/dossier';
import { publishDiagram } from '../../server/store/published-versions';
import { compileDiagram } from '../../server/workflow/compile';
import { engineVersion } from '../../server/workflow/workflow';
import { enterAgency, enterStaffMember } from './on-record';

/** Wednesday 25/11/2026, 9:00 in Hà Tĩnh. */
export const MORNING = new Date('2026-11-25T02:00:00Z');
const SYSTEM: Actor = { kind: 'system', name: 'test' };

/** A clock that stands still until a test moves it. */
export function standingClock(start = MORNING) {
  let at = start;
  return {
    now: () => at,
    set(to: Date) {
      at = to;
    },
    pass(minutes: number) {
      at = new Date(at.getTime() + minutes * 60_000);
    },
  };
}

export type Commune = Awaited<ReturnType<typeof openCommune>>;

const SAME_DAY = 'workflows/diagrams/same-day/process.bpmn';

/** A commune with its centre, its post and people for every duty of the counter, on a published calendar, with one diagram. */
export async function openCommune(database: Sequelize, xml = readFileSync(SAME_DAY, 'utf8')) {
  const clock = standingClock();
  const { perform, read } = performing(database, buildParts(clock));
  const as = async <Answer>(actor: Actor, command: (context: Context) => Promise<Answer>) =>
    (await perform({ actor, endpoint: 'test' }, command)).answer;
  await as(SYSTEM, (context) => publishCalendar(context, CALENDAR));
  const compiled = await compileDiagram(xml);
  const rows = await database.transaction(async (tx) => {
    const published = { publishedAt: MORNING, publishedBy: 'test' };
    const version = await publishDiagram(tx, {
      key: randomUUID(),
      name: 'Quy trình',
      xml,
      compiled,
      sha256: 'd',
      engineVersion,
      ...published,
    });
    const centre = await enterAgency(tx, { kind: 'centre', name: 'Trung tâm PVHCC xã Thạch Hà', phone: '02393000001' });
    const commune = await enterAgency(tx, { name: 'UBND xã Thạch Hà', centreId: centre.id });
    const post = await enterAgency(tx, { kind: 'post', name: 'Bưu điện Thạch Hà', centreId: centre.id });
    return { version, centre, commune, post };
  });
  const { centre, commune, post } = rows;
  const staff = async (agencyId: number, duties: StaffDuty[]): Promise<StaffActor> => {
    const member = await database.transaction((tx) => enterStaffMember(tx, { agencyId, duties }));
    return staffActor(member, agencyId, duties);
  };
  return {
    clock,
    perform,
    read,
    as,
    ...rows,
    staff,
    clerk: await staff(centre.id, ['clerk']),
    collector: await staff(centre.id, ['fee-collector']),
    officer: await staff(commune.id, ['officer']),
    postman: await staff(post.id, ['postman']),
    stranger: await staff((await database.transaction((tx) => enterAgency(tx, { kind: 'centre' }))).id, ['clerk', 'fee-collector']),
    at: <Answer>(work: (tx: Transaction) => Promise<Answer>) => database.transaction(work),
    reload: (dossier: DossierRow) => database.transaction((tx) => readDossier(tx, dossier.id)),
  };
}

export function staffActor(
  member: { id: string; accountId: string; postId: string; fullName: string },
  agencyId: number,
  duties: StaffDuty[],
): StaffActor {
  return {
    kind: 'staff',
    accountId: member.accountId,
    sessionId: randomUUID(),
    staffId: member.id,
    closePersonIds: [],
    personId: null,
    name: member.fullName,
    postId: member.postId,
    postTitle: 'Công chức',
    agencyId,
    actsFor: [agencyId],
    isProvinceWide: false,
    duties,
    hasSecondFactor: true,
  };
}

const CALENDAR = {
  publishedFromOn: '2026-01-01',
  publishedThroughOn: '2027-12-31',
  decision: 'QĐ thử',
  isDemonstration: true,
  days: [],
};
