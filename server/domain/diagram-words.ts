import { DUTIES } from './duties';
import { FACT_VALUES } from './facts';

/**
 * The closed vocabulary that diagrams are written in (the attributes `mc:`).
 * A word outside these lists is refused when a diagram is published, so that
 * a slip of the pen is found at the desk and not in a running dossier.
 */

/** Who may do a task: the duties, and the signer of an intake refusal, whom the procedure version names (clerk or head of the centre). */
export const DIAGRAM_DUTIES = [...DUTIES, 'intake-refusal-signer'] as const;

/** Which body: the one-stop centre, the competent agency, one that is consulted, a commune that verifies. The version or the instance's key says which. */
export const DIAGRAM_AGENCIES = ['centre', 'competent', 'consulted', 'verifying'] as const;

/** Acts that finish a user task. */
export const TASK_ACTS = [
  // intake
  'check-submission',
  'ask-completion',
  'refuse-intake',
  'return-refused',
  'answer-exemption',
  'tell-exempt',
  // in the house
  'forward',
  'confirm-forwarded',
  'receive-forwarded',
  'assign',
  'examine',
  'propose-supplement',
  'approve-supplement',
  'issue-supplement',
  'check-supplement',
  'inspect-site',
  'record-inspection',
  // other agencies
  'choose-agencies',
  'draft-opinion',
  'sign-opinion',
  'chase-agency',
  'choose-communes',
  'answer-verification',
  'sign-verification',
  'take-back-previous',
  'check-payment-proof',
  // result
  'draft-result',
  'review-proposal',
  'sign-result',
  'number-and-seal',
  'print-original',
  'record-wet-signature',
  'record-wet-seal',
  'scan-back',
  'enter-book',
  'deliver-to-centre',
  'confirm-result',
  // return
  'return-at-counter',
  'hand-to-post',
  'settle-failed-parcel',
  'return-refusal',
  'return-originals',
  // extension
  'draft-extension',
  'sign-extension',
  'deliver-extension',
] as const;
export type TaskAct = (typeof TASK_ACTS)[number];

/** Acts that send a message into the diagram. */
export const MESSAGE_ACTS = [
  'answer-completion',
  'record-no-completion',
  'answer-supplement',
  'answer-draft',
  'give-undertaking',
  'record-sector-number',
  'record-tax-notice',
  'record-payment',
  'hand-in-payment-proof',
  'change-return-way',
  'record-parcel-event',
  'consent-to-withdrawal',
] as const;
export type MessageAct = (typeof MESSAGE_ACTS)[number];
export type DiagramAct = TaskAct | MessageAct;

/** What a service task asks of the outbox. */
export const DIAGRAM_TOPICS = [
  'issue-receipt',
  'warn-unanswered',
  'warn-hand-over',
  'warn-supplement-limit',
  'ask-payment',
  'send-draft',
  'mark-silence',
  'send-consultation',
  'send-verification',
  'remind-verification',
  'mark-no-answer',
  'ask-undertaking',
  'send-to-tax',
  'deliver-tax-notice',
  'release-result',
] as const;
export type DiagramTopic = (typeof DIAGRAM_TOPICS)[number];

/**
 * Limits that the procedure version fills in (`named <limit>`). A version may
 * resolve one to no date at all: then it never rings and nothing is overdue.
 */
export const NAMED_LIMITS = [
  // set by law or decision
  'intake-answer',
  'completion-answer',
  'hand-over',
  'supplement-request',
  'supplement-answer',
  'first-request',
  'second-request',
  'refusal-notice',
  'consultation',
  'verification',
  'verification-reminder',
  'undertaking-answer',
  'draft-confirmation',
  // internal limits of the tasks (the agency's own decision on its internal route)
  'completion-request',
  'intake-refusal',
  'exemption-answer',
  'hand-over-confirmation',
  'assignment',
  'examination',
  'supplement-draft',
  'supplement-approval',
  'supplement-issue',
  'supplement-check',
  'site-inspection',
  'agency-choice',
  'opinion-receipt',
  'opinion-draft',
  'opinion-signature',
  'agency-chase',
  'commune-choice',
  'verification-signature',
  'previous-certificate',
  'payment-proof-check',
  'result-draft',
  'proposal-review',
  'signature',
  'numbering',
  'paper-result',
  'book-entry',
  'result-delivery',
  'result-confirmation',
  'result-return',
  'post-hand-over',
  'failed-parcel',
  'originals-return',
  'extension-draft',
  'extension-signature',
  'extension-delivery',
] as const;
export type NamedLimit = (typeof NAMED_LIMITS)[number];

/** Those that no version lists: the 15:00 rule is law, and how long a draft is shown stands with its clause. */
export const LIMITS_SAID_ELSEWHERE = ['hand-over', 'draft-confirmation'] as const;

export { NATIONAL_STATUSES, type NationalStatus } from './status';

export type DiagramWords = {
  duties: ReadonlySet<string>;
  agencies: ReadonlySet<string>;
  taskActs: ReadonlySet<string>;
  messageActs: ReadonlySet<string>;
  topics: ReadonlySet<string>;
  limits: ReadonlySet<string>;
  templates: ReadonlySet<string>;
  forms: ReadonlySet<string>;
  facts: Readonly<Record<string, readonly (string | boolean)[]>>;
};

/** The vocabulary of this house, with the templates and forms that are published now. */
export function diagramWords(published: { templates: Iterable<string>; forms: Iterable<string> }): DiagramWords {
  return {
    duties: new Set(DIAGRAM_DUTIES),
    agencies: new Set(DIAGRAM_AGENCIES),
    taskActs: new Set(TASK_ACTS),
    messageActs: new Set(MESSAGE_ACTS),
    topics: new Set(DIAGRAM_TOPICS),
    limits: new Set(NAMED_LIMITS),
    templates: new Set(published.templates),
    forms: new Set(published.forms),
    facts: FACT_VALUES,
  };
}
