import { type HouseKeys } from './keys';
import { openNote, sealNote } from './sealed';

const MINUTES_MS = 10 * 60_000;

/** The secret of an authenticator on its way in, for ten minutes and for this session alone. */
export function sealEnrolment(keys: HouseKeys, { sessionId, secret }: { sessionId: string; secret: string }, now: Date): string {
  return sealNote(keys.sealing, { secret }, { boundTo: placeOf(sessionId), untilAt: new Date(now.getTime() + MINUTES_MS) });
}

export function openEnrolment(
  keys: HouseKeys,
  { sessionId, enrolment }: { sessionId: string; enrolment: string },
  now: Date,
): string | undefined {
  const note = openNote(keys.sealing, enrolment, { boundTo: placeOf(sessionId), now });
  return (note as { secret: string } | undefined)?.secret;
}

function placeOf(sessionId: string): string {
  return `enrolment ${sessionId}`;
}
