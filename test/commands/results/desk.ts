import { readDossier } from '../../../server/store/dossiers';
import { type DossierRow } from '../../../server/store/models/dossier';
import { PIN } from '../../support/certificates';
import { type Answer, type Client } from '../../support/client';
import { type Office } from '../../support/server';
import { type SigningOffice } from '../../support/signing-office';

export type Shown = { id: string; state: string; nextSha256: string; number: string | null };

const DEPARTMENT = { agency: 'department', centre: 'provincial-centre' } as const;
export const WARD = { agency: 'commune', centre: 'commune-centre' } as const;

/** The people around the results of the department, or of the ward, and what they do over the wire. */
export function deskOf(office: Office, signing: () => SigningOffice, where: typeof DEPARTMENT | typeof WARD = DEPARTMENT) {
  const at = { place: where.agency };
  const people = {
    officer: () => office.as('officer', at),
    head: () => office.as('division-head', at),
    leader: () => office.as('leader', at),
    clerical: () => office.as('clerical-officer', at),
    clerk: () => office.as('clerk', { place: where.centre }),
  };
  const dossier = (id: string): Promise<DossierRow> => office.sequelize.transaction((tx) => readDossier(tx, id));

  async function act(who: Client, id: string, path: string, body: object = {}): Promise<Answer> {
    return who.post(`/api/dossiers/${id}${path}`, { ...body, expectedVersion: (await dossier(id)).version });
  }

  async function resultsOf(id: string): Promise<Shown[]> {
    return (await people.officer().get(`/api/dossiers/${id}/results`)).body.results as Shown[];
  }

  async function resultOf(id: string): Promise<Shown> {
    return (await resultsOf(id))[0]!;
  }

  /** A dossier whose document waits for the leader, drawn. */
  async function submitted(body: object = { outcome: 'grant' }): Promise<string> {
    const { id } = await signing().dossierAt('draft-result');
    await act(people.officer(), id, '/proposals', body);
    await act(people.head(), id, '/proposals/current/review', { isAgreed: true });
    await signing().deliver();
    return id;
  }

  async function itemsOf(ids: readonly string[]) {
    const items = [];
    for (const id of ids) {
      const { id: resultId, nextSha256: expectedSha256 } = await resultOf(id);
      items.push({ resultId, expectedSha256 });
    }
    return items;
  }

  async function request(who: Client, kind: 'sign' | 'seal', ids: readonly string[], pin = PIN): Promise<Answer> {
    return who.post('/api/signature-batches', { kind, pin, items: await itemsOf(ids) });
  }

  /** Asks, has the workers work, and answers the batch as it then stands. */
  async function done(who: Client, kind: 'sign' | 'seal', ids: readonly string[]) {
    const { body } = await request(who, kind, ids);
    await signing().sign();
    return batchOf(who, body.batch.id as string);
  }

  async function batchOf(who: Client, batchId: string) {
    return (await who.get(`/api/signature-batches/${batchId}`)).body.batch;
  }

  return { ...people, dossier, act, resultsOf, resultOf, submitted, itemsOf, request, done, batchOf };
}
