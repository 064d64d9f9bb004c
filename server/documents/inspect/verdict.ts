/**
 * Why a file is refused as unsafe. `hidden-object`: an object inside another
 * one's data, which some viewers would run and others not see. `time`,
 * `gave-up`: the judge was stopped, or died of the file.
 */
export const HOSTILE_REASONS = [
  'script',
  'launch',
  'embedded-file',
  'open-action',
  'form-action',
  'external',
  'media',
  'bomb',
  'nesting',
  'too-many-objects',
  'hidden-object',
  'time',
  'gave-up',
] as const;
export type HostileReason = (typeof HOSTILE_REASONS)[number];

/** What the judge says of an uploaded PDF; also the one line of JSON that the child prints. */
export type PdfVerdict =
  | { verdict: 'ok'; pages: number; signatures: number; version: string }
  | { verdict: 'damaged'; why: string }
  | { verdict: 'encrypted' }
  | { verdict: 'hostile'; why: HostileReason };

/** The file cannot be opened, and nobody meant harm. */
export class Damaged extends Error {}

/** The file does, hides or costs what an official paper never needs. */
export class Hostile extends Error {
  readonly reason: HostileReason;

  constructor(reason: HostileReason) {
    super(reason);
    this.reason = reason;
  }
}
