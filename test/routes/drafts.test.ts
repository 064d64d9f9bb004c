import { randomUUID } from 'node:crypto';
import { ownAnswers } from '../support/filing';
import { announced, outcome, placesOf, useFilingOffice } from '../support/filing-office';
import { formOfProcedure, procedureOf, WARD_CENTRE } from '../support/one-stop';

const filing = useFilingOffice();

test('a citizen files over HTTP: begin, fill in, look, submit; the second click answers the same', async () => {
  const { person, client } = await filing.newCitizen();
  const draft = await filing.readyDraft(client, person);
  const { body } = await client.get(`/api/drafts/${draft.id}`);
  expect(body).toMatchObject({
    draft: { faults: [], stops: [], fees: [{ amountDong: 24_000 }], returnWay: 'online' },
    form: { id: '2.000635' },
  });
  expect((await client.get('/api/drafts')).body.items).toMatchObject([{ id: draft.id, procedureCode: '2.000635' }]);
  const click = { key: randomUUID() };
  const submit = () => client.post(`/api/drafts/${draft.id}/submission`, { expectedVersion: draft.version, consent: true }, click);
  const [first, second] = [await submit(), await submit()];
  expect(first).toMatchObject({ status: 201, body: { dossier: { status: 1, ownerName: person.name }, likeCode: null } });
  expect(second.body).toEqual(first.body);
  expect(second.headers.get('Idempotency-Replayed')).toBe('true');
  expect((await client.get('/api/drafts')).body.items).toEqual([]);
});

test('the clerk of the centre accepts it; the inbox’s acts are refused to others', async () => {
  const { person, client } = await filing.newCitizen();
  const { id, version } = await filing.filed(client, person);
  const acceptance = `/api/dossiers/${id}/acceptance`;
  expect(outcome(await client.post(acceptance, { expectedVersion: version }))).toEqual([403, 'not-permitted']);
  expect(outcome(await filing.office.nobody().post(acceptance, { expectedVersion: version }))).toEqual([401, 'not-signed-in']);
  expect(outcome(await (await filing.clerkAt('H27.18100.TT')).post(acceptance, { expectedVersion: version }))).toEqual([404, 'not-found']);
  const clerk = await filing.clerkAt(WARD_CENTRE);
  expect(outcome(await clerk.post(acceptance, { expectedVersion: 1 }))).toEqual([409, 'stale']);
  expect(outcome(await clerk.post(acceptance, { expectedVersion: version, isReceiptWanted: 'yes' }))).toEqual([422, 'invalid-input']);
  expect(await clerk.post(acceptance, { expectedVersion: version })).toMatchObject({ status: 200, body: { dossier: { status: 2 } } });
});

