import { createHash } from 'node:crypto';
import { findAgencyByCode } from '../../server/store/agencies';
import { type Answer, type Client } from './client';
import { useDatabase } from './database';
import { ownAnswers } from './filing';
import { formOfProcedure, openOneStop } from './one-stop';
import { type CitizenPerson } from './people';
import { plainPdf } from './plain-pdf';
import { makeClock, MORNING, type Office, openOffice } from './server';

export type FilingOffice = Awaited<ReturnType<typeof openFilingOffice>>;

/** The small province with its procedures behind a server of this test file's own. */
export function useFilingOffice(): FilingOffice {
  const database = useDatabase();
  let filing: FilingOffice | undefined;
  beforeAll(async () => {
    filing = await openFilingOffice(database.sequelize);
  }, 60_000);
  afterAll(() => filing?.office.close());
  beforeEach(() => filing?.office.clock.set(MORNING));
  return new Proxy({} as FilingOffice, { get: (_target, name) => filing?.[name as keyof FilingOffice] });
}

async function openFilingOffice(database: Parameters<typeof openOneStop>[0]) {
  const town = await openOneStop(database);
  const office = await openOffice(database, { clock: makeClock(), places: {} as Office['places'] });

  async function newCitizen(): Promise<{ person: CitizenPerson; client: Client }> {
    const person = await office.people.enterCitizen({ state: 'verified', name: 'Trần Thị Hoài Thương' });
    return { person, client: office.signIn(person) };
  }

  async function clerkAt(code: string): Promise<Client> {
    const agency = await town.act({ kind: 'system', name: 'test' }, ({ tx }) => findAgencyByCode(tx, code));
    return office.signIn(await office.people.enterStaff({ agency: agency!, duties: ['clerk'] }));
  }

  const create = (client: Client, wish = {}) =>
    client.post('/api/drafts', { procedureCode: '2.000635', caseKey: 'own', communeCode: '18073', ...wish });

  async function fillIn(client: Client, draft: { id: string; version: number }, answers: Record<string, unknown>): Promise<number> {
    let { version } = draft;
    for (const page of formOfProcedure('2.000635').pages) {
      const known = page.fields
        .filter(({ id, type }) => type !== 'attachment' && answers[id] !== undefined)
        .map(({ id }) => [id, answers[id]]);
      if (!known.length) continue;
      const section = { expectedVersion: version, answers: Object.fromEntries(known) as object };
      version = (await client.put(`/api/drafts/${draft.id}/sections/${page.id}`, section)).body.draft.version;
    }
    return (await client.put(`/api/drafts/${draft.id}/return`, { expectedVersion: version, way: 'online' })).body.draft.version as number;
  }

  async function readyDraft(client: Client, person: CitizenPerson): Promise<{ id: string; version: number }> {
    const { body } = await create(client);
    return { id: body.draft.id, version: await fillIn(client, body.draft, ownAnswers(person)) };
  }

  async function filed(client: Client, person: CitizenPerson): Promise<{ id: string; version: number }> {
    const draft = await readyDraft(client, person);
    const { body } = await client.post(`/api/drafts/${draft.id}/submission`, { expectedVersion: draft.version, consent: true });
    return body.dossier;
  }

  return { town, office, newCitizen, clerkAt, create, fillIn, readyDraft, filed };
}

export const outcome = ({ status, body }: Answer): unknown[] => [status, body?.code];

/** The places that a refusal names. */
export const placesOf = ({ body }: Answer): string[] => (body.faults as { path: string }[]).map(({ path }) => path);

/** An honest paper of some size, as it is announced and sent. */
export const paper = plainPdf({
  1: '<</Type/Catalog/Pages 2 0 R>>',
  2: '<</Type/Pages/Kids[3 0 R]/Count 1>>',
  3: '<</Type/Page/Parent 2 0 R>>',
  4: `<</Length 200000>>\nstream\n${'.'.repeat(200_000)}\nendstream`,
});
export const hashOf = (content: Buffer) => createHash('sha256').update(content).digest('hex');
export const announced = { componentKey: 'authorisation', name: 'ủy quyền.pdf', size: paper.length, sha256: hashOf(paper) };
export const bytes = { 'Content-Type': 'application/octet-stream' };
