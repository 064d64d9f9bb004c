import { randomUUID } from 'node:crypto';
import { type StaffDuty } from '../../../server/domain/duties';
import { createDemonstrationAuthority, type DemonstrationAuthority } from '../../../server/signing/demonstration-authority';
import { insertCall } from '../../../server/store/calls';
import { insertComponents } from '../../../server/store/components';
import { readDraft } from '../../../server/store/drafts';
import { openIncident } from '../../../server/store/incidents';
import { insertNotice } from '../../../server/store/notices';
import { findLatestDiagram, publishDiagram, publishForm } from '../../../server/store/published-versions';
import { post } from '../../../server/store/outbox';
import { assignTask } from '../../../server/store/tasks';
import { insertKin } from '../../../server/store/kin';
import { endPost } from '../../../server/store/staff';
import { compileDiagram } from '../../../server/workflow/compile';
import { PIN, VALIDITY } from '../certificates';
import { type Client } from '../client';
import { feeOf } from '../filed-dossier';
import { type Office } from '../server';
import { equipForSigning, type SigningOffice } from '../signing-office';
import { enterPapers, enterUploads, type Papers, type Uploads } from './papers';
import { ACTORS, SIDES, STAFF_DUTIES } from './actors';
import { clientsOf, ENDED, kinDesks, placeFor } from './people';
import { fillDesks, IDENTITY_COPY, type Stands } from './stands';
import { walkingIn, type Walking } from './walk';

export type World = {
  office: Office;
  signing: SigningOffice;
  walking: Walking;
  stands: Stands;
  impostor: Client;
  papers: { owner: Papers; filer: Papers };
  clerkUploads: Uploads;
  /** Of the scan of a result on paper. */
  officerUploads: Uploads;
  ids: Ids;
  /** An authority that nobody trusts yet. */
  stranger: DemonstrationAuthority;
  versionOf: (dossierId: string) => Promise<number>;
  draftVersionOf: (draftId: string) => Promise<number>;
};

type Ids = Awaited<ReturnType<typeof enterOddments>>;

/** A province with a dossier at every step, and everybody who may knock at its doors. */
export async function openWorld(office: Office): Promise<World> {
  const exemption = { key: 'poor', name: { vi: 'Hộ nghèo', en: 'Poor household' }, clause: { text: 'NQ thử', isSure: true } };
  const fees = [feeOf({ key: 'copy', exemptions: [exemption] })];
  const signing = await equipForSigning(office, { needsSectorNumber: true, fees });
  const walking = walkingIn(office, () => signing);
  await nameCommune(office);
  await givePens(office, signing);
  const impostor = await enterCitizens(office);
  const stands = await fillDesks(office, walking);
  await holdTasks(office, walking, stands);
  await enterKin(office, signing);
  const [owner, filer] = [office.asCitizen('owner'), office.asCitizen('filer', 'unverified')];
  const papers = {
    owner: await enterPapers(owner, (await office.citizen('owner')).name),
    filer: await enterPapers(filer, (await office.citizen('filer', 'unverified')).name),
  };
  const clerk = office.as('clerk', { place: 'commune-centre', who: '' });
  const clerkUploads = await enterUploads(clerk, `/api/dossiers/${stands.incomplete.id}/uploads`, IDENTITY_COPY);
  const officer = office.as('officer', { place: 'commune', who: '' });
  const officerUploads = await enterUploads(officer, `/api/dossiers/${stands.toScan.id}/original/scans`);
  await gather(office, impostor);
  await endPosts(office);
  return {
    office,
    signing,
    walking,
    stands,
    impostor,
    papers,
    clerkUploads,
    officerUploads,
    ids: await enterOddments(office, signing, stands),
    stranger: await createDemonstrationAuthority('Cơ quan chứng thực lạ', VALIDITY, 2048),
    versionOf: async (id) => (await walking.dossier(id)).version,
    draftVersionOf: async (id) => (await office.sequelize.transaction((tx) => readDraft(tx, id))).version,
  };
}

/** Online somebody may choose this commune. */
async function nameCommune({ sequelize, places }: Office): Promise<void> {
  await sequelize.query("update agencies set admin_code = '18073' where id = $1", { bind: [places.commune.id] });
  await sequelize.query("update agencies set admin_code = '18562' where id = $1", { bind: [places['other-commune'].id] });
}

/** Everybody who is let as far as the PIN has a key that it opens. */
async function givePens(office: Office, signing: SigningOffice): Promise<void> {
  for (const place of ['commune', 'department', 'other-commune'] as const)
    await signing.giveCertificate(await office.staff('leader', { place, who: '' }));
  await signing.giveSeal(office.places['other-commune']);
}

/** The owner, a stranger, an account that filed for the owner, and one that has typed the owner's number. Answers the last. */
async function enterCitizens(office: Office): Promise<Client> {
  const { citizenNumber } = await office.citizen('owner');
  await office.citizen('stranger');
  await office.citizen('filer', 'unverified');
  return office.signIn(await office.people.enterCitizen({ state: 'unverified', citizenNumber }));
}

