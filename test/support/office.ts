import { readFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { type Sequelize } from 'sequelize';
import { buildParts } from '../../server/casework/build-parts';
import { type Context } from '../../server/casework/context';
import { openCase } from '../../server/casework/open-case';
import { openFees } from '../../server/casework/open-fees';
import { performing, type Perform } from '../../server/casework/perform';
import { lockCase } from '../../server/casework/read-case';
import { takeStep, type StepRequest } from '../../server/casework/take-step';
import { publishCalendar } from '../../server/commands/administration/publish-calendar';
import { type FeeDescription, type ProcedureVersionContent } from '../../server/domain/procedure';
import { type StaffDuty } from '../../server/domain/duties';
import { type Actor, type CitizenActor, type StaffActor } from '../../server/policies/actor';
import { insertAccount } from '../../server/store/accounts';
import { insertDossier, readDossier } from '../../server/store/dossiers';
import { type DossierRow } from '../../server/store/models/dossier';
import { insertPaper } from '../../server/store/identity-papers';
import { insertPerson } from '../../server/store/people';
import { insertProcedure, publishProcedureVersion } from '../../server/store/procedures';
import { publishDiagram, publishForm } from '../../server/store/published-versions';
import { openTasksOf } from '../../server/store/tasks';
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

export type Office = Awaited<ReturnType<typeof openOffice>>;

const SAME_DAY = 'workflows/diagrams/same-day/process.bpmn';

/** A commune with its centre, its post and people for every duty of the counter, on a published calendar, with one diagram. */
export async function openOffice(database: Sequelize, xml = readFileSync(SAME_DAY, 'utf8')) {
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
    perform: perform as Perform,
    read,
    as,
    ...rows,
    staff,
    clerk: await staff(centre.id, ['clerk']),
    collector: await staff(centre.id, ['fee-collector']),
    officer: await staff(commune.id, ['officer']),
    postman: await staff(post.id, ['postman']),
    stranger: await staff((await database.transaction((tx) => enterAgency(tx, { kind: 'centre' }))).id, ['clerk', 'fee-collector']),
    at: <Answer>(work: Parameters<typeof database.transaction<Answer>>[0]) => database.transaction(work),
    reload: (dossier: DossierRow) => database.transaction((tx) => readDossier(tx, dossier.id)),
  };
}

/** How a test's dossier differs from one filed over the counter by its owner, without a fee, to be fetched there. */
export type Filed = { fees?: FeeDescription[]; channel?: DossierRow['channel']; answers?: Record<string, unknown> } & Partial<
  Pick<DossierRow, 'returnWay' | 'returnAddress' | 'ownerNumber' | 'ownerPhone' | 'status'>
> & { content?: Partial<ProcedureVersionContent>; email?: string; language?: 'vi' | 'en'; relative?: boolean };

export const OWNER_NUMBER = '042088001234';
export const SUBMITTER_NUMBER = '042091005678';

