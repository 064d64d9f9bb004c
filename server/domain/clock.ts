/**
 * Time as it is handed in: sweeps, commands and pages ask it, nothing else
 * tells them the hour.
 */
export interface Clock {
  /** The present instant (UTC). */
  now(): Date;
}

/** A clock that may be moved, outside production only: demonstrations and tests let the past or the future happen. */
export interface SteppableClock extends Clock {
  /** How far ahead of the wall this clock stands, in milliseconds; behind it where negative. Kept in memory, per process. */
  readonly offsetMs: number;
  stepTo(offsetMs: number): void;
}