async function enterKin(office: Office, signing: SigningOffice): Promise<void> {
  const { personId } = await office.citizen('owner');
  for (const home of ['ward', 'department'] as const)
    for (const { duties, place, who = '' } of kinDesks(home)) {
      const { staffId } = await office.staff(duties, { place, who });
      await office.sequelize.transaction((tx) => insertKin(tx, { staffId, personId, relation: 'chị ruột' }));
    }
  for (const home of ['ward', 'department'] as const) {
    const { duties, place, who = '' } = kinDesks(home)[1]!;
    await signing.giveCertificate(await office.staff(duties, { place, who }), { authority: 'KT.' });
  }
}

/** For each duty, a dossier of the ward whose step its own person holds. */
export const HELD = {
  clerk: 'answered',
  'centre-head': 'refusing',
  'division-head': 'suggested',
  officer: 'examine',
  leader: 'toSign',
  'clerical-officer': 'toSeal',
  'book-keeper': 'toBook',
} as const satisfies Partial<Record<StaffDuty, keyof Stands>>;
export type Holder = keyof typeof HELD;

async function holdTasks(office: Office, walking: Walking, stands: Stands): Promise<void> {
  for (const [duty, stand] of Object.entries(HELD) as [Holder, keyof Stands][]) {
    const holder = await office.staff(duty, { place: placeFor(duty, 'ward', 'own'), who: '' });
    const task = (await walking.tasks(stands[stand].id)).find((one) => one.duty === duty)!;
    if (task.assigneeId) continue;
    const at = office.clock.now();
    await office.sequelize.transaction((tx) => assignTask(tx, { id: task.id, fromId: null, toId: holder.staffId, at }));
  }
}

/** Everybody who will knock is signed in before the first does, and their colleagues are there. */
async function gather(office: Office, impostor: Client): Promise<void> {
  for (const home of ['ward', 'department'] as const)
    for (const actor of ACTORS)
      for (const side of SIDES) for (const client of clientsOf({ office, impostor }, { actor, side }, home)) await client.enter();
  for (const duty of STAFF_DUTIES) await office.as(duty, { place: placeFor(duty, 'ward', 'own'), who: 'second' }).enter();
}

/** The post of somebody who is signed in ends; the session is still there. */
async function endPosts(office: Office): Promise<void> {
  const { duties, place, who = '' } = ENDED;
  const { postId } = await office.staff(duties, { place, who });
  await office.sequelize.transaction((tx) => endPost(tx, postId, '2026-11-25'));
}

/** What only a few doors ask about. */
async function enterOddments(office: Office, signing: SigningOffice, stands: Stands) {
  const { sequelize, clock, places } = office;
  const now = clock.now();
  return sequelize.transaction(async (tx) => {
    const paper = { key: IDENTITY_COPY, name: 'Bản chụp giấy tờ tùy thân', position: 1, isRequired: true };
    await insertComponents(tx, [{ dossierId: stands.filed.id, ...paper }]);
    const call = { reason: 'Báo kết quả', madeAt: now, calledBy: null, calledAt: null, outcome: null };
    const { id: callId } = await insertCall(tx, { dossierId: stands.toReturn.id, centreId: places['commune-centre'].id, ...call });
    const { id: incidentId } = await openIncident(tx, { dossierId: null, kind: 'test', facts: {}, openedAt: now });
    const { id: outboxId } = await post(tx, { dossierId: null, executionId: null, topic: 'test', payload: {} }, now);
    await sequelize.query('update outbox set dead_at = $2, attempts = 8 where id = $1', { bind: [outboxId, now], transaction: tx });
    for (const form of ['examination', 'failed-parcel', 'wet-original'])
      await publishForm(tx, { key: form, content: {}, sha256: form, publishedAt: now, publishedBy: 'test' });
    const same = (await findLatestDiagram(tx, 'same-day'))!;
    const xml = same.xml.replace('Kiểm tra nội dung', 'Xem nội dung');
    const { key, name, engineVersion } = same;
    const next = { key, name, engineVersion, xml, compiled: await compileDiagram(xml), sha256: randomUUID(), publishedBy: 'test' };
    const { id: diagramId } = await publishDiagram(tx, { ...next, publishedAt: now });
    const remind = async (duty: StaffDuty, place: 'commune' | 'commune-centre') =>
      (
        await insertNotice(tx, {
          dossierId: stands.examine.id,
          kind: 'warn-hand-over',
          way: 'house',
          agencyId: places[place].id,
          duty,
          at: now,
        })
      ).id;
    const reminders = {
      'centre-head': await remind('centre-head', 'commune-centre'),
      'division-head': await remind('division-head', 'commune'),
    };
    const issued = await signing.authority.issue({ name: 'Cán bộ mới', validity: VALIDITY });
    const container = Buffer.from(issued.container(PIN)).toString('base64');
    return { container, callId, incidentId, outboxId, diagramId, reminders };
  });
}
