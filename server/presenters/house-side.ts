import { type HouseDossier } from '../contract/dossier-view-shapes';
import { type Actor } from '../policies/actor';
import { taskActsFor } from '../policies/outside-acts';
import { type CaseOwnership } from '../policies/tasks';
import { type HouseRecord } from '../queries/dossiers/read-dossier';
import { type NamedTask } from '../store/record-in-house';
import { instant } from './time-left';

type HouseSide = Pick<HouseDossier, 'registerNumber' | 'tasks' | 'proposals' | 'custody' | 'handOvers'>;

/** The inner side of a dossier: what waits at whom, what was proposed, where the papers are. */
export function presentHouseSide(actor: Actor, dossier: CaseOwnership, house: HouseRecord): HouseSide {
  const { register } = house;
  return {
    registerNumber: register ? { book: register.name, year: register.year, number: register.number } : null,
    tasks: house.tasks.map((task) => ({ ...presentTask(task), ...taskActsFor(actor, task, dossier) })),
    proposals: house.proposals.map((proposal) => ({
      ...proposal,
      proposedAt: instant(proposal.proposedAt),
      reviewedAt: instant(proposal.reviewedAt),
    })),
    custody: house.custody.map(({ what, holder, holderName, at }) => ({ what, holder, holderName, at: instant(at) })),
    handOvers: house.handOvers.map((handOver) => ({
      ...handOver,
      givenAt: instant(handOver.givenAt),
      receivedAt: instant(handOver.receivedAt),
      returnedAt: instant(handOver.returnedAt),
    })),
  };
}

function presentTask(task: NamedTask): Omit<HouseSide['tasks'][number], 'mayClaim' | 'mayRelease' | 'mayTransfer'> {
  const { id, elementId, name, kind, act, duty, agencyCode, assigneeName, openedAt, dueAt, closedAt } = task;
  return {
    id,
    elementId,
    name,
    kind,
    act,
    duty,
    agencyCode,
    assigneeName,
    openedAt: instant(openedAt),
    dueAt: instant(dueAt),
    closedAt: instant(closedAt),
  };
}
