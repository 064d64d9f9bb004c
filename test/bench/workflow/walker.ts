import { randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { type Perform } from '../../../server/casework/perform';
import { submitDraft } from '../../../server/commands/drafts/submit-draft';
import { type CitizenActor } from '../../../server/policies/actor';
import { answerDossier } from '../../../server/routes/api/answer-dossier';
import { readDraft } from '../../../server/store/drafts';
import { actOf, type Cast, DEEDS } from './acts';

export type Filed = { draftId: string; citizen: CitizenActor };
export type Timed = { name: string; tookMs: number };

/**
 * Takes dossiers from filing to the leader's desk, one act after the other, as the
 * routes perform them: with an idempotency key, and answered by the dossier as it
 * then stands. Ends after the act in which the time is over; only acts that were
 * answered within it are told.
 */
export async function walkUntil(
  { perform, cast, untilMs }: { perform: Perform; cast: Cast; untilMs: number },
  next: () => Filed | undefined,
): Promise<Timed[]> {
  const done: Timed[] = [];
  const isOver = () => performance.now() >= untilMs;

  async function timed<Answer>(name: string, act: () => Promise<Answer>): Promise<Answer> {
    const from = performance.now();
    const answer = await act();
    const now = performance.now();
    if (now <= untilMs) done.push({ name, tookMs: now - from });
    return answer;
  }

  async function walk({ draftId, citizen }: Filed): Promise<void> {
    const filing = actOf(citizen, 'submitDraft', randomUUID());
    const { answer } = await timed('submit', () =>
      perform(filing, async (context) => {
        const { version: expectedVersion } = await readDraft(context.tx, draftId);
        const { dossierId } = await submitDraft(context, { draftId, expectedVersion, hasConsented: true, stage: 'demonstration' });
        return answerDossier(context, dossierId);
      }),
    );
    const dossierId = answer.dossier.id;
    let expectedVersion = answer.dossier.version;
    for (const { name, by, act } of DEEDS) {
      if (isOver()) return;
      const deed = actOf(by(cast, citizen), name, randomUUID());
      const performed = await timed(name, () =>
        perform(deed, async (context) => {
          await act(context, { dossierId, expectedVersion });
          return answerDossier({ ...context, actor: deed.actor.kind === 'system' ? citizen : deed.actor }, dossierId);
        }),
      );
      ({ version: expectedVersion } = performed.answer.dossier);
    }
  }

  while (!isOver()) {
    const filed = next();
    if (!filed) break;
    await walk(filed);
  }
  return done;
}
