/**
 * What became of something that was handed to the outside.
 *
 * `refused` is final: repeating is useless, a person must look. `unknown` may or
 * may not have happened there: it is repeated with the same key, which the other
 * side or our inbox recognises. `why` is for the administrators' list; another
 * party's words may hold personal data, so it never goes to a log.
 */
export type Outcome<Answer extends object = object> =
  ({ outcome: 'accepted' } & Answer) | { outcome: 'refused'; why: string } | { outcome: 'unknown'; why: string };

export type NotAccepted = Exclude<Outcome, { outcome: 'accepted' }>;

export function refused(why: string): NotAccepted {
  return { outcome: 'refused', why: why.slice(0, 300) };
}

export function unknown(why: string): NotAccepted {
  return { outcome: 'unknown', why: why.slice(0, 300) };
}
