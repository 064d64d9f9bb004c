import { type StepRequest } from '../../../server/casework/take-step';
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

test('R27: what is sent back over the wire waits where it came from, and no result that is called wrong goes out', async () => {
  const taken = await signing.dossierAt('confirm-forwarded', { procedure: EXTRACT });
  const back = { outcome: 'returned', reason: 'Thiếu trang' };
  expect((await ward.act(ward.officer(), taken.id, '/forwarding-confirmation', back)).status).toBe(200);
  expect((await ward.dossier(taken.id)).status).toBe(taken.status);

  const done = await signing.dossierAt('draft-result', { procedure: EXTRACT, returnWay: 'online' });
  for (const request of [
    { act: 'draft-result', facts: { decision: 'grant', resultKind: 'electronic' } },
    { act: 'send-draft' },
    { act: 'answer-draft', facts: { draft: 'agreed' } },
    { act: 'sign-result', facts: { decision: 'grant' } },
    { act: 'number-and-seal', facts: { seal: 'done' } },
    { act: 'enter-book' },
  ] satisfies StepRequest[])
    await signing.step(done.id, request);
  const wrong = { outcome: 'returned', reason: 'Sai tên' };
  expect((await ward.act(ward.clerk(), done.id, '/result-confirmation', wrong)).status).toBe(200);
  expect((await ward.dossier(done.id)).status).toBe(4);
});
