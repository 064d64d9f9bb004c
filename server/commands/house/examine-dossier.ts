import { type Context } from '../../casework/context';
import { lockCase } from '../../casework/read-case';
import { takeStep } from '../../casework/take-step';
import { refuseUnless } from '../../domain/refusal';

export type ExamineDossier = {
  dossierId: string;
  expectedVersion: number;
  outcome: 'qualified' | 'not-qualified' | 'supplement';
  note: string;
};

/** The officer records what the examination found. What follows (proposal or supplement) is the diagram's. */
export async function examineDossier(context: Context, { dossierId, expectedVersion, outcome, note }: ExamineDossier): Promise<void> {
  refuseUnless(outcome === 'qualified' || note, 'reason-missing');
  const subject = await lockCase(context, dossierId, expectedVersion);
  await takeStep(context, subject, {
    act: 'examine',
    facts: { examination: outcome },
    record: { detail: { outcome, ...(note ? { note } : {}) } },
  });
}