describe('drafts over HTTP', () => {
  test('need a citizen, and are nobody else’s', async () => {
    const { client } = await filing.newCitizen();
    const { body } = await filing.create(client);
    const stranger = (await filing.newCitizen()).client;
    const clerk = await filing.clerkAt(WARD_CENTRE);
    const path = `/api/drafts/${body.draft.id}`;
    expect(outcome(await filing.create(filing.office.nobody()))).toEqual([401, 'not-signed-in']);
    expect(outcome(await filing.create(clerk))).toEqual([403, 'not-permitted']);
    expect(outcome(await stranger.get(path))).toEqual([404, 'not-found']);
    expect(outcome(await stranger.put(`${path}/sections/copies`, { expectedVersion: 1, answers: {} }))).toEqual([404, 'not-found']);
    expect(outcome(await stranger.put(`${path}/place`, { expectedVersion: 1, communeCode: '18073' }))).toEqual([404, 'not-found']);
    expect(outcome(await stranger.put(`${path}/return`, { expectedVersion: 1, way: 'online' }))).toEqual([404, 'not-found']);
    expect(outcome(await stranger.post(`${path}/uploads`, announced))).toEqual([404, 'not-found']);
    expect(outcome(await stranger.post(`${path}/submission`, { expectedVersion: 1, consent: true }))).toEqual([404, 'not-found']);
    expect(outcome(await stranger.delete(`${path}/components/authorisation/files/${randomUUID()}`))).toEqual([404, 'not-found']);
    expect(outcome(await stranger.delete(path))).toEqual([404, 'not-found']);
    expect((await client.delete(path)).status).toBe(204);
    expect(outcome(await client.get(path))).toEqual([404, 'not-found']);
  });

  test.each([
    ['a letter that no database keeps', { requesterEmail: 'a\u0000b' }],
    ['half a letter', { requesterEmail: '\ud800' }],
    ['half a letter in a name', { '\udc00': 'x' }],
    ['a place inside a place inside a place', { requesterAddress: JSON.parse('{"line":'.repeat(20) + '1' + '}'.repeat(20)) as object }],
    ['another shape', { requesterName: ['A'] }],
    ['a question of another page', { copies: 3 }],
  ])('%s is refused before anything is kept', async (_what, answers) => {
    const { client } = await filing.newCitizen();
    const { body } = await filing.create(client);
    const refused = await client.put(`/api/drafts/${body.draft.id}/sections/requester`, { expectedVersion: 1, answers });
    expect(outcome(refused)).toEqual([422, 'invalid-input']);
    expect((await client.get(`/api/drafts/${body.draft.id}`)).body.draft.version).toBe(1);
  });

  test('what is wrong is saved and told beside', async () => {
    const { client } = await filing.newCitizen();
    const { body } = await filing.create(client);
    const saved = await client.put(`/api/drafts/${body.draft.id}/sections/copies`, { expectedVersion: 1, answers: { copies: '99' } });
    expect(saved.status).toBe(200);
    expect(saved.body.draft.answers).toMatchObject({ copies: 99 });
    expect((saved.body.draft.faults as { path: string }[]).map(({ path }) => path)).toContain('copies');
  });

  test('R48: a newer version moves the draft, though the submission is refused; the next one goes through', async () => {
    const { person, client } = await filing.newCitizen();
    const code = '9.000009';
    const content = { ...procedureOf('2.000635'), code, form: code };
    await filing.town.publish(content, { ...formOfProcedure('2.000635'), id: code });
    const { body } = await filing.create(client, { procedureCode: code });
    const version = await filing.fillIn(client, body.draft, ownAnswers(person));
    await filing.town.publish({
      ...content,
      effectiveFromOn: '2026-11-26',
      fees: content.fees.map((fee) => ({ ...fee, amountDong: 9000 })),
    });
    filing.office.clock.set('2026-11-26T02:00:00Z');
    const path = `/api/drafts/${body.draft.id}`;
    expect((await filing.office.signIn(person).get(path)).body.draft.newerVersion).toMatchObject({
      effectiveFromOn: '2026-11-26',
      changes: [{ what: 'fee' }],
    });
    const again = filing.office.signIn(person);
    const refused = await again.post(`${path}/submission`, { expectedVersion: version, consent: true });
    expect([refused.status, refused.body.code, refused.body.facts.changes]).toEqual([
      409,
      'stale',
      [expect.objectContaining({ what: 'fee' })],
    ]);
    expect(refused.body.detail).toContain('thủ tục có phiên bản mới');
    const moved = (await again.get(path)).body.draft;
    expect([moved.newerVersion, moved.fees[0].amountDong]).toEqual([null, 27_000]);
    expect((await again.post(`${path}/submission`, { expectedVersion: moved.version, consent: true })).status).toBe(201);
  });

  test('without consent, or with something missing, the submission is refused with every place', async () => {
    const { client } = await filing.newCitizen();
    const { body } = await filing.create(client, { communeCode: undefined });
    const submit = (consent: boolean) => client.post(`/api/drafts/${body.draft.id}/submission`, { expectedVersion: 1, consent });
    expect(outcome(await submit(false))).toEqual([422, 'consent-missing']);
    const refused = await submit(true);
    expect(outcome(refused)).toEqual([422, 'draft-incomplete']);
    expect(placesOf(refused)).toEqual(expect.arrayContaining(['answers.requesterAddress', 'answers.truth', 'place', 'returnWay']));
  });
});