/** A dossier at the beginning of its diagram, with the fees of its own version. */
export async function fileDossier(office: Office, filed: Filed = {}): Promise<{ dossier: DossierRow; citizen: CitizenActor }> {
  const { fees = [], content = {}, channel = 'counter', email = null, language = 'vi', relative, answers = {}, ...values } = filed;
  return office.as(SYSTEM, async (context) => {
    const { tx, now } = context;
    const key = randomUUID();
    const published = { publishedAt: now, publishedBy: 'test' };
    const form = await publishForm(tx, { key, content: {}, sha256: 'f', ...published });
    await insertProcedure(tx, { code: key, name: 'Cấp bản sao trích lục hộ tịch', field: 'Hộ tịch', level: 'commune', createdAt: now });
    const version = await publishProcedureVersion(tx, {
      procedureCode: key,
      content: { ...modelled(), ...content, fees },
      sha256: 'p',
      formVersionId: form.id,
      diagramVersionId: office.version.id,
      resultTemplateVersionId: null,
      effectiveFromOn: '2026-01-01',
      effectiveToOn: null,
      sourceDecision: 'QĐ thử',
      ...published,
    });
    const owner = await insertPerson(tx, { fullName: 'Đặng Thị Hoà', createdAt: now });
    const submitter = relative ? await insertPerson(tx, { fullName: 'Đặng Văn Nam', createdAt: now }) : owner;
    const number = relative ? SUBMITTER_NUMBER : OWNER_NUMBER;
    await insertPaper(tx, { personId: submitter.id, kind: 'citizen-number', number, createdAt: now });
    const account = await insertAccount(tx, {
      kind: 'citizen',
      displayName: submitter.fullName,
      personId: submitter.id,
      email,
      language,
      createdAt: now,
    });
    const dossier = await insertDossier(tx, {
      code: `H27.30-261125-${key.slice(0, 8)}`,
      procedureCode: key,
      procedureVersionId: version.id,
      diagramVersionId: office.version.id,
      caseKey: 'own',
      channel,
      centreId: office.centre.id,
      agencyId: office.commune.id,
      ownerPersonId: owner.id,
      ownerName: owner.fullName,
      ownerNumber: OWNER_NUMBER,
      submitterPersonId: submitter.id,
      submitterAccountId: account.id,
      submitterName: submitter.fullName,
      answers,
      returnWay: 'counter',
      isSameDay: true,
      createdAt: now,
      submittedAt: now,
      status: 1,
      ...values,
    });
    const { procedure } = await lockCase(context, dossier.id);
    await openCase(context, { dossier, procedure }, 'submit', { fees: await openFees(context, { dossier, procedure }) });
    const citizen: CitizenActor = {
      kind: 'citizen',
      accountId: account.id,
      sessionId: randomUUID(),
      personId: submitter.id,
      isVerified: true,
      name: submitter.fullName,
    };
    return { dossier, citizen };
  });
}

/** The steps of the same-day diagram to a result that is sealed, each as its act decides it. */
const STEPS: readonly StepRequest[] = [
  { act: 'check-submission', facts: { intake: 'accepted' } },
  { act: 'confirm-forwarded', facts: { handOver: 'received' } },
  { act: 'examine', facts: { examination: 'qualified' } },
  { act: 'draft-result', facts: { decision: 'grant', resultKind: 'electronic' } },
  { act: 'sign-result', facts: { decision: 'grant' } },
  { act: 'number-and-seal', facts: { seal: 'done' } },
  { act: 'enter-book' },
  { act: 'confirm-result', facts: { handOver: 'received' } },
];

/** Brings a dossier on, the house answering each step, until after this act. */
export async function bringTo(office: Office, dossier: DossierRow, last: string, decision: 'grant' | 'refuse' = 'grant'): Promise<void> {
  const from = await office.at((tx) => openTasksOf(tx, dossier.id));
  let isReached = false;
  for (const step of STEPS) {
    if (!isReached && !from.some(({ act }) => act === step.act)) continue;
    isReached = true;
    const facts = step.facts?.decision ? { ...step.facts, decision } : (step.facts ?? {});
    await office.as(SYSTEM, async (context) => {
      const accepted = step.act === 'check-submission' ? { change: { acceptedAt: context.now, receivedAt: context.now } } : {};
      await takeStep(context, await lockCase(context, dossier.id), { ...step, facts, ...accepted });
    });
    if (step.act === last) return;
  }
  throw new Error(`${last} is not on the way from ${from.map(({ act }) => act).join(', ')}`);
}

/** One fee of a version, to be paid whole. */
export function feeOf(values: Partial<FeeDescription> = {}): FeeDescription {
  const words = { vi: '8.000 đồng', en: '8,000 dong' };
  return {
    key: 'copy',
    kind: 'phi',
    name: { vi: 'Phí cấp bản sao', en: 'Fee for copies' },
    amountDong: 8000,
    perAnswer: null,
    wording: words,
    dueWhen: 'return',
    isRefundable: false,
    refundClause: null,
    exemptions: [],
    account: null,
    channels: [],
    validFromOn: '2026-01-01',
    validToOn: null,
    ...values,
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

function modelled(): ProcedureVersionContent {
  return JSON.parse(readFileSync('workflows/procedures/2.000635/procedure.json', 'utf8')) as ProcedureVersionContent;
}

const CALENDAR = {
  publishedFromOn: '2026-01-01',
  publishedThroughOn: '2027-12-31',
  decision: 'QĐ thử',
  isDemonstration: true,
  days: [],
};
