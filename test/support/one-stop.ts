import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type Sequelize } from 'sequelize';
import { buildParts } from '../../server/casework/build-parts';
import { type Context } from '../../server/casework/context';
import { performing } from '../../server/casework/perform';
import { nameCentre } from '../../server/commands/administration/name-centre';
import { openAgency } from '../../server/commands/administration/open-agency';
import { openBook } from '../../server/commands/administration/open-book';
import { publishDiagram } from '../../server/commands/administration/publish-diagram';
import { publishForm } from '../../server/commands/administration/publish-form';
import { publishProcedure } from '../../server/commands/administration/publish-procedure';
import { publishTemplate } from '../../server/commands/administration/publish-template';
import { type StaffDuty } from '../../server/domain/duties';
import { foldJournal } from '../../server/domain/journal';
import { type ProcedureVersionContent } from '../../server/domain/procedure';
import { Refusal } from '../../server/domain/refusal';
import { type FormDefinition } from '../../server/forms/definition';
import { type Actor, type CitizenActor, type StaffActor } from '../../server/policies/actor';
import { seedDecidedCalendar, seedDemonstrationCalendar } from '../../server/seed/office-calendar';
import { insertAccount } from '../../server/store/accounts';
import { findAgencyByCode } from '../../server/store/agencies';
import { readDossier } from '../../server/store/dossiers';
import { insertPaper } from '../../server/store/identity-papers';
import { readJournal } from '../../server/store/journal';
import { insertPerson } from '../../server/store/people';
import { insertPost, insertStaffMember } from '../../server/store/staff';
import { openTasksOf } from '../../server/store/tasks';
import { compileDiagram } from '../../server/workflow/compile';
import { useDatabase } from './database';

/** Nine in the morning of Wednesday, 25/11/2026. */
export const MORNING = '2026-11-25T02:00:00Z';
export const WARD = 'H27.18073';
export const WARD_CENTRE = 'H27.18073.TT';
const BEGINNING = '2025-07-01';

const BODIES: readonly (readonly [
  code: string,
  kind: 'province' | 'centre' | 'department' | 'commune',
  parent: string | null,
  centre: string | null,
])[] = [
  ['H27', 'province', null, null],
  ['H27.TTPVHCC', 'centre', 'H27', null],
  ['H27.STP', 'department', 'H27', 'H27.TTPVHCC'],
  [WARD, 'commune', 'H27', WARD_CENTRE],
  [WARD_CENTRE, 'centre', WARD, null],
  ['H27.18100', 'commune', 'H27', 'H27.18100.TT'],
  ['H27.18100.TT', 'centre', 'H27.18100', null],
  ['H27.18562', 'commune', 'H27', null],
];

const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
export const procedureOf = (code: string) => read(`workflows/procedures/${code}/procedure.json`) as ProcedureVersionContent;
export const formOfProcedure = (code: string) => read(`workflows/procedures/${code}/form.json`) as FormDefinition;

const system: Actor = { kind: 'system', name: 'test' };

export type OneStop = Awaited<ReturnType<typeof openOneStop>>;

/** A small province with both modelled procedures, in a database of this test file's own, on a clock that stands still until it is set. */
export function useOneStop(): OneStop {
  const database = useDatabase();
  let town: OneStop | undefined;
  beforeAll(async () => {
    town = await openOneStop(database.sequelize);
  }, 60_000);
  return new Proxy({} as OneStop, { get: (_target, name) => town?.[name as keyof OneStop] });
}

