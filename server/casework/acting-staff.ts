import { asStaff, type StaffActor } from '../policies/actor';
import { judgeHandling } from '../policies/tasks';
import { type DossierRow } from '../store/models/dossier';
import { type Context } from './context';

/** The member of staff who acts on this dossier outside a step: of an agency that has to do with it, and neither the applicant nor kin (R44). */
export function actingStaff(context: Context, dossier: DossierRow): StaffActor {
  const actor = asStaff(context.actor);
  judgeHandling(actor, dossier);
  return actor;
}
