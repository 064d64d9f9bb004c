import { readFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { openCase } from '../../server/casework/open-case';
import { openFees } from '../../server/casework/open-fees';
import { lockCase } from '../../server/casework/read-case';
import { takeStep, type StepRequest } from '../../server/casework/take-step';
import { type FeeDescription, type ProcedureVersionContent } from '../../server/domain/procedure';
import { type Actor, type CitizenActor } from '../../server/policies/actor';
import { insertAccount } from '../../server/store/accounts';
import { insertDossier } from '../../server/store/dossiers';
import { type DossierRow } from '../../server/store/models/dossier';
import { insertPaper } from '../../server/store/identity-papers';
import { insertPerson } from '../../server/store/people';
import { insertProcedure, publishProcedureVersion } from '../../server/store/procedures';
import { publishForm } from '../../server/store/published-versions';
import { openTasksOf } from '../../server/store/tasks';
import { type Commune } from './commune';

const SYSTEM: Actor = { kind: 'system', name: 'test' };

/** How a test's dossier differs from one filed over the counter by its owner, without a fee, to be fetched there. */
export type Filed = { fees?: FeeDescription[]; channel?: DossierRow['channel']; answers?: Record<string, unknown> } & Partial<
  Pick<DossierRow, 'returnWay' | 'returnAddress' | 'ownerNumber' | 'ownerPhone' | 'status'>
> & { content?: Partial<ProcedureVersionContent>; email?: string; language?: 'vi' | 'en'; relative?: boolean };

/** What filing needs of an office. */
export type Filing = Pick<Commune, 'as' | 'version' | 'centre' | 'commune'>;

export const OWNER_NUMBER = '042088001234';
export const SUBMITTER_NUMBER = '042091005678';

/** A dossier at the beginning of its diagram, with the fees of its own version. */
export async function fileDossier(office: Filing, filed: Filed = {}): Promise<{ dossier: DossierRow; citizen: CitizenActor }> {
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
    await openCase(context, { dossier, procedure }, 'register', { fees: await openFees(context, { dossier, procedure }) });
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
export async function bringTo(office: Commune, dossier: DossierRow, last: string, decision: 'grant' | 'refuse' = 'grant'): Promise<void> {
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

function modelled(): ProcedureVersionContent {
  return JSON.parse(readFileSync('workflows/procedures/2.000635/procedure.json', 'utf8')) as ProcedureVersionContent;
}
