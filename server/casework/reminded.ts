import { type StaffDuty } from '../domain/duties';
import { type ReminderKind } from '../domain/words/reminders';
import { type DossierRow } from '../store/models/dossier';

export type Reminded = { agencyId: number; duty: StaffDuty };

/** Who answers for what has waited too long: the head of the centre for its counter (R47), the head of the division for the division; both for what lies between. */
export function remindedOf(kind: ReminderKind, { centreId, agencyId }: Pick<DossierRow, 'centreId' | 'agencyId'>): Reminded[] {
  const centre: Reminded = { agencyId: centreId, duty: 'centre-head' };
  const division: Reminded = { agencyId, duty: 'division-head' };
  switch (kind) {
    case 'warn-unanswered':
      return [centre];
    case 'warn-hand-over':
      return [centre, division];
    case 'warn-supplement-limit':
      return [division];
  }
}
