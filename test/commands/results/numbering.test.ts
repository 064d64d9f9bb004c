import { foreseeNumber, takeNumber } from '../../../server/casework/take-number';
import { type Actor } from '../../../server/policies/actor';
import { openBook } from '../../../server/store/books';
import { enterAgency } from '../../support/on-record';
import { useOneStop } from '../../support/one-stop';

const town = useOneStop();
const system: Actor = { kind: 'system', name: 'test' };
const NOTHING = { resultId: null, letterId: null };

/** A book of certificates of 2026, in which six numbers are given. */
async function bookOf2026() {
  return town.act(system, async ({ tx }) => {
    const { id: agencyId } = await enterAgency(tx);
    const book = { agencyId, key: 'GXN', kind: 'result', name: 'Sổ cấp giấy xác nhận', pattern: '{number}/{year}/GXN' } as const;
    await openBook(tx, { ...book, year: 2026, keeperDuty: 'book-keeper', openedOn: '2026-01-01', lastNumber: 6 });
    return { agencyId, key: 'GXN' };
  });
}

test('R33: numbered on 31/12 a document is of the old year, on 02/01 of the new one, whenever it was signed', async () => {
  const book = await bookOf2026();
  const foreseen = () => town.act(system, (context) => foreseeNumber(context, book));
  town.clock.set('2026-12-31T09:59:00Z');
  expect(await foreseen()).toMatchObject({ number: 7, numberText: '07/2026/GXN', issuedOn: '2026-12-31' });
  town.clock.set('2027-01-02T01:00:00Z');
  expect(await foreseen()).toMatchObject({ number: 1, numberText: '01/2027/GXN', issuedOn: '2027-01-02' });
});

test('R33: a number that was foreseen before the office’s midnight is not given after it', async () => {
  const book = await bookOf2026();
  town.clock.set('2026-12-31T16:59:00Z');
  const foreseen = await town.act(system, (context) => foreseeNumber(context, book));
  town.clock.set('2026-12-31T17:00:00Z');
  await expect(town.act(system, (context) => takeNumber(context, foreseen, NOTHING))).rejects.toThrow('taken meanwhile');
  const next = await town.act(system, (context) => foreseeNumber(context, book));
  expect(next).toMatchObject({ number: 1, issuedOn: '2027-01-01' });
});
