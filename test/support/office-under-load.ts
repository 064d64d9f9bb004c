import { DEMONSTRATION_PASSWORD } from '../../server/seed/accounts';
import { copiesAnswers } from '../forms/right-answers';
import { PersistentClient, type Sightings } from './persistent-client';

/** What was acknowledged, kept outside the system: it must all be there in the end, and nothing else. */
export type Ledger = {
  /** Draft by id: the version that was answered last. */
  drafts: Map<string, number>;
  /** Dossier by the draft it was made of. */
  submitted: Map<string, { dossierId: string; code: string }>;
  /** By dossier: the acts of staff that were answered, in their order. */
  worked: Map<string, string[]>;
};

/** `check` throws where a hand has met what it did not expect. */
export type Load = { ledger: Ledger; check: () => void; stop: () => Promise<void> };

/** Begins a draft for copies of one's own extract. */
export const BEGIN = { procedureCode: '2.000635', caseKey: 'own', communeCode: '18073' };
const PAGES = [
  {
    page: 'requester',
    answers: { requesterAddress: copiesAnswers.requesterAddress, requesterPhone: copiesAnswers.requesterPhone },
  },
  {
    page: 'record',
    answers: {
      subjectBornOn: '1990',
      subjectSex: 'female',
      eventKind: 'birth',
      documentKind: 'extract',
      registeredOffice: copiesAnswers.registeredOffice,
      registeredOn: '2015',
    },
  },
  { page: 'copies', answers: { copies: '2', resultKind: 'electronic' } },
  { page: 'papers', answers: { truth: 'yes' } },
];

/** What staff do with a dossier, one after the other: each act under its name in the journal. */
const WORK = [
  { act: 'check-submission', by: 'thanhsen.motcua', door: 'acceptance', body: {} },
  { act: 'record-payment', by: 'thanhsen.thuphi', door: 'payments', body: { method: 'cash', amountDong: 16_000 } },
] as const;
export const WORKED = WORK.map(({ act }) => act);

/**
 * Citizens who file copies of extracts, clerks who accept them and the fee
 * collector who takes the money, all at once, without a pause, until stopped.
 */
export function startLoad(url: string, seen: Sightings): Load {
  const ledger: Ledger = { drafts: new Map(), submitted: new Map(), worked: new Map() };
  const waiting: string[][] = WORK.map(() => []);
  const colleagues = new Map<string, Promise<PersistentClient>>();
  /** Whether the hands before this step have stopped. */
  const isDone = WORK.map(() => false);
  let isOver = false;
  let failure: Error | undefined;

  async function citizen(userName: string): Promise<void> {
    const client = await enter(userName);
    while (!isOver && !failure) await file(client);
  }

  async function file(client: PersistentClient): Promise<void> {
    const { draft } = (await client.act('POST', '/api/drafts', BEGIN, 201)).body as { draft: { id: string; version: number } };
    ledger.drafts.set(draft.id, draft.version);
    const change = async (path: string, body: object): Promise<void> => {
      const expectedVersion = ledger.drafts.get(draft.id)!;
      const changed = await client.act('PUT', `/api/drafts/${draft.id}/${path}`, { expectedVersion, ...body }, 200);
      ledger.drafts.set(draft.id, (changed.body as { draft: { version: number } }).draft.version);
    };
    for (const { page, answers } of PAGES) await change(`sections/${page}`, { answers });
    await change('return', { way: 'online' });
    const expectedVersion = ledger.drafts.get(draft.id)!;
    const { body } = await client.act('POST', `/api/drafts/${draft.id}/submission`, { expectedVersion, consent: true }, 201);
    const { dossier } = body as { dossier: { id: string; code: string } };
    ledger.submitted.set(draft.id, { dossierId: dossier.id, code: dossier.code });
    waiting[0]!.push(dossier.id);
  }

  /** Signed in once: whoever tries six times at one moment is locked out. */
  function colleague(userName: string): Promise<PersistentClient> {
    const entering = colleagues.get(userName) ?? enter(userName);
    colleagues.set(userName, entering);
    return entering;
  }

  async function enter(userName: string): Promise<PersistentClient> {
    const client = new PersistentClient(url, seen);
    await client.signIn(userName, DEMONSTRATION_PASSWORD);
    return client;
  }

  /** Takes each waiting dossier through one act, and lays it before whoever has the next. */
  async function worker(step: number): Promise<void> {
    const { act, by, door, body } = WORK[step]!;
    const client = await colleague(by);
    while (!failure && (!isDone[step] || waiting[step]!.length > 0)) {
      const dossierId = waiting[step]!.shift();
      if (!dossierId) {
        await new Promise((resolve) => setTimeout(resolve, 20));
        continue;
      }
      if (!(await client.actOnLatest(`/api/dossiers/${dossierId}`, door, body))) {
        // the house has moved it meanwhile
        waiting[step]!.push(dossierId);
        continue;
      }
      ledger.worked.set(dossierId, [...(ledger.worked.get(dossierId) ?? []), act]);
      waiting[step + 1]?.push(dossierId);
    }
  }

  const people = ['cong-dan-01', 'cong-dan-01', 'cong-dan-02', 'cong-dan-02', 'cong-dan-03', 'cong-dan-03'];
  const filing = Promise.all(people.map(citizen));
  const working = WORK.map(async (_, step) => Promise.all([worker(step), worker(step)]));
  // A fault is thrown where the load is stopped; until then it ends the load, not the test run.
  for (const work of [filing, ...working]) work.catch((reason: Error) => (failure = reason));
  return {
    ledger,
    check() {
      if (failure) throw failure;
    },
    async stop() {
      isOver = true;
      await filing;
      for (const [step, done] of working.entries()) {
        isDone[step] = true;
        await done;
      }
    },
  };
}
