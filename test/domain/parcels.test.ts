import fc from 'fast-check';
import { clash, isDone, PARCEL_EVENT_KINDS, type ParcelReport, standingOf } from '../../server/domain/parcels';
import { POSTAL_EVENT_KINDS } from '../../server/gateways/post/postal-gateway';

const at = (hour: number) => new Date(Date.UTC(2026, 10, 25, hour));
const report = (kind: ParcelReport['kind'], hour: number, attempt = 1, collectedDong: number | null = null): ParcelReport => ({
  kind,
  attempt,
  eventAt: at(hour),
  collectedDong,
});

const reports = fc.record({
  kind: fc.constantFrom(...PARCEL_EVENT_KINDS),
  attempt: fc.integer({ min: 1, max: 3 }),
  eventAt: fc.integer({ min: 0, max: 20 }).map(at),
  collectedDong: fc.option(fc.integer({ min: 0, max: 9 }), { nil: null }),
});

test('knows every kind of report that a carrier makes', () => {
  expect([...PARCEL_EVENT_KINDS].sort()).toEqual([...POSTAL_EVENT_KINDS].sort());
});

test.each([
  ['two ends', report('delivered', 1), report('returned', 2), true],
  ['delivered at two tries', report('delivered', 1, 1), report('delivered', 2, 2), true],
  ['a failed try before the delivery', report('delivery-failed', 1), report('delivered', 2, 2), false],
  ['a failed try after the delivery', report('delivery-failed', 3), report('delivered', 2), true],
  ['on its way back after it was back', report('returning', 3), report('returned', 2), true],
  ['cash for a parcel that came back', report('cod-collected', 3), report('returned', 2), true],
  ['cash after the delivery', report('cod-collected', 3), report('delivered', 2), false],
  ['news of the journey after the end', report('in-transit', 3), report('delivered', 2), false],
])('E25: whether they contradict one another: %s', (_what, one, other, contradicts) => {
  expect(clash(one, other)).toBe(contradicts);
});

test('a contradiction is one whichever of the two is heard first', () => {
  fc.assert(fc.property(reports, reports, (one, other) => clash(one, other) === clash(other, one)));
});

test('where a parcel stands does not depend on the order of hearing', () => {
  fc.assert(
    fc.property(fc.array(reports, { maxLength: 8 }), fc.func(fc.nat()), (heard, rank) => {
      const mixed = [...heard].sort((one, other) => rank(one) - rank(other));
      const { state, attempts, collectedDong } = standingOf(heard);
      expect(standingOf(mixed)).toMatchObject({ state, attempts, collectedDong });
    }),
  );
});

test('stands where the last report by time has left it, with its tries counted', () => {
  expect(standingOf([])).toMatchObject({ state: 'handed-over', attempts: 0, collectedDong: null, end: null });
  expect(standingOf([report('delivery-failed', 5), report('in-transit', 2)])).toMatchObject({ state: 'failed', attempts: 1 });
  expect(standingOf([report('delivery-failed', 5), report('out-for-delivery', 6, 2)])).toMatchObject({ state: 'moving', attempts: 2 });
});

test('R08, R12: delivered and not collected is not done; the same cash told twice counts once', () => {
  const delivered = report('delivered', 5);
  expect(isDone(standingOf([delivered]), 8000)).toBe(false);
  expect(isDone(standingOf([delivered]), 0)).toBe(true);
  expect(isDone(standingOf([report('delivered', 5, 1, 8000), report('cod-collected', 6, 1, 8000)]), 16_000)).toBe(false);
  expect(isDone(standingOf([delivered, report('cod-collected', 6, 1, 8000)]), 8000)).toBe(true);
  expect(isDone(standingOf([report('cod-collected', 6, 1, 8000)]), 8000)).toBe(false);
});
