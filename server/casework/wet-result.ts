import { refuseUnless } from '../domain/refusal';
import { type ResultRow } from '../store/models/result';
import { type WetOriginalRow } from '../store/models/wet-original';
import { findLiveResult } from '../store/results';
import { findWetOriginal } from '../store/wet-originals';
import { type Context } from './context';
import { openStep } from './open-step';
import { type Case } from './read-case';

/** What is said of the paper at each hand that it goes through. */
export type PaperCounted = {
  originals: number;
  /** Of numbered blanks. */
  blankNumbers: string;
  /** Spoiled since the last hand; they are kept and accounted for. */
  spoiled: number;
  note: string;
};

/** The printed result that the diagram waits for at this hand, for the one whose hand it is. */
export async function readWetResult(
  context: Context,
  { dossier }: Case,
  { state, act }: { state: ResultRow['state']; act: string },
): Promise<{ result: ResultRow; paper: WetOriginalRow }> {
  await openStep(context, dossier, act);
  const result = await findLiveResult(context.tx, dossier.id);
  refuseUnless(result?.kind === 'paper' && result.state === state, 'step-not-open', { act });
  const paper = await findWetOriginal(context.tx, result.id);
  refuseUnless(paper, 'step-not-open', { act });
  return { result, paper };
}

/** The paper as it lies there now: what was spoiled adds up. */
export function counted({ originals, blankNumbers, spoiled }: PaperCounted, before: Pick<WetOriginalRow, 'spoiled'> | null) {
  return { originals, blankNumbers: blankNumbers || null, spoiled: (before?.spoiled ?? 0) + spoiled };
}

/** What the journal says of it. */
export function countedDetail({ originals, blankNumbers, spoiled, note }: PaperCounted) {
  return { originals, ...(blankNumbers ? { blankNumbers } : {}), ...(spoiled > 0 ? { spoiled } : {}), ...(note ? { note } : {}) };
}
