import {
  bookEntriesOf,
  cancelBookEntry,
  carryBookForward,
  enterInBook,
  enterRegister,
  findRegisterEntry,
  nextNumber,
  openBook,
} from '../../server/store/books';
import { nextInSeries } from '../../server/store/counters';
import { rows } from '../../server/store/rows';
import { useDatabase } from '../support/database';
import { closeBook, enterAgency, enterDossier, enterProcedure, NOON, TODAY } from '../support/on-record';

const database = useDatabase();
const transaction = <Answer>(work: Parameters<typeof database.sequelize.transaction<Answer>>[0]) => database.sequelize.transaction(work);

async function openRegister(): Promise<{ bookId: string; agencyId: number }> {
  return transaction(async (tx) => {
    const agency = await enterAgency(tx);
    const book = await openBook(tx, register(agency.id, 2026));
    return { bookId: book.id, agencyId: agency.id };
  });
}

const register = (agencyId: number, year: number) =>
  ({
    agencyId,
    key: 'register',
    kind: 'register',
    name: 'Sổ theo dõi hồ sơ',
    year,
    pattern: '{number}',
    keeperDuty: 'clerk',
    openedOn: `${year}-01-01`,
  }) as const;

const settled = (all: PromiseSettledResult<number>[]) =>
  all.filter((one): one is PromiseFulfilledResult<number> => one.status === 'fulfilled').map(({ value }) => value);
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
const inOrder = (numbers: number[]) => [...numbers].sort((one, other) => one - other);

test('gives 200 acceptances at once their codes and register numbers, although some of them fail: no code twice, no hole in the register', async () => {
  const { bookId } = await openRegister();
  const at = await transaction(async (tx) => ({ agency: await enterAgency(tx), procedure: await enterProcedure(tx) }));
  const accepted = await Promise.allSettled(
    upTo(200).map((turn) =>
      transaction(async (tx) => {
        const serial = await nextInSeries(tx, 'H27.200-261125');
        const dossier = await enterDossier(tx, at, { code: `H27.200-261125-${String(serial).padStart(4, '0')}` });
        const number = await enterRegister(tx, { bookId, dossierId: dossier.id, enteredAt: NOON });
        if (turn % 7 === 0) throw new Error('the act fails after its number was taken');
        return number;
      }),
    ),
  );
  expect(accepted.filter(({ status }) => status === 'rejected')).toHaveLength(28);
  expect(inOrder(settled(accepted))).toEqual(upTo(172));
  const held = await transaction((tx) =>
    rows<{ code: string; number: number }>(
      tx,
      'select d.code, r.number from register_entries r join dossiers d on d.id = r.dossier_id where r.book_id = $1 order by r.number',
      [bookId],
    ),
  );
  expect(held.map(({ number }) => number)).toEqual(upTo(172));
  expect(new Set(held.map(({ code }) => code)).size).toBe(172);
});

test('counts each series for itself from one', async () => {
  const numbers = await transaction(async (tx) => [
    await nextInSeries(tx, 'one'),
    await nextInSeries(tx, 'other'),
    await nextInSeries(tx, 'one'),
  ]);
  expect(numbers).toEqual([1, 1, 2]);
});

test('enters a dossier in the register once', async () => {
  const { bookId } = await openRegister();
  const dossier = await transaction(async (tx) => enterDossier(tx, { agency: await enterAgency(tx), procedure: await enterProcedure(tx) }));
  const enter = () => transaction((tx) => enterRegister(tx, { bookId, dossierId: dossier.id, enteredAt: NOON }));
  await enter();
  await expect(enter()).rejects.toThrow();
  expect(await transaction((tx) => findRegisterEntry(tx, dossier.id))).toMatchObject({ number: 1, year: 2026, lastNumber: 1 });
});

test('opens the book of the new year once, as it was, and starts it at 1', async () => {
  const { bookId, agencyId } = await openRegister();
  await transaction((tx) => nextNumber(tx, bookId));
  const name = { agencyId, key: 'register', year: 2027 };
  const opened = await Promise.all(upTo(5).map(() => transaction((tx) => carryBookForward(tx, name, '2027-01-01'))));
  expect(new Set(opened.map((book) => book?.id)).size).toBe(1);
  expect(opened[0]).toMatchObject({ year: 2027, lastNumber: 0, pattern: '{number}', keeperDuty: 'clerk', openedOn: '2027-01-01' });
});

test('refuses a second book of the same name and year, and a number from a closed one', async () => {
  const { bookId, agencyId } = await openRegister();
  await expect(transaction((tx) => openBook(tx, register(agencyId, 2026)))).rejects.toMatchObject({ code: 'already-exists' });
  await transaction((tx) => closeBook(tx, bookId, TODAY));
  await expect(transaction((tx) => nextNumber(tx, bookId))).rejects.toMatchObject({ code: 'book-missing' });
});

test('keeps a cancelled number in its book and gives the next one after it', async () => {
  const { bookId } = await openRegister();
  const entry = { bookId, resultId: null, letterId: null, issuedOn: TODAY, enteredAt: NOON };
  await transaction((tx) => enterInBook(tx, entry));
  const cancel = () => transaction((tx) => cancelBookEntry(tx, { bookId, number: 1, at: NOON, reason: 'sai tên' }));
  await cancel();
  await expect(cancel()).rejects.toMatchObject({ code: 'not-found' });
  await transaction((tx) => enterInBook(tx, entry));
  const held = await transaction((tx) => bookEntriesOf(tx, { bookId, afterNumber: 0, limit: 10 }));
  expect(held.map(({ number, cancelReason }) => [number, cancelReason])).toEqual([
    [1, 'sai tên'],
    [2, null],
  ]);
});
