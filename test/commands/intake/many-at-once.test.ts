import { createDraft } from '../../../server/commands/drafts/create-draft';
import { acceptSubmission } from '../../../server/commands/intake/accept-submission';
import { Refusal } from '../../../server/domain/refusal';
import { normaliseAnswers } from '../../../server/forms/normalise';
import { type Actor, type CitizenActor } from '../../../server/policies/actor';
import { readDraft, saveDraft } from '../../../server/store/drafts';
import { findBrokenLink } from '../../../server/store/journal';
import { rows } from '../../../server/store/rows';
import { fileOnline, ownAnswers, submitted } from '../../support/filing';
import { formOfProcedure, useOneStop } from '../../support/one-stop';

const town = useOneStop();
const system: Actor = { kind: 'system', name: 'test' };
const MANY = 200;

test('R25: of 200 acceptances at once some fail; codes and register numbers are unique, and the register has no hole', async () => {
  const citizens = await Promise.all(Array.from({ length: 5 }, () => town.citizen()));
  const dossierIds: string[] = [];
  await inTens(
    Array.from({ length: MANY }, (_one, place) => citizens[place % 5]!),
    async (citizen) => void dossierIds.push(await fileAtOnce(citizen)),
  );
  const clerk = await town.staff(['clerk']);
  let failed = 0;
  await Promise.all(
    dossierIds.map(async (dossierId, place) => {
      const accept = async () => {
        const { version: expectedVersion } = await town.dossier(dossierId);
        await town.act(clerk, async (context) => {
          await acceptSubmission(context, { dossierId, expectedVersion, isReceiptWanted: false, lateEntry: null });
          if (place % 7 === 0) throw new Error('the act fails after its number was taken');
        });
      };
      await comingBack(accept).catch(() => (failed += 1));
    }),
  );
  expect(failed).toBe(Math.ceil(MANY / 7));
  const numbers = await town.act(system, ({ tx }) =>
    rows<{ number: number; code: string }>(
      tx,
      'select r.number, d.code from register_entries r join dossiers d on d.id = r.dossier_id order by r.number',
    ),
  );
  expect(numbers.map(({ number }) => number)).toEqual(Array.from({ length: MANY - failed }, (_one, index) => index + 1));
  const codes = await town.act(system, ({ tx }) => rows<{ code: string }>(tx, 'select code from dossiers order by code'));
  expect(codes.map(({ code }) => code)).toEqual(
    Array.from({ length: MANY }, (_one, index) => `H27.18073-261125-${String(index + 1).padStart(4, '0')}`),
  );
  const journal = await town.journal(dossierIds[1]!);
  expect(findBrokenLink(journal)).toBeUndefined();
}, 180_000);

test('one dossier that two clerks accept at once is accepted once', async () => {
  const dossierId = await fileOnline(town, await town.citizen());
  const clerks = [await town.staff(['clerk']), await town.staff(['clerk'])];
  const { version: expectedVersion } = await town.dossier(dossierId);
  const outcomes = await Promise.allSettled(
    clerks.map((clerk) =>
      town.act(clerk, (context) => acceptSubmission(context, { dossierId, expectedVersion, isReceiptWanted: false, lateEntry: null })),
    ),
  );
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect((await town.journal(dossierId)).map(({ act }) => act)).toEqual(['submit', 'check-submission']);
});

/** Who is told that the house is full comes back, as the answer says. */
async function comingBack(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (fault) {
    if (!(fault instanceof Refusal) || fault.code !== 'unavailable') throw fault;
    await comingBack(work);
  }
}

/** The draft is written in one go: what is tested comes after it. */
async function fileAtOnce(citizen: CitizenActor): Promise<string> {
  const wish = { procedureCode: '2.000635', caseKey: 'own', communeCode: '18073', stage: 'demonstration' } as const;
  const draftId = await town.act(citizen, async (context) => {
    const id = await createDraft(context, wish);
    const { answers } = await readDraft(context.tx, id);
    const whole = { ...answers, ...normaliseAnswers(formOfProcedure('2.000635'), ownAnswers(citizen)) };
    await saveDraft(context.tx, id, { answers: whole, returnWay: 'online', savedAt: context.now });
    return id;
  });
  return (await submitted(town, citizen, draftId)).dossierId;
}

async function inTens<One>(many: readonly One[], work: (one: One) => Promise<void>): Promise<void> {
  const waiting = [...many];
  await Promise.all(
    Array.from({ length: 10 }, async () => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await work(next);
    }),
  );
}
