import { lockCase } from '../../../server/casework/read-case';
import { reckonDue } from '../../../server/casework/reckon-due';
import { recordAct } from '../../../server/casework/record-act';
import { type Clause } from '../../../server/domain/procedure';
import { readJournal } from '../../../server/store/journal';
import { type DossierRow } from '../../../server/store/models/dossier';
import { pausesOf } from '../../../server/store/pauses';
import { feeOf } from '../../support/filed-dossier';
import { useTill } from './till';

const till = useTill();
const HOUSE = { kind: 'system', name: 'test' } as const;
const CLAUSE: Clause = { text: 'NQ thử, Điều 3', isSure: false };

/** Accepted with a date of five working days, and asked to pay before the work. */
async function waitingForPayment(financialDutyPause: Clause | null): Promise<DossierRow> {
  const dossier = await till.filed([feeOf({ dueWhen: 'filing' })], { content: { financialDutyPause } });
  await till.office.as(HOUSE, async (context) => {
    const subject = await lockCase(context, dossier.id);
    const limit = '5 working-days';
    Object.assign(subject.dossier, { acceptedAt: context.now, timeLimit: { limit, wording: limit } });
    const { dueAt } = await reckonDue(context, subject);
    const change = { acceptedAt: context.now, timeLimit: { limit, wording: limit }, dueAt };
    await recordAct(context, subject.dossier, { act: 'promise', change });
  });
  await till.asked(dossier);
  return till.office.reload(dossier);
}

const pauses = (dossier: DossierRow) =>
  till.office.at(async (tx) => (await pausesOf(tx, dossier.id)).map(({ kind, ground, toAt }) => ({ kind, ground, isOver: toAt !== null })));

test('the clock stands while a fee is due where the version names its clause, and the date moves by that time', async () => {
  const dossier = await waitingForPayment(CLAUSE);
  expect(dossier.status).toBe(6);
  expect(await pauses(dossier)).toEqual([{ kind: 'financial-duty', ground: CLAUSE.text, isOver: false }]);
  till.office.clock.pass(2 * 24 * 60);
  await till.pay(dossier);
  expect(await pauses(dossier)).toEqual([{ kind: 'financial-duty', ground: CLAUSE.text, isOver: true }]);
  const paid = await till.office.reload(dossier);
  expect(paid.status).toBe(4);
  expect(paid.dueAt!.getTime() - dossier.dueAt!.getTime()).toBe(2 * 24 * 3_600_000);
  const journal = await till.office.at((tx) => readJournal(tx, dossier.id));
  expect(journal.at(-1)!.facts).toMatchObject({ pauseClosed: {}, dueAt: paid.dueAt!.toISOString() });
});

test('without a clause the office works on and the date stays', async () => {
  const dossier = await waitingForPayment(null);
  expect(await pauses(dossier)).toEqual([]);
  till.office.clock.pass(2 * 24 * 60);
  await till.pay(dossier);
  expect((await till.office.reload(dossier)).dueAt).toEqual(dossier.dueAt);
});
