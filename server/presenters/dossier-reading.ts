import { type DossierReading } from '../contract/dossier-view-shapes';
import { isForApplicant } from '../domain/letter';
import { localDateOf } from '../domain/local-time';
import { displayAnswers, type DisplayItem } from '../forms/display';
import { type Answers } from '../forms/answers';
import { type FormDefinition } from '../forms/definition';
import { type Language } from '../domain/words/words';
import { type Actor } from '../policies/actor';
import { outsideActsFor } from '../policies/outside-acts';
import { isShownToApplicant } from '../policies/results';
import { type DossierRecord, type HouseRecord } from '../queries/dossiers/read-dossier';
import { presentDossier } from './dossier-summary';
import { presentHouseSide } from './house-side';
import { presentComponents, presentExtension, presentPause, presentSupplement, presentWithdrawal } from './record-in-house';
import { presentFee, presentLetter, presentParcel, presentPayment, presentResult } from './record-going-out';
import { presentTimeLeft } from './time-left';

type Read = { record: DossierRecord; house: HouseRecord | null };
type Common = Omit<DossierReading & { view: 'own' }, 'view' | 'outsideActs'>;

/** Shapes a dossier for its reader: whole for the office, and for owner and submitter what has reached them. */
export function presentReading(actor: Actor, { record, house }: Read): DossierReading {
  // what may still be asked follows from all that is on record, shown or not
  const outsideActs = outsideActsOf(actor, record);
  if (house) return { view: 'house', outsideActs, ...presentCommon(actor, record), ...presentHouseSide(actor, record.dossier, house) };
  return { view: 'own', outsideActs, ...presentCommon(actor, onlyWhatReachedThem(record)) };
}

/** Drafts and requests that nobody has signed or sent are the office's own. */
function onlyWhatReachedThem(record: DossierRecord): DossierRecord {
  const open = record.open.map(({ act }) => act);
  return {
    ...record,
    supplements: record.supplements.filter(({ issuedAt }) => issuedAt !== null),
    extensions: record.extensions.filter(({ state }) => state === 'delivered'),
    results: record.results.filter((result) => isShownToApplicant(record.dossier, result, open)),
    letters: record.letters.filter(({ form }) => isForApplicant(form)),
  };
}

function presentCommon(actor: Actor, record: DossierRecord): Common {
  const { dossier } = record;
  const wording = dossier.timeLimit?.['wording'];
  return {
    dossier: presentDossier(actor, record),
    timeLeft: presentTimeLeft(record.left),
    timeLimitWording: typeof wording === 'string' ? wording : null,
    owner: {
      kind: dossier.ownerPersonId === null ? 'organisation' : 'person',
      name: dossier.ownerName,
      number: dossier.ownerNumber,
      phone: dossier.ownerPhone,
    },
    submitter: { name: dossier.submitterName, relation: dossier.submitterRelation },
    officerName: record.officerName,
    returnAddress: dossier.returnAddress,
    answers: { vi: presentAnswers(record, 'vi'), en: presentAnswers(record, 'en') },
    components: presentComponents(record),
    supplements: record.supplements.map(presentSupplement),
    pauses: record.pauses.map(presentPause),
    extensions: record.extensions.map(presentExtension),
    withdrawals: record.withdrawals.map(presentWithdrawal),
    fees: record.fees.map(presentFee),
    payments: record.payments.map(presentPayment),
    results: record.results.map(presentResult),
    letters: record.letters.map(presentLetter),
    parcels: record.parcels.map(presentParcel),
  };
}

function outsideActsOf(actor: Actor, record: DossierRecord): DossierReading['outsideActs'] {
  return outsideActsFor(actor, record.open, record.dossier, {
    isWithdrawalAsked: record.withdrawals.some(({ state }) => state === 'asked'),
    isNumbered: record.results.some(({ number, state }) => number !== null && state !== 'void'),
    isOverdue: !record.dossier.finishedAt && record.left.state === 'overdue',
  });
}

function presentAnswers({ dossier, form, units, files }: DossierRecord, language: Language): Common['answers']['vi'] {
  const context = {
    channel: dossier.channel,
    case: dossier.caseKey,
    owner: dossier.ownerPersonId === null ? 'organisation' : 'person',
    today: localDateOf(dossier.submittedAt),
  };
  const names = {
    unit: (code: string) => units.get(code)?.replace(/^(Ủy ban nhân dân|UBND) /, ''),
    file: (id: string) => files.find((file) => file.id === id)?.displayName,
  };
  const pages = displayAnswers(form as FormDefinition, dossier.answers as Answers, context, language, names);
  return pages.map(({ id, title, items }) => ({ id, title, items: items.map(presentItem) }));
}

function presentItem(item: DisplayItem): Common['answers']['vi'][number]['items'][number] {
  if ('value' in item) return { ...item };
  return { ...item, rows: item.rows.map(({ id, title, lines }) => ({ id, title, lines: lines.map((line) => ({ ...line })) })) };
}
