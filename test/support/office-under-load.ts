import { DEMONSTRATION_PASSWORD } from '../../server/seed/accounts';
import { copiesAnswers } from '../forms/right-answers';
import { PersistentClient, type Sightings } from './persistent-client';

/** What was acknowledged, kept outside the system: it must all be there in the end, and nothing else. */
export type Ledger = {
  /** Draft by id: the version that was answered last. */
  drafts: Map<string, number>;
  /** Dossier by the draft it was made of. */
  submitted: Map<string, { dossierId: string; code: string }>;
  /** Ids of dossiers whose acceptance was answered. */
  accepted: Set<string>;
};

export type Load = { ledger: Ledger; stop: () => Promise<void> };

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

/** Citizens who file copies of extracts and a clerk who accepts them, several at once, without a pause, until stopped. */
export function startLoad(url: string, seen: Sightings): Load {
  const ledger: Ledger = { drafts: new Map(), submitted: new Map(), accepted: new Set() };
  const waiting: { dossierId: string; version: number }[] = [];
  let isOver = false;
  let hasFiledAll = false;

  async function citizen(userName: string): Promise<void> {
    const client = new PersistentClient(url, seen);
    await client.signIn(userName, DEMONSTRATION_PASSWORD);
    while (!isOver) await file(client);
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
    const { dossier } = body as { dossier: { id: string; code: string; version: number } };
    ledger.submitted.set(draft.id, { dossierId: dossier.id, code: dossier.code });
    waiting.push({ dossierId: dossier.id, version: dossier.version });
  }

  async function clerk(): Promise<void> {
    const client = new PersistentClient(url, seen);
    await client.signIn('thanhsen.motcua', DEMONSTRATION_PASSWORD);
    while (!hasFiledAll || waiting.length > 0) {
      const next = waiting.shift();
      if (!next) {
        await new Promise((resolve) => setTimeout(resolve, 20));
        continue;
      }
      await client.act('POST', `/api/dossiers/${next.dossierId}/acceptance`, { expectedVersion: next.version }, 200);
      ledger.accepted.add(next.dossierId);
    }
  }

  const people = ['cong-dan-01', 'cong-dan-01', 'cong-dan-02', 'cong-dan-02', 'cong-dan-03', 'cong-dan-03'];
  const filing = Promise.all(people.map(citizen));
  const accepting = Promise.all([clerk(), clerk()]);
  // A fault is thrown where the load is stopped; until then it must not end the test run.
  for (const work of [filing, accepting]) work.catch(() => undefined);
  return {
    ledger,
    async stop() {
      isOver = true;
      await filing;
      hasFiledAll = true;
      await accepting;
    },
  };
}
