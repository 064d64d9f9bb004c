import { type Context } from '../casework/context';
import { instantOf, localDateOf } from '../domain/local-time';
import { type PlainDate } from '../domain/plain-date';
import { previousWorkingDay, type WorkingCalendar } from '../domain/working-calendar';
import { type Actor } from '../policies/actor';
import { dossierView } from '../queries/dossiers/dossier-view';
import { fileCopies } from './file-copies';
import { at } from './moment';
import { APPLICANT, DEEDS } from './past-acts';
import { PAST_DOSSIERS, type PastAct, type PastDossier } from './past-table';
import { citizenActor, type SeededCitizen, type SeededOffice, staffActor } from './seeded-actors';

const WARD = 'H27.18073';

type Event = { then: Date; act: PastAct; dossier: PastDossier };

/**
 * Lets the dossiers that lie in the ward's office come about, through the very
 * commands that the office uses and in the order in which it all happened, so that
 * codes, register numbers and journals are those of a working office.
 */
export async function seedPastDossiers(
  context: Context,
  office: SeededOffice,
  citizens: ReadonlyMap<string, SeededCitizen>,
): Promise<void> {
  const calendar = await context.parts.calendarOf(context.tx, office.agencies.get(WARD)!);
  const ids = new Map<PastDossier, string>();
  for (const { then, act, dossier } of inOrder(localDateOf(context.now), calendar)) {
    const applicant = citizenActor(citizens.get(dossier.owner)!);
    if (act === 'submit') {
      ids.set(dossier, await fileCopies(as(context, then, applicant), dossier));
      continue;
    }
    const deed = DEEDS[act];
    const doer = as(context, then, deed.by === APPLICANT ? applicant : staffActor(office, deed.by));
    const dossierId = ids.get(dossier)!;
    const { version } = (await dossierView(doer, dossierId)).dossier;
    await deed.act(doer, { dossierId, expectedVersion: version });
  }
}

function as(context: Context, then: Date, actor: Actor): Context {
  return { ...at(context, then), actor, seen: [], touched: { dossierId: null } };
}

function inOrder(today: PlainDate, calendar: WorkingCalendar): Event[] {
  return PAST_DOSSIERS.flatMap((dossier) =>
    dossier.acts.map(([workingDaysAgo, time, act]) => ({ then: momentOf(today, calendar, { workingDaysAgo, time }), act, dossier })),
  ).sort((one, other) => one.then.getTime() - other.then.getTime());
}

function momentOf(today: PlainDate, calendar: WorkingCalendar, { workingDaysAgo, time }: { workingDaysAgo: number; time: string }): Date {
  let on = today;
  for (let day = 0; day < workingDaysAgo; day++) on = previousWorkingDay(on, calendar);
  const [hour, minute] = time.split(':').map(Number) as [number, number];
  return instantOf(on, hour * 60 + minute);
}
