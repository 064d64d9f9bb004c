import { claimRequest, findRequest, purgeRequests, storeAnswer } from '../../server/store/requests';
import { useDatabase } from '../support/database';
import { NOON } from '../support/on-record';

const database = useDatabase();
const transaction = <Answer>(work: Parameters<typeof database.sequelize.transaction<Answer>>[0]) => database.sequelize.transaction(work);

const request = (key: string) => ({ actor: 'account:1', key, endpoint: 'POST /api/dossiers', bodySha256: 'b1' });
const answered = (key: string) => ({ ...request(key), status: 201, answer: { id: 'd1' } as unknown, at: NOON });

const answer = (key: string) =>
  transaction(async (tx) => {
    await claimRequest(tx, request(key));
    await storeAnswer(tx, answered(key));
  });

test('gives the same request the answer it got before', async () => {
  await answer('same');
  expect(await transaction((tx) => claimRequest(tx, request('same')))).toEqual(answered('same'));
});

test('refuses a key that comes again with another body or for another act', async () => {
  await answer('reused');
  const claim = (other: object) => transaction((tx) => claimRequest(tx, { ...request('reused'), ...other }));
  await expect(claim({ bodySha256: 'b2' })).rejects.toMatchObject({ code: 'key-reused' });
  await expect(claim({ endpoint: 'POST /api/drafts' })).rejects.toMatchObject({ code: 'key-reused' });
  expect(await claim({ actor: 'account:2' })).toBeUndefined();
});

test('refuses the same request while it is being handled, and takes it once that act has failed', async () => {
  const first = await database.sequelize.transaction();
  await claimRequest(first, request('busy'));
  await expect(transaction((tx) => claimRequest(tx, request('busy')))).rejects.toMatchObject({ code: 'key-in-flight' });
  await storeAnswer(first, answered('busy'));
  await first.rollback();
  expect(await transaction((tx) => claimRequest(tx, request('busy')))).toBeUndefined();
});

test('keeps an answer that is a list, a text or nothing', async () => {
  await transaction(async (tx) => {
    for (const [key, value] of Object.entries({ list: [1, 'hai'], text: 'xong', nothing: null }))
      await storeAnswer(tx, { ...answered(key), answer: value });
    expect((await findRequest(tx, 'account:1', 'list'))?.answer).toEqual([1, 'hai']);
    expect((await findRequest(tx, 'account:1', 'text'))?.answer).toBe('xong');
    expect((await findRequest(tx, 'account:1', 'nothing'))?.answer).toBeNull();
  });
});

test('forgets what is older than the instant given and nothing else', async () => {
  await transaction(async (tx) => {
    await storeAnswer(tx, { ...answered('old'), at: new Date('2026-10-01T00:00:00Z') });
    await storeAnswer(tx, answered('new'));
  });
  await transaction((tx) => purgeRequests(tx, new Date('2026-10-26T05:00:00Z')));
  expect(await transaction((tx) => findRequest(tx, 'account:1', 'old'))).toBeUndefined();
  expect(await transaction((tx) => findRequest(tx, 'account:1', 'new'))).toBeDefined();
});
