/** What may be reported of a parcel, by the carrier's own feed, the post's counter or the postman. */
export const PARCEL_EVENT_KINDS = [
  'registered',
  'picked-up',
  'in-transit',
  'out-for-delivery',
  'delivery-failed',
  'cod-collected',
  'delivered',
  'returning',
  'returned',
  'cancelled',
  'lost',
  'other',
] as const;

export type ParcelEventKind = (typeof PARCEL_EVENT_KINDS)[number];

/** One report. Its identity is (parcel, kind, attempt); `attempt` counts tries at the door from 1. */
export interface ParcelReport {
  readonly kind: ParcelEventKind;
  readonly attempt: number;
  /** when it happened, not when it was heard of */
  readonly eventAt: Date;
  readonly collectedDong: number | null;
}

/** Where a parcel stands after all that was reported of it, contradictions left out. */
export interface ParcelStanding {
  readonly state: 'handed-over' | 'moving' | 'failed' | 'returned' | 'delivered' | 'cancelled' | 'lost';
  /** tries at the door */
  readonly attempts: number;
  /** cash said to be collected at the door; null: nothing said */
  readonly collectedDong: number | null;
  /** the report that ended the trip */
  readonly end: ParcelReport | null;
}

const ENDS = ['delivered', 'returned', 'cancelled', 'lost'] as const;
/** None of these can happen after the trip has ended. */
const ON_THE_WAY: readonly ParcelEventKind[] = ['delivery-failed', 'returning'];

/**
 * Whether two reports of one parcel cannot both be true: two different ends, a
 * failed try after the end, cash for a parcel that was not delivered. No program
 * chooses between them: a person does (E25).
 */
export function clash(one: ParcelReport, other: ParcelReport): boolean {
  if (isEnd(one.kind)) return clashesWithEnd(other, one);
  return isEnd(other.kind) && clashesWithEnd(one, other);
}

function clashesWithEnd(report: ParcelReport, end: ParcelReport): boolean {
  if (isEnd(report.kind)) return true;
  if (report.kind === 'cod-collected') return end.kind !== 'delivered';
  return ON_THE_WAY.includes(report.kind) && report.eventAt > end.eventAt;
}

/** Folds reports that do not contradict one another; the order in which they were heard of does not matter, the time of each does. */
export function standingOf(reports: readonly ParcelReport[]): ParcelStanding {
  const inOrder = [...reports].sort(byTime);
  const end = inOrder.find(({ kind }) => isEnd(kind)) ?? null;
  const last = inOrder.filter(({ kind }) => kind in STATES).at(-1);
  const collected = inOrder.flatMap(({ collectedDong }) => (collectedDong === null ? [] : [collectedDong]));
  return {
    state: end ? (end.kind as (typeof ENDS)[number]) : ((last && STATES[last.kind]) ?? 'handed-over'),
    attempts: Math.max(0, ...inOrder.filter(({ kind }) => AT_THE_DOOR.includes(kind)).map(({ attempt }) => attempt)),
    // the same cash may be told at the door and again when the post settles its accounts
    collectedDong: collected.length > 0 ? Math.max(...collected) : null,
    end,
  };
}

/** Delivered, and the cash that was due is collected: only then is a dossier returned by post (10); until then it stays at 9 (R08, R12). */
export function isDone({ end, collectedDong }: ParcelStanding, codDong: number): boolean {
  return end?.kind === 'delivered' && (collectedDong ?? 0) >= codDong;
}

const AT_THE_DOOR: readonly ParcelEventKind[] = ['out-for-delivery', 'delivery-failed', 'delivered'];

const STATES: Partial<Record<ParcelEventKind, ParcelStanding['state']>> = {
  registered: 'handed-over',
  'picked-up': 'moving',
  'in-transit': 'moving',
  'out-for-delivery': 'moving',
  'delivery-failed': 'failed',
  returning: 'moving',
};

function isEnd(kind: ParcelEventKind): boolean {
  return (ENDS as readonly ParcelEventKind[]).includes(kind);
}

/** What happened at one and the same time happened in the order of a trip. */
function byTime(one: ParcelReport, other: ParcelReport): number {
  return (
    one.eventAt.getTime() - other.eventAt.getTime() ||
    one.attempt - other.attempt ||
    PARCEL_EVENT_KINDS.indexOf(one.kind) - PARCEL_EVENT_KINDS.indexOf(other.kind)
  );
}
