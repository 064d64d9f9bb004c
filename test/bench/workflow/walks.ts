import { type Facts } from '../../../server/domain/facts';

/** What is answered, what the office knows from then on, and what the task puts out. */
export type Line = readonly [elementId: string, learned?: Partial<Facts>, output?: Record<string, unknown>];

/** One dossier's way through the diagram of sixty activities, from the filing to the end. */
export const SIXTY_WALK: readonly Line[] = [
  ['check', { intake: 'incomplete' }],
  ['ask'],
  ['completed'],
  ['check', { intake: 'accepted' }],
  ['receipt'],
  ['forward'],
  ['takeOver', { handOver: 'received' }],
  ['assign'],
  ['examine'],
  ['verify'],
  ['choose', {}, { agencies: ['fire', 'health', 'roads'] }],
  ['reckon'],
  ['opinion'],
  ['opinion'],
  ['askPayment'],
  ['visit'],
  ['opinion'],
  ['paid'],
  ['propose'],
  ['review', { proposal: 'agreed' }],
  ['draft'],
  ['sign'],
  ['seal'],
  ['book'],
  ['deliver'],
  ['confirm'],
  ['notify'],
  ['handOver', { returnWay: 'post' }],
  ['post'],
];

/** The same-day diagram: online, once supplemented, its draft corrected, to the electronic result. */
export const SAME_DAY_WALK: readonly Line[] = [
  ['checkSubmission', { intake: 'accepted' }],
  ['issueReceipt'],
  ['takeOver', { handOver: 'received' }],
  ['examine', { examination: 'supplement' }],
  ['draftSupplement'],
  ['approveSupplement', { supplementApproved: true }],
  ['issueSupplement'],
  ['supplementArrived'],
  ['checkSupplement', { supplement: 'complete' }],
  ['examine', { examination: 'qualified' }],
  ['draftResult', { decision: 'grant' }],
  ['sendDraft'],
  ['draftAnswered', { draft: 'agreed' }],
  ['signResult', { decision: 'grant' }],
  ['numberAndSeal', { seal: 'done' }],
  ['enterBook'],
  ['confirmResult', { handOver: 'received' }],
  ['releaseResult'],
];
