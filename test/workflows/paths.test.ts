import { readFileSync } from 'node:fs';
import { type Facts } from '../../server/domain/facts';
import { checkStatusMove, type NationalStatus } from '../../server/domain/status';
import { type Line, walk } from './walk';

const online: Partial<Facts> = {
  channel: 'online',
  returnWay: 'online',
  receiptNeeded: true,
  paymentDue: false,
  feeCleared: true,
  sectorNumber: 'none',
  resultKind: 'electronic',
};
const counter: Partial<Facts> = { ...online, channel: 'counter', returnWay: 'counter', receiptNeeded: false };

const accept: Line = ['checkSubmission', { intake: 'accepted' }];
const examined: Line = ['examine', { examination: 'qualified' }];
const granted: Line = ['draftResult', { decision: 'grant' }];
const agreed: Line = ['draftAnswered', { draft: 'agreed' }];
const signed: Line = ['signResult', { decision: 'grant' }];
const sealed: Line = ['numberAndSeal', { seal: 'done' }];
const incomplete: Line[] = [['checkSubmission', { intake: 'incomplete' }], ['askCompletion']];
const supplement: Line[] = [
  ['examine', { examination: 'supplement' }],
  ['draftSupplement'],
  ['approveSupplement', { supplementApproved: true }],
  ['issueSupplement'],
];

/** Every named story of a diagram: what is known at filing, what happens, the statuses, and where it ends (or what stays open). */
type Story = [name: string, known: Partial<Facts>, lines: Line[], statuses: number[], last: string];

const toOfficer: Line[] = [accept, ['issueReceipt'], ['takeOver']];
const draftedOnline: Line[] = [...toOfficer, examined, granted, ['sendDraft']];
const readyOnline: Line[] = [...draftedOnline, agreed, signed, sealed, ['enterBook'], ['confirmResult']];
const counterDraft: Line[] = [accept, ['takeOver'], examined, granted];
const paper: Partial<Facts> = { ...counter, resultKind: 'paper' };

const sameDay: Story[] = [
  ['online with e-result', online, [...readyOnline, ['releaseResult']], [1, 2, 4, 9, 10], 'returned'],
  [
    'at the counter before 15:00 without a receipt',
    counter,
    [...counterDraft, signed, sealed, ['enterBook'], ['confirmResult'], ['returnAtCounter']],
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
  ['silence of a day is agreement', online, [...draftedOnline, ['draftSilent'], ['markDraftSilence']], [1, 2, 4], 'open:signResult'],
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
      ['confirmResult'],
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
  ['withdrawn by consent', online, [...draftedOnline, ['withdrawn'], ['returnOriginals']], [1, 2, 4, 7], 'withdrawnEnd'],
];

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

const seen: Record<string, Set<string>> = { 'same-day': new Set(), standard: new Set() };

describe.each([
  ['same-day', sameDay],
  ['standard', standard],
])('diagram %s', (diagram, stories) => {
  test.each(stories)('%s', async (_name, known, lines, statuses, last) => {
    const walked = await walk(diagram, known, lines);
    for (const id of walked.entered) seen[diagram]?.add(id);
    expect(walked.statuses).toEqual(statuses);
    walked.statuses
      .slice(1)
      .forEach((status, index) => checkStatusMove(walked.statuses[index] as NationalStatus, status as NationalStatus));
    if (last.startsWith('open:')) expect(walked.open).toContain(last.slice(5));
    else expect([walked.ended, walked.entered.includes(last)]).toEqual([true, true]);
  });
});

/** The return is one part of both diagrams, and walked on the second. */
const WALKED_THERE = /^(?:awaitPayment|wayChanged\w+|handToPost|awaitParcel|parcel\w+|settleFailedParcel)$/;

test.each(['same-day', 'standard'])('the stories go through every element of %s', (diagram) => {
  const xml = readFileSync(`workflows/diagrams/${diagram}/process.bpmn`, 'utf8');
  const ids = [...xml.matchAll(/<(?:\w*[tT]ask|\w*Gateway|\w*Event) id="([^"]+)"/g)].map(([, id = '']) => id);
  const missed = ids.filter((id) => !seen[diagram]?.has(id) && !(diagram === 'same-day' && WALKED_THERE.test(id)));
  expect(missed).toEqual([]);
});
