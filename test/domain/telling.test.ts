import { DIAGRAM_TOPICS, MESSAGE_ACTS, TASK_ACTS } from '../../server/domain/diagram-words';
import { type JournalFacts } from '../../server/domain/journal';
import { type ActOnRecord, noticeOf } from '../../server/domain/telling';
import { NOTICE_KINDS, type NoticeKind } from '../../server/domain/words/notices';

const on = (act: string, detail?: Record<string, unknown>, more: Partial<ActOnRecord> & { facts?: JournalFacts } = {}): ActOnRecord => ({
  act,
  facts: detail ? { detail } : {},
  opened: [],
  status: 4,
  returnWay: 'counter',
  outcome: null,
  ...more,
});
const after = (act: string, opened: string, more: Partial<ActOnRecord> = {}) => on(act, undefined, { opened: [opened], ...more });
const parcel = (kind: string, trouble?: string) => on('record-parcel-event', { kind, parcel: 'P1', ...(trouble ? { trouble } : {}) });

/** Event, act, and exactly what is told. */
const EVENTS: readonly (readonly [event: string, ActOnRecord, NoticeKind | null])[] = [
  ['filed online', on('submit'), 'submitted'],
  ['accepted', on('check-submission', undefined, { facts: { acceptedAt: '2026-11-25T02:00:00.000Z' } }), 'accepted'],
  ['the receipt is printed', on('issue-receipt'), null],
  ['found incomplete before acceptance', on('check-submission', { items: [] }), null],
  ['asked to complete it', after('ask-completion', 'answer-completion'), 'completion-asked'],
  ['its letter is issued', on('issue-letter', { form: 'form-02' }), null],
  ['completed', after('answer-completion', 'check-submission'), null],
  ['put forward for refusal', after('check-submission', 'refuse-intake'), null],
  ['refused at intake', after('refuse-intake', 'return-refused', { status: 3 }), 'refused'],
  ['its letter is issued', on('issue-letter', { form: 'form-03' }), null],
  ['the refused papers are fetched', on('return-refused'), null],
  ['handed over in the house', after('forward', 'confirm-forwarded'), null],
  [
    'the fee before the work is asked for',
    after('ask-payment', 'record-payment', { ...on('ask-payment', { amountDong: 16_000 }), status: 6 }),
    'fee-due',
  ],
  ['a fee is asked for whose amount nobody has decided', on('ask-payment', { amountDong: 0 }), null],
  ['paid, and the work begins', after('record-payment', 'examine'), null],
  ['a supplement is proposed', after('propose-supplement', 'approve-supplement'), null],
  ['the supplement is asked for', after('issue-supplement', 'answer-supplement'), 'supplement-asked'],
  ['answered', after('answer-supplement', 'check-supplement'), null],
  ['the answer is not complete', on('check-supplement', { isComplete: false }), 'supplement-incomplete'],
  ['the answer is complete', on('check-supplement', { isComplete: true }), 'clock-resumed'],
  ['the wait for it is over', on('resume'), 'clock-resumed'],
  ['a timer rings in the house', on('ring'), null],
  ['the draft is shown', after('send-draft', 'answer-draft'), 'draft-shown'],
  ['silence counts as agreement', on('mark-silence'), null],
  ['a new date is delivered', on('deliver-extension'), 'extended'],
  ['its letter is issued', on('issue-letter', { form: 'form-04' }), null],
  ['late, with an apology', on('apologise', { promisedOn: '2026-12-01' }), 'apologised'],
  ['a holiday moves the date', on('move-for-calendar', undefined, { facts: { dueAt: '2026-12-02T10:00:00.000Z' } }), 'date-moved'],
  ['a holiday moves a date of the house alone', on('move-for-calendar'), null],
  ['the withdrawal is asked for', on('ask-withdrawal'), null],
  ['withdrawn', after('consent-to-withdrawal', 'return-originals'), 'withdrawn'],
  ['the withdrawal is not consented to', on('refuse-withdrawal'), 'withdrawal-refused'],
  ['the leader has signed', after('sign-result', 'number-and-seal'), null],
  ['refused after appraisal', after('number-and-seal', 'return-refusal', { outcome: 'refuse' }), 'refused'],
  ['stopped', after('confirm-result', 'return-refusal', { outcome: 'stop' }), 'stopped'],
  ['its letter is issued', on('issue-letter', { form: 'form-05' }), null],
  ['the result is at the counter', after('confirm-result', 'return-at-counter', { status: 9 }), 'result-ready'],
  ['the result is at the counter and not paid', after('confirm-result', 'record-payment', { status: 9 }), 'result-ready'],
  ['paid at the counter', after('record-payment', 'return-at-counter', { status: 9 }), null],
  ['the result waits to be paid and goes online', after('confirm-result', 'record-payment', { status: 9, returnWay: 'online' }), 'fee-due'],
  ['the applicant takes another way', after('change-return-way', 'return-at-counter', { status: 9 }), null],
  ['returned at the counter', on('return-at-counter', undefined, { status: 10 }), null],
  ['released online', on('release-result', undefined, { status: 10, returnWay: 'online' }), 'released-online'],
  ['the post has the envelope', after('hand-to-post', 'record-parcel-event', { status: 9 }), 'handed-to-post'],
  ['the slips are printed', on('issue-letter', { form: 'postal-slip' }), null],
  ['a try at the door fails', parcel('delivery-failed'), 'parcel-failed'],
  ['the parcel comes back', parcel('returned'), 'parcel-returned'],
  ['the parcel is lost', parcel('lost'), 'parcel-lost'],
  ['the parcel is lost, and a person is to see to it', parcel('lost', 'parcel-lost'), null],
  ['two reports contradict each other', parcel('returned', 'parcel-contradiction'), null],
  ['delivered', parcel('delivered'), null],
  ['the parcel that came back waits at the counter', after('settle-failed-parcel', 'return-at-counter', { status: 9 }), 'result-ready'],
  ['a letter is printed again', on('reprint-letter', { form: 'form-01' }), null],
];

test.each(EVENTS.map(([event, act, kind]) => [event, kind ?? 'nothing', act] as const))('%s: %s is told', (_event, kind, act) => {
  expect(noticeOf(act) ?? 'nothing').toBe(kind);
});

test('every kind of message is told of some event of this table', () => {
  expect(new Set(EVENTS.flatMap(([, , kind]) => kind ?? []))).toEqual(new Set(NOTICE_KINDS));
});

test('by its name alone an act of a diagram tells what the table says, and all others nothing', () => {
  const told = [...TASK_ACTS, ...MESSAGE_ACTS, ...DIAGRAM_TOPICS].filter((act) => noticeOf(on(act)) !== null);
  expect(told.sort()).toEqual(
    [
      'ask-completion',
      'consent-to-withdrawal',
      'deliver-extension',
      'hand-to-post',
      'issue-supplement',
      'release-result',
      'send-draft',
    ].sort(),
  );
});
