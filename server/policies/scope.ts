import { DUTIES, type StaffDuty } from '../domain/duties';
import { type WorkView } from '../domain/work-views';
import { type StaffActor } from './actor';
import { isSpreader } from './transfers';

/** Which of the waiting steps a list may show. */
export type WorkScope = {
  readonly agencyIds: readonly number[];
  readonly duties: readonly StaffDuty[];
  readonly held: { readonly by: 'nobody' } | { readonly by: 'anybody' } | { readonly by: 'me' | 'me-or-nobody'; readonly staffId: string };
};

const STAFF_DUTIES = DUTIES.filter((duty): duty is StaffDuty => duty !== 'submitter');

/**
 * Staff see what waits at the agencies of their post, for the duties of their
 * post: what they hold and what nobody does. What a colleague holds is seen by
 * the head who spreads the work, whatever its duty.
 */
export function workScope(actor: StaffActor, view: WorkView): WorkScope {
  const own = { agencyIds: actor.actsFor, duties: actor.duties };
  const { staffId } = actor;
  switch (view) {
    case 'mine':
      return { ...own, held: { by: 'me', staffId } };
    case 'nobody':
      return { ...own, held: { by: 'nobody' } };
    case 'open':
      return { ...own, held: { by: 'me-or-nobody', staffId } };
    case 'all':
      if (!isSpreader(actor)) return workScope(actor, 'open');
      return { agencyIds: actor.actsFor, duties: STAFF_DUTIES, held: { by: 'anybody' } };
  }
}

/** The reminders and calls of a post: those of its agencies, reminders only where they went to its duties. */
export function deskScope({ actsFor, duties }: StaffActor): { agencyIds: readonly number[]; duties: readonly StaffDuty[] } {
  return { agencyIds: actsFor, duties };
}

/** The centres and bodies whose dossiers a search may find; null: the whole province, for inspection and the head of the provincial centre. */
export function searchScope(actor: StaffActor): readonly number[] | null {
  return actor.isProvinceWide ? null : actor.actsFor;
}