export async function openOneStop(database: Sequelize, start = MORNING) {
  let at = new Date(start);
  const clock = { now: () => at, set: (instant: string | Date) => void (at = new Date(instant)) };
  const work = performing(database, buildParts(clock));
  let entered = 0;

  /** One act of one actor, in a transaction of its own. */
  async function act<Answer>(actor: Actor, command: (context: Context) => Promise<Answer>, key?: string): Promise<Answer> {
    const idempotency = key === undefined ? {} : { idempotency: { key, bodySha256: key, status: 200 } };
    return (await work.perform({ actor, endpoint: 'test', ...idempotency }, command)).answer;
  }

  async function publish(content: ProcedureVersionContent, form?: FormDefinition): Promise<void> {
    await act(system, async (context) => {
      if (form) await publishForm(context, { content: form });
      await publishProcedure(context, { content });
    });
  }

  /** A citizen, known by the card (verified) or by what was typed at registration. */
  async function citizen(
    wish: { name?: string; number?: string; state?: 'verified' | 'unverified' | 'nameless' } = {},
  ): Promise<CitizenActor> {
    const { name = 'Trần Thị Hoài Thương', state = 'verified' } = wish;
    const number = wish.number ?? `0421900${String(++entered).padStart(5, '0')}`;
    return act(system, async ({ tx, now }) => {
      const isVerified = state === 'verified';
      const proof = isVerified ? { provedAt: now, provedBy: 'test' } : {};
      const person = state === 'nameless' ? null : await insertPerson(tx, { fullName: name, phone: '0912345678', createdAt: now });
      if (person) await insertPaper(tx, { personId: person.id, kind: 'citizen-number', number, createdAt: now, ...proof });
      const account = await insertAccount(tx, {
        kind: 'citizen',
        userName: randomUUID(),
        displayName: name,
        personId: person?.id ?? null,
        createdAt: now,
        ...(isVerified ? { verifiedAt: now, verifiedBy: 'test' } : {}),
      });
      return { kind: 'citizen', accountId: account.id, sessionId: account.id, personId: person?.id ?? null, isVerified, name };
    });
  }

  async function staff(duties: StaffDuty[], agencyCode = WARD_CENTRE): Promise<StaffActor> {
    return act(system, async ({ tx, now }) => {
      const agency = (await findAgencyByCode(tx, agencyCode))!;
      const name = `Cán bộ ${++entered}`;
      const account = await insertAccount(tx, { kind: 'staff', userName: randomUUID(), displayName: name, createdAt: now });
      const person = await insertPerson(tx, { fullName: name, createdAt: now });
      const member = await insertStaffMember(tx, { accountId: account.id, fullName: name, personId: person.id, createdAt: now });
      const post = await insertPost(tx, { staffId: member.id, agencyId: agency.id, title: 'Công chức', duties, validFromOn: BEGINNING });
      return {
        kind: 'staff',
        accountId: account.id,
        sessionId: account.id,
        staffId: member.id,
        closePersonIds: [person.id],
        personId: person.id,
        name,
        postId: post.id,
        postTitle: 'Công chức',
        agencyId: agency.id,
        actsFor: [agency.id],
        isProvinceWide: false,
        duties,
        hasSecondFactor: true,
      };
    });
  }

  const dossier = (id: string) => act(system, ({ tx }) => readDossier(tx, id));
  const openActs = (id: string) =>
    act(system, async ({ tx }) => (await openTasksOf(tx, id)).map(({ act: name, topic, elementId }) => name ?? topic ?? elementId).sort());
  const journal = (id: string) => act(system, ({ tx }) => readJournal(tx, id));

  /** The journal alone rebuilds the dossier's row. */
  async function expectFoldsBack(id: string): Promise<void> {
    const row = await dossier(id);
    const folded = foldJournal((await journal(id)).map(({ facts }) => facts));
    expect(folded).toMatchObject({
      code: row.code,
      status: row.status,
      subStatus: row.subStatus,
      submittedAt: row.submittedAt.toISOString(),
      acceptedAt: row.acceptedAt?.toISOString() ?? null,
      receivedAt: row.receivedAt?.toISOString() ?? null,
      dueAt: row.dueAt?.toISOString() ?? null,
      owner: { personId: row.ownerPersonId, organisationId: row.ownerOrganisationId, name: row.ownerName },
    });
  }

  await act(system, async (context) => {
    for (const [code, kind, parentCode] of BODIES) {
      const adminCode = kind === 'commune' ? code.slice(-5) : kind === 'province' ? '42' : null;
      await openAgency(context, {
        code,
        kind,
        name: code,
        parentCode,
        adminCode,
        validFromOn: BEGINNING,
        validToOn: null,
        isDemonstration: true,
      });
    }
    for (const [agencyCode, , , centreCode] of BODIES) if (centreCode) await nameCentre(context, { agencyCode, centreCode });
    await seedDecidedCalendar(context);
    await seedDemonstrationCalendar(context);
    for (const key of ['civil-status-extract', 'lawyer-registration-certificate', 'refusal-decision', 'stop-decision', 'form-05'])
      await publishTemplate(context, { content: read(`templates/${key}/template.json`) });
    for (const key of ['same-day', 'standard']) {
      const xml = readFileSync(`workflows/diagrams/${key}/process.bpmn`, 'utf8');
      await publishDiagram(context, { key, name: key, judged: { xml, compiled: await compileDiagram(xml) } });
    }
    for (const agencyCode of [WARD_CENTRE, 'H27.18100.TT', 'H27.TTPVHCC'])
      await openBook(context, { agencyCode, kind: 'register', book: procedureOf('2.000635').register, year: 2026, openedOn: '2026-01-01' });
  });
  for (const code of ['2.000635', '1.002153']) await publish(procedureOf(code), formOfProcedure(code));

  return { database, clock, ...work, act, publish, citizen, staff, dossier, openActs, journal, expectFoldsBack };
}

/** Why an act was refused; fails where it was not. */
export async function refusalOf(work: Promise<unknown>): Promise<Refusal> {
  try {
    await work;
  } catch (reason) {
    if (reason instanceof Refusal) return reason;
    throw reason;
  }
  throw new Error('nothing was refused');
}
