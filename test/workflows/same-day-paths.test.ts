import { type Facts } from '../../server/domain/facts';
import { online, accept, examined, granted, agreed, signed, sealed, incomplete, supplement } from './story-parts';
import { type Line, type Story, tellStories } from './walk';

const counter: Partial<Facts> = { ...online, channel: 'counter', returnWay: 'counter', receiptNeeded: false };
const takenOver: Line = ['takeOver', { handOver: 'received' }];
const confirmed: Line = ['confirmResult', { handOver: 'received' }];
const toOfficer: Line[] = [accept, ['issueReceipt'], takenOver];
const draftedOnline: Line[] = [...toOfficer, examined, granted, ['sendDraft']];
const booked: Line[] = [...draftedOnline, agreed, signed, sealed, ['enterBook']];
const readyOnline: Line[] = [...booked, confirmed];
const counterDraft: Line[] = [accept, takenOver, examined, granted];
const paper: Partial<Facts> = { ...counter, resultKind: 'paper' };

const sameDay: Story[] = [
  ['online with e-result', online, [...readyOnline, ['releaseResult']], [1, 2, 4, 9, 10], 'returned'],
  [
    'at the counter before 15:00 without a receipt',
    counter,
    [...counterDraft, signed, sealed, ['enterBook'], confirmed, ['returnAtCounter']],
    [1, 2, 4, 9, 10],
    'returned',
  ],
  [
    'fee due at filing',
    { ...online, paymentDue: true, feeCleared: false },
    [...toOfficer, ['askPayment'], ['awaitFee', { paymentDue: false, feeCleared: true }], examined],
    [1, 2, 6, 4],
    'open:draftResult',
  ],
  [
    'a payment that does not reach the fee asks again',
    { ...online, paymentDue: true },
    [...toOfficer, ['askPayment'], ['awaitFee']],
    [1, 2, 6],
    'open:askPayment',
  ],
  ['a version that shows no draft', { ...online, draftConfirmation: false }, draftedOnline.slice(0, -1), [1, 2, 4], 'open:signResult'],
  ['silence for its time is agreement', online, [...draftedOnline, ['draftSilent'], ['markDraftSilence']], [1, 2, 4], 'open:signResult'],
  ['the applicant corrects the draft', online, [...draftedOnline, ['draftAnswered', { draft: 'changes' }]], [1, 2, 4], 'open:draftResult'],
  [
    'a refusal is not shown as a draft',
    online,
    [...toOfficer, examined, ['draftResult', { decision: 'refuse' }]],
    [1, 2, 4],
    'open:signResult',
  ],
  [
    'refused after appraisal',
    online,
    [...toOfficer, examined, ['draftResult', { decision: 'refuse' }], ['signResult', { decision: 'refuse' }], sealed, ['returnRefusal']],
    [1, 2, 4, 8],
    'refusedOrStopped',
  ],
  [
    'refused at intake',
    online,
    [['checkSubmission', { intake: 'refused' }], ['signIntakeRefusal'], ['returnRefused']],
    [1, 3],
    'refusedAtIntake',
  ],
  ['completed before acceptance', online, [...incomplete, ['completionArrived'], accept], [1, 2], 'open:issueReceipt'],
  [
    'not completed until its lawful last day',
    online,
    [...incomplete, ['completionOver'], ['signIntakeRefusal'], ['returnRefused']],
    [1, 3],
    'refusedAtIntake',
  ],
  ['cannot be completed', online, [...incomplete, ['completionAbandoned'], ['signIntakeRefusal']], [1, 3], 'open:returnRefused'],
  ['unanswered online', online, [['unanswered'], ['warnUnanswered']], [1], 'open:checkSubmission'],
  [
    'supplement through the centre',
    online,
    [
      ...toOfficer,
      ...supplement,
      ['supplementArrived'],
      ['checkSupplement', { supplement: 'incomplete' }],
      ['supplementArrived'],
      ['checkSupplement', { supplement: 'complete' }],
    ],
    [1, 2, 4, 5, 4],
    'open:examine',
  ],
  [
    'supplement not approved',
    online,
    [...toOfficer, ...supplement.slice(0, 2), ['approveSupplement', { supplementApproved: false }]],
    [1, 2, 4],
    'open:examine',
  ],
  [
    'supplement not answered in its lawful time',
    online,
    [...toOfficer, ...supplement, ['supplementOver']],
    [1, 2, 4, 5, 4],
    'open:draftResult',
  ],
  [
    'number of a sector system',
    { ...counter, sectorNumber: 'needed' },
    [...counterDraft, ['awaitSectorNumber']],
    [1, 2, 4],
    'open:signResult',
  ],
  ['the leader sends back', counter, [...counterDraft, ['signResult', { decision: 'back' }]], [1, 2, 4], 'open:draftResult'],
  [
    'the seal is refused and the signature void',
    counter,
    [...counterDraft, signed, ['numberAndSeal', { seal: 'void' }]],
    [1, 2, 4],
    'open:signResult',
  ],
  [
    'signed and sealed by hand',
    paper,
    [
      ...counterDraft,
      ['printOriginal'],
      ['recordWetSignature', { decision: 'grant' }],
      ['recordWetSeal', { seal: 'done' }],
      ['scanBack'],
      ['enterBook'],
      confirmed,
      ['returnAtCounter'],
    ],
    [1, 2, 4, 9, 10],
    'returned',
  ],
  [
    'the leader sends the original back',
    paper,
    [...counterDraft, ['printOriginal'], ['recordWetSignature', { decision: 'back' }]],
    [1, 2, 4],
    'open:draftResult',
  ],
  [
    'the original is spoiled',
    paper,
    [...counterDraft, ['printOriginal'], ['recordWetSignature', { decision: 'grant' }], ['recordWetSeal', { seal: 'void' }]],
    [1, 2, 4],
    'open:draftResult',
  ],
  [
    'a dossier that the officer did not receive in full goes back to the counter, and comes again',
    online,
    [accept, ['issueReceipt'], ['takeOver', { handOver: 'returned' }], ['forwardAgain'], takenOver],
    [1, 2, 4],
    'open:examine',
  ],
  [
    'a dossier that was sent back waits at the counter',
    online,
    [accept, ['issueReceipt'], ['takeOver', { handOver: 'returned' }]],
    [1, 2],
    'open:forwardAgain',
  ],
  [
    'a wrong result goes back to the officer, and is returned to nobody',
    online,
    [...booked, ['confirmResult', { handOver: 'returned' }]],
    [1, 2, 4],
    'open:deliverToCentre',
  ],
  [
    'a result that was sent back is done only once the centre has confirmed it',
    online,
    [...booked, ['confirmResult', { handOver: 'returned' }], ['deliverToCentre'], confirmed],
    [1, 2, 4, 9],
    'open:releaseResult',
  ],
  ['withdrawn by consent', online, [...draftedOnline, ['withdrawn'], ['returnOriginals']], [1, 2, 4, 7], 'withdrawnEnd'],
];

// the return is one part of both diagrams, and walked on the standard one
tellStories('same-day', sameDay, /^(?:awaitPayment|wayChanged\w+|handToPost|awaitParcel|parcel\w+|settleFailedParcel)$/);
