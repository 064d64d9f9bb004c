import { useOffice } from '../../support/server';
import { equipForSigning, type SigningOffice } from '../../support/signing-office';
import { deskOf } from './desk';

jest.setTimeout(60_000);
const office = useOffice();
let signing: SigningOffice;
const desk = deskOf(office, () => signing);
const AT = { place: 'department' } as const;

test('R44: a number from a sector’s system counts only when a second person has read the same', async () => {
  signing = await equipForSigning(office, { needsSectorNumber: true });
  await signing.giveCertificate(await office.staff('leader', AT));
  const id = await desk.submitted();
  const second = office.as('officer', { ...AT, who: 'second' });
  expect(await desk.resultOf(id)).toMatchObject({ state: 'draft' });
  expect(await desk.act(second, id, '/sector-number/check', { number: '123' })).toMatchObject({ body: { code: 'step-not-open' } });
  await desk.act(desk.officer(), id, '/sector-number', { number: '042-1234' });
  expect(await desk.act(desk.officer(), id, '/sector-number/check', { number: '042-1234' })).toMatchObject({
    body: { code: 'forbidden-pair' },
  });
  await desk.act(second, id, '/sector-number/check', { number: '042-1243' });
  expect(await desk.resultOf(id)).toMatchObject({ state: 'draft' });
  expect(await desk.act(second, id, '/sector-number/check', { number: '042-1234' })).toMatchObject({ body: { code: 'step-not-open' } });
  await desk.act(desk.officer(), id, '/sector-number', { number: '042-1243' });
  expect(await desk.act(second, id, '/sector-number/check', { number: '042-1243' })).toMatchObject({ status: 200 });
  expect(await desk.resultOf(id)).toMatchObject({ state: 'submitted' });
});
