import { EXTRACT } from '../../support/modelled-procedures';
import { useOffice } from '../../support/server';
import { equipForSigning, type SigningOffice } from '../../support/signing-office';
import { deskOf, WARD } from '../results/desk';

const office = useOffice();
let signing: SigningOffice;
const ward = deskOf(office, () => signing, WARD);
beforeAll(async () => {
  signing = await equipForSigning(office);
}, 60_000);

test('R27: what nobody handed over is not sent back: nothing moves, and no result that is called wrong goes out', async () => {
  const taken = await signing.dossierAt('confirm-forwarded', { procedure: EXTRACT });
  const back = { outcome: 'returned', reason: 'Thiếu trang' };
  const refused = { status: 409, body: { code: 'step-not-open', facts: { act: 'forward' } } };
  expect(await ward.act(ward.officer(), taken.id, '/forwarding-confirmation', back)).toMatchObject(refused);
  expect((await ward.dossier(taken.id)).status).toBe(taken.status);

  const done = await signing.dossierAt('confirm-result', { procedure: EXTRACT, returnWay: 'online' });
  const wrong = { outcome: 'returned', reason: 'Sai tên' };
  expect(await ward.act(ward.clerk(), done.id, '/result-confirmation', wrong)).toMatchObject({
    status: 409,
    body: { code: 'step-not-open', facts: { act: 'deliver-to-centre' } },
  });
  expect((await ward.dossier(done.id)).status).not.toBe(9);
});
