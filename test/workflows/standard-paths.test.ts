import { type Facts } from '../../server/domain/facts';
import { online, accept, signed, sealed, incomplete, supplement } from './story-parts';
import { type Line, type Story, tellStories } from './walk';

const toDivision: Line[] = [
  accept,
  ['issueReceipt'],
  ['forwardDossier'],
  ['confirmForwarded', { handOver: 'received' }],
  ['assignOfficer'],
];
const proposed: Line[] = [
  ...toDivision,
  ['examine', { examination: 'qualified' }],
  ['draftProposal', { decision: 'grant' }],
  ['reviewProposal', { proposal: 'agreed' }],
];
const delivered: Line[] = [...proposed, signed, sealed, ['deliverToCentre']];
const ready: Line[] = [...delivered, ['confirmResult', { handOver: 'received' }]];
const byPost: Partial<Facts> = { ...online, returnWay: 'post' };
const failed: Line[] = [...ready, ['handToPost'], ['parcelFailed']];

const standard: Story[] = [
  ['the result online', online, [...ready, ['releaseResult']], [1, 2, 4, 9, 10], 'returned'],
  ['the centre has the result only when it has confirmed', online, delivered, [1, 2, 4], 'open:confirmResult'],
  [
    'the centre sends the delivery back',
    online,
    [...delivered, ['confirmResult', { handOver: 'returned' }]],
    [1, 2, 4],
    'open:deliverToCentre',
  ],
  [
    'the division sends the dossier back',
    online,
    [accept, ['issueReceipt'], ['forwardDossier'], ['confirmForwarded', { handOver: 'returned' }]],
    [1, 2],
    'open:forwardDossier',
  ],
  [
    'handed over late',
    online,
    [accept, ['issueReceipt'], ['forwardLate'], ['warnForward'], ['forwardDossier'], ['confirmLate'], ['warnConfirm']],
    [1, 2],
    'open:confirmForwarded',
  ],
  [
    'fee due at acceptance',
    { ...online, paymentDue: true },
    [...toDivision, ['askPayment'], ['awaitFee', { paymentDue: false }]],
    [1, 2, 4, 6, 4],
    'open:examine',
  ],
  ['the limit for a supplement passes', online, [...toDivision, ['supplementLimit'], ['warnSupplementLimit']], [1, 2, 4], 'open:examine'],
  [
    'a supplement that is not sent yet asks nobody for anything',
    online,
    [...toDivision, ...supplement.slice(0, -1)],
    [1, 2, 4],
    'open:issueSupplement',
  ],
  [
    'supplement through the centre',
    online,
    [...toDivision, ...supplement, ['supplementArrived'], ['checkSupplement', { supplement: 'complete' }]],
    [1, 2, 4, 5, 4],
    'open:examine',
  ],
  [
    'no supplement, so a stop',
    online,
    [
      ...toDivision,
      ...supplement,
      ['supplementOver'],
      ['draftProposal', { decision: 'stop' }],
      ['reviewProposal', { proposal: 'agreed' }],
      ['signResult', { decision: 'stop' }],
      sealed,
      ['deliverToCentre'],
      ['confirmResult', { handOver: 'received' }],
      ['returnRefusal'],
    ],
    [1, 2, 4, 5, 4, 8],
    'refusedOrStopped',
  ],
  [
    'the division head sends back',
    online,
    [...proposed.slice(0, -1), ['reviewProposal', { proposal: 'back' }]],
    [1, 2, 4],
    'open:draftProposal',
  ],
  ['the leader sends back', online, [...proposed, ['signResult', { decision: 'back' }]], [1, 2, 4], 'open:draftProposal'],
  ['void before the seal', online, [...proposed, signed, ['numberAndSeal', { seal: 'void' }]], [1, 2, 4], 'open:signResult'],
  ['number of a sector system', { ...online, sectorNumber: 'needed' }, [...proposed, ['awaitSectorNumber']], [1, 2, 4], 'open:signResult'],
  [
    'unpaid until the return',
    { ...online, feeCleared: false },
    [...ready, ['awaitPayment', { feeCleared: true }], ['releaseResult']],
    [1, 2, 4, 9, 10],
    'returned',
  ],
  [
    'unpaid, then declared as cash on delivery',
    { ...byPost, feeCleared: false },
    [...ready, ['wayChangedUnpaid', { feeCleared: true }]],
    [1, 2, 4, 9],
    'open:handToPost',
  ],
  ['delivered by post', byPost, [...ready, ['handToPost'], ['parcelDelivered']], [1, 2, 4, 9, 10], 'returned'],
  [
    'a failed delivery stays at 9 and goes out again',
    byPost,
    [...failed, ['settleFailedParcel'], ['handToPost'], ['parcelDelivered']],
    [1, 2, 4, 9, 10],
    'returned',
  ],
  [
    'a failed cash on delivery, collected at the counter, is paid first',
    byPost,
    [
      ...failed,
      ['settleFailedParcel', { returnWay: 'counter', feeCleared: false }],
      ['awaitPayment', { feeCleared: true }],
      ['returnAtCounter'],
    ],
    [1, 2, 4, 9, 10],
    'returned',
  ],
  [
    'the applicant comes before the post does',
    byPost,
    [...ready, ['wayChangedBeforePost', { returnWay: 'counter' }], ['returnAtCounter']],
    [1, 2, 4, 9, 10],
    'returned',
  ],
  [
    'the applicant wants it sent after all',
    { ...online, returnWay: 'counter' },
    [...ready, ['wayChangedAtCounter', { returnWay: 'post' }]],
    [1, 2, 4, 9],
    'open:handToPost',
  ],
  [
    'extended once',
    online,
    [...toDivision, ['nearDue'], ['draftExtension', { extension: 'proposed' }], ['signExtension'], ['deliverExtension']],
    [1, 2, 4],
    'open:examine',
  ],
  ['not extended', online, [...toDivision, ['nearDue'], ['draftExtension', { extension: 'none' }]], [1, 2, 4], 'open:examine'],
  [
    'an open extension goes with the dossier',
    online,
    [...toDivision, ['nearDue'], ...ready.slice(toDivision.length), ['releaseResult']],
    [1, 2, 4, 9, 10],
    'returned',
  ],
  ['withdrawn by consent', online, [...proposed, ['withdrawn'], ['returnOriginals']], [1, 2, 4, 7], 'withdrawnEnd'],
  [
    'refused at intake',
    online,
    [['checkSubmission', { intake: 'refused' }], ['signIntakeRefusal'], ['returnRefused']],
    [1, 3],
    'refusedAtIntake',
  ],
  ['completed before acceptance', online, [...incomplete, ['completionArrived'], accept], [1, 2], 'open:issueReceipt'],
  ['cannot be completed', online, [...incomplete, ['completionAbandoned']], [1], 'open:signIntakeRefusal'],
  ['not completed until its lawful last day', online, [...incomplete, ['completionOver']], [1], 'open:signIntakeRefusal'],
  ['unanswered online', online, [['unanswered'], ['warnUnanswered']], [1], 'open:checkSubmission'],
];

tellStories('standard', standard, /^$/);
