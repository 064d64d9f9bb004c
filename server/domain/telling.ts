import { type ReturnWay } from './channels';
import { type JournalFacts } from './journal';
import { type NoticeKind } from './words/notices';

/** An act as it went on record, with what the telling of it depends on. */
export type ActOnRecord = {
  readonly act: string;
  readonly facts: JournalFacts;
  /** The acts that the diagram waits for since this one. */
  readonly opened: readonly string[];
  /** The national status that the dossier has now. */
  readonly status: number;
  readonly returnWay: ReturnWay;
  /** Of the result that lives; null where there is none. */
  readonly outcome: 'grant' | 'refuse' | 'stop' | null;
};

/** Who takes the result or pays at the counter stands there; who chooses another way has chosen it: they are told nothing. */
const OWN_ACTS: readonly string[] = ['record-payment', 'change-return-way'];

/** What the applicant is told of, the first that fits: an act that says it by its name, or what the diagram waits for since. */
const TELLINGS: readonly (readonly [NoticeKind, (on: ActOnRecord) => boolean])[] = [
  ['submitted', ({ act }) => act === 'submit'],
  ['accepted', ({ act, facts }) => act === 'check-submission' && facts.acceptedAt !== undefined],
  ['completion-asked', ({ act }) => act === 'ask-completion'],
  ['refused', opens('return-refused')],
  ['fee-due', ({ act, facts }) => act === 'ask-payment' && Number(facts.detail?.['amountDong']) > 0],
  ['supplement-asked', ({ act }) => act === 'issue-supplement'],
  ['supplement-incomplete', ({ act, facts }) => act === 'check-supplement' && facts.detail?.['isComplete'] === false],
  ['clock-resumed', ({ act, facts }) => act === 'resume' || (act === 'check-supplement' && facts.detail?.['isComplete'] === true)],
  ['draft-shown', ({ act }) => act === 'send-draft'],
  ['extended', ({ act, facts }) => act === 'deliver-extension' && facts.detail?.['outcome'] !== 'lapsed'],
  ['apologised', ({ act }) => act === 'apologise'],
  ['date-moved', ({ act, facts }) => act === 'move-for-calendar' && facts.dueAt !== undefined],
  ['withdrawn', ({ act }) => act === 'consent-to-withdrawal'],
  ['withdrawal-refused', ({ act }) => act === 'refuse-withdrawal'],
  ['stopped', (on) => opens('return-refusal')(on) && on.outcome === 'stop'],
  ['refused', opens('return-refusal')],
  ['result-ready', (on) => opens('return-at-counter')(on) || (waitsForMoney(on) && on.returnWay === 'counter')],
  ['fee-due', waitsForMoney],
  ['released-online', ({ act }) => act === 'release-result'],
  ['handed-to-post', ({ act }) => act === 'hand-to-post'],
  ['parcel-failed', parcelIs('delivery-failed')],
  ['parcel-returned', parcelIs('returned')],
  ['parcel-returned', parcelIs('cancelled')],
  ['parcel-lost', parcelIs('lost')],
];

/**
 * What an applicant is told of an act: one message, or none. This list is the one
 * place that says so; a letter that the act sends is no second telling.
 */
export function noticeOf(on: ActOnRecord): NoticeKind | null {
  return TELLINGS.find(([, fits]) => fits(on))?.[0] ?? null;
}

function opens(act: string): (on: ActOnRecord) => boolean {
  return (on) => on.opened.includes(act) && !OWN_ACTS.includes(on.act);
}

/** The result is there and a fee is not: nothing is returned before it is paid (R08). */
function waitsForMoney(on: ActOnRecord): boolean {
  return on.status === 9 && opens('record-payment')(on);
}

/** Only what the diagram or a try at the door is about; reports on the way, and those that a person has to judge, are not told. */
function parcelIs(kind: string): (on: ActOnRecord) => boolean {
  return ({ act, facts }) => act === 'record-parcel-event' && facts.detail?.['kind'] === kind && facts.detail['trouble'] === undefined;
}
