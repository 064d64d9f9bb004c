import { readJournal } from '../../../server/store/journal';
import { returnsOf } from '../../../server/store/returns';
import { COD, type Event, hour, useDesk } from './desk';

const desk = useDesk();
const { handed, report, parcel, acts, incidents, payments } = desk;

/** A trip with a failed first try, and the cash told twice: what carriers say of the most usual trouble. */
const TRIP: readonly Event[] = [
  { kind: 'out-for-delivery', eventAt: hour(10) },
  { kind: 'delivery-failed', eventAt: hour(11), reason: 'Đi vắng' },
  { kind: 'delivered', attempt: 2, eventAt: hour(30), collectedDong: COD },
  { kind: 'cod-collected', eventAt: hour(31), collectedDong: COD },
];

test.each(permutations(TRIP.length).map((order) => [order.map((place) => TRIP[place]!.kind).join(', '), order] as const))(
  'heard in the order %s, each twice: delivered once',
  async (_words, order) => {
    const dossier = await handed(COD);
    for (const place of order) {
      await report(dossier, TRIP[place]!);
      await report(dossier, { ...TRIP[place]!, eventAt: hour(33), collectedDong: 1 });
    }
    for (const event of TRIP) await report(dossier, event);
    expect(await desk.office.reload(dossier)).toMatchObject({ status: 10, subStatus: 'returned' });
    expect(await desk.office.at((tx) => returnsOf(tx, dossier.id))).toMatchObject([{ returnedAt: hour(30) }]);
    expect(await payments(dossier)).toEqual([['cash-on-delivery', 'settled']]);
    expect(await parcel(dossier)).toMatchObject({ state: 'delivered', attempts: 2, collectedDong: COD });
    expect(await incidents(dossier)).toEqual([]);
    expect(await acts(dossier)).toEqual([]);
    const entries = await desk.office.at((tx) => readJournal(tx, dossier.id));
    expect(entries.filter(({ facts }) => facts.status === 10)).toHaveLength(1);
  },
);

function permutations(length: number): number[][] {
  if (length === 0) return [[]];
  const rest = permutations(length - 1);
  return rest.flatMap((order) => Array.from({ length }, (_none, place) => [...order.slice(0, place), length - 1, ...order.slice(place)]));
}

test('two who report the delivery at once close the dossier once', async () => {
  const dossier = await handed(COD);
  const delivered = { kind: 'delivered' as const, eventAt: hour(20), collectedDong: COD };
  await Promise.all(Array.from({ length: 6 }, () => report(dossier, delivered)));
  expect(await desk.office.at((tx) => returnsOf(tx, dossier.id))).toHaveLength(1);
});
