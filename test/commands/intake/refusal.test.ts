import { refuseIntake, type RefuseIntake } from '../../../server/commands/intake/refuse-intake';
import { returnRefused } from '../../../server/commands/intake/return-refused';
import { type Actor } from '../../../server/policies/actor';
import { custodyOf } from '../../../server/store/custody';
import { outboxOf } from '../../../server/store/outbox';
import { supplementsOf } from '../../../server/store/supplements';
import { lawyerAnswers } from '../../forms/right-answers';
import { fileOnline } from '../../support/filing';
import { accept, askFor, versionOf } from '../../support/intake';
import { refusalOf, useOneStop } from '../../support/one-stop';

const town = useOneStop();
const system: Actor = { kind: 'system', name: 'test' };
const why = { reason: 'Không thuộc thẩm quyền giải quyết', ground: 'NĐ 61/2018/NĐ-CP, Điều 17' };

async function refuse(actor: Actor, dossierId: string, given: Partial<RefuseIntake> = {}) {
  const expectedVersion = await versionOf(town, dossierId);
  await town.act(actor, (context) => refuseIntake(context, { dossierId, expectedVersion, ...why, ...given }));
}
async function giveBack(actor: Actor, dossierId: string, recipientName: string) {
  const expectedVersion = await versionOf(town, dossierId);
  await town.act(actor, (context) => returnRefused(context, { dossierId, expectedVersion, recipientName }));
}
const lawyer = async () =>
  fileOnline(town, await town.citizen({ name: 'Phan Đức Anh', state: 'unverified' }), {
    procedureCode: '1.002153',
    caseKey: 'registration',
    answers: lawyerAnswers,
    papers: ['employment-contract'],
  });

test('R09: where the clerk signs, one act refuses, with reason, clause, form 03 and author; the code stays', async () => {
  const clerk = await town.staff(['clerk'], 'H27.TTPVHCC');
  const dossierId = await lawyer();
  const { code } = await town.dossier(dossierId);
  await refuse(clerk, dossierId);
  expect(await town.dossier(dossierId)).toMatchObject({ status: 3, code, acceptedAt: null, subStatus: null });
  const entry = (await town.journal(dossierId)).at(-1);
  expect(entry).toMatchObject({ act: 'refuse-intake', actorName: clerk.name, facts: { detail: why } });
  const letters = (await town.act(system, ({ tx }) => outboxOf(tx, dossierId))).filter(({ topic }) => topic === 'letter');
  expect(letters.map(({ payload }) => payload)).toEqual([{ form: 'form-03', ...why }]);
  await giveBack(clerk, dossierId, 'Phan Đức Anh');
  expect(await town.openActs(dossierId)).toEqual([]);
  expect((await town.dossier(dossierId)).finishedAt).not.toBeNull();
  expect(await town.act(system, ({ tx }) => custodyOf(tx, dossierId))).toMatchObject([{ holder: 'applicant', holderName: 'Phan Đức Anh' }]);
  await town.expectFoldsBack(dossierId);
});

test('R09: where the head signs, the clerk puts it forward and only the head refuses', async () => {
  const [clerk, head] = [await town.staff(['clerk']), await town.staff(['centre-head'])];
  const dossierId = await fileOnline(town, await town.citizen());
  expect((await refusalOf(refuse(head, dossierId))).code).toBe('not-permitted');
  await refuse(clerk, dossierId);
  expect(await town.dossier(dossierId)).toMatchObject({ status: 1, subStatus: 'refusing-intake' });
  expect((await refusalOf(refuse(clerk, dossierId))).code).toBe('not-permitted');
  await refuse(head, dossierId, { reason: 'Đồng ý từ chối' });
  expect(await town.dossier(dossierId)).toMatchObject({ status: 3, subStatus: null });
  const [, , signed] = await town.journal(dossierId);
  expect(signed?.facts.fees).toEqual([{ key: 'copy', amountDong: 24_000, state: 'cancelled' }]);
});

test('a reason and its clause are needed, and an accepted dossier is not refused at intake any more', async () => {
  const clerk = await town.staff(['clerk'], 'H27.TTPVHCC');
  const dossierId = await lawyer();
  expect((await refusalOf(refuse(clerk, dossierId, { reason: '' }))).code).toBe('reason-missing');
  expect((await refusalOf(refuse(clerk, dossierId, { ground: '' }))).code).toBe('ground-missing');
  await accept(town, clerk, dossierId);
  expect((await refusalOf(refuse(clerk, dossierId))).code).toBe('step-not-open');
});

test('a completion that will not come ends in a refusal', async () => {
  const clerk = await town.staff(['clerk'], 'H27.TTPVHCC');
  const dossierId = await lawyer();
  await askFor(town, clerk, dossierId, ['employment-contract']);
  await refuse(clerk, dossierId);
  expect((await town.dossier(dossierId)).status).toBe(3);
  expect(await town.act(system, ({ tx }) => supplementsOf(tx, dossierId))).toMatchObject([{ state: 'incomplete' }]);
});

test('strangers find nothing to refuse', async () => {
  const dossierId = await fileOnline(town, await town.citizen());
  expect((await refusalOf(refuse(await town.staff(['clerk'], 'H27.18100.TT'), dossierId))).code).toBe('not-found');
  expect((await refusalOf(refuse(await town.citizen(), dossierId))).code).toBe('not-permitted');
});
