import { type Field } from './copy-into';
import { type Random } from './random';

/** What each step of a dossier is called, whose it is, where it is done, and the dossier's status there. */
export const STEPS = [
  { act: 'check-submission', duty: 'clerk', where: 'centre', status: 1 },
  { act: 'confirm-forwarded', duty: 'officer', where: 'agency', status: 2 },
  { act: 'examine', duty: 'officer', where: 'agency', status: 4 },
  { act: 'draft-result', duty: 'officer', where: 'agency', status: 4 },
  { act: 'sign-result', duty: 'leader', where: 'agency', status: 4 },
  { act: 'number-and-seal', duty: 'clerical-officer', where: 'agency', status: 4 },
  { act: 'confirm-result', duty: 'clerk', where: 'centre', status: 9 },
  { act: 'return-at-counter', duty: 'clerk', where: 'centre', status: 9 },
] as const;
export const DONE = STEPS.length;

const HOUR = 3_600_000;
export const TASK_COLUMNS =
  'tasks (dossier_id, element_id, execution_id, kind, name, act, duty, agency_id, due_at, opened_at, closed_at, closed_by)';

export type Filed = { id: string; centreId: number; agencyId: number; submittedAt: Date; dueAt: Date | null; stop: number };

/** The steps that a dossier has left behind, and the one at which it waits, as rows of `TASK_COLUMNS`. */
export function tasksOf(filed: Filed, random: Random): Field[][] {
  const { id, submittedAt, dueAt, stop } = filed;
  return STEPS.slice(0, stop + 1).map(({ act, duty, where }, place) => {
    const openedAt = new Date(submittedAt.getTime() + place * HOUR * (1 + random.below(6)));
    const due = random.number() < 0.85 ? new Date((dueAt ?? submittedAt).getTime() - (STEPS.length - place) * HOUR) : null;
    const at = where === 'centre' ? filed.centreId : filed.agencyId;
    const execution = `${act}_${random.below(1e9).toString(16)}`;
    const closed = place < stop ? [new Date(openedAt.getTime() + HOUR), act] : [null, null];
    return [id, act, execution, 'user', `Bước ${place + 1}`, act, duty, at, due, openedAt, ...closed];
  });
}
