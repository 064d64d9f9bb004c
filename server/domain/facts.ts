/**
 * What a diagram may know of a dossier: a closed set, whole at every step, null
 * where the office does not know yet. Never answers of a form, never names. A
 * condition that reads anything else is refused when the diagram is published;
 * a fact that is missing at a step is a fault, or a default would be taken in
 * silence.
 */
export const FACT_VALUES = {
  /** The clerk's answer to a submission. */
  intake: ['accepted', 'incomplete', 'refused'],
  /** Accepted after 15:00, asked for by the applicant, or not a same-day case. */
  receiptNeeded: [true, false],
  supplementApproved: [true, false],
  /** A fee that is due before the work begins (at filing or acceptance) is neither settled, exempt nor declared as cash on delivery. */
  paymentDue: [true, false],
  /** Settled, exempt, or declared as cash on delivery for the post. */
  feeCleared: [true, false],
  /** Building permit: whether this house needs none. */
  exempt: [true, false],
  consultation: [true, false],
  /** Whether this procedure counts silence as consent. */
  silenceAgrees: [true, false],
  previousIssued: [true, false],
  taxDue: [true, false],
  handOver: ['received', 'returned'],
  examination: ['qualified', 'not-qualified', 'supplement'],
  supplement: ['complete', 'incomplete'],
  proposal: ['agreed', 'back'],
  /** Of the last proposal or signature. */
  decision: ['grant', 'refuse', 'stop', 'back'],
  seal: ['done', 'void'],
  resultKind: ['paper', 'electronic'],
  sectorNumber: ['needed', 'none'],
  channel: ['online', 'counter', 'post'],
  returnWay: ['online', 'counter', 'post'],
  /** Whether this procedure shows a draft to whoever filed online before it is signed. */
  draftConfirmation: [true, false],
  draft: ['agreed', 'changes'],
  extension: ['proposed', 'none'],
  residence: ['here', 'elsewhere'],
  verification: ['complete', 'incomplete'],
  proof: ['accepted', 'rejected'],
} as const satisfies Record<string, readonly (string | boolean)[]>;

export type FactName = keyof typeof FACT_VALUES;
export type Facts = { readonly [name in FactName]: (typeof FACT_VALUES)[name][number] | null };

/** A dossier of which nothing is known: the start from which facts are filled. */
export const unknownFacts = Object.fromEntries(Object.keys(FACT_VALUES).map((name) => [name, null])) as unknown as Facts;
