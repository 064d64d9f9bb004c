import { laterInstant } from './local-time';

export const PAUSE_KINDS = ['supplement', 'financial-duty', 'sector-law'] as const;

/** Why a clock stands: papers asked of the citizen, a tax or fee to be paid, or a stop that sector law grants. */
export type PauseKind = (typeof PAUSE_KINDS)[number];

/** `restart` counts the whole limit again from the answer; `extend` moves the date by the time that was paused. */
export type PauseRule = 'restart' | 'extend';

/** What a procedure version says each pause does to the due date. */
export type PauseRules = Readonly<Record<PauseKind, PauseRule>>;

/**
 * What holds where the version says nothing. A supplement restarts the limit
 * (NĐ 61/2018 Art. 19.4; whether NĐ 118/2025 keeps it is unsure, so it is data
 * of the version); any other wait only takes its own time out.
 */
export const USUAL_PAUSE_RULES: PauseRules = { supplement: 'restart', 'financial-duty': 'extend', 'sector-law': 'extend' };

/** One interval in which the clock stands; `toAt` is null while it still does. */
export interface Pause {
  readonly fromAt: Date;
  readonly toAt: Date | null;
  readonly kind: PauseKind;
}

/** Pauses in order of time, each cut where an earlier one still ran, so that no hour is taken out twice. */
export function disjointPauses(pauses: readonly Pause[]): Pause[] {
  const inOrder = [...pauses].sort((one, other) => one.fromAt.getTime() - other.fromAt.getTime());
  const disjoint: Pause[] = [];
  let coveredAt: Date | null = new Date(-8.64e15);
  for (const pause of inOrder) {
    if (pause.toAt && pause.toAt < pause.fromAt) throw new Error('a pause ends before it begins');
    if (coveredAt === null) break;
    const fromAt = laterInstant(pause.fromAt, coveredAt);
    const toAt: Date | null = pause.toAt && laterInstant(pause.toAt, fromAt);
    disjoint.push({ ...pause, fromAt, toAt });
    coveredAt = toAt;
  }
  return disjoint;
}
