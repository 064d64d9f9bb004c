import { type Channel, type ReturnWay } from './channels';
import { type NamedLimit, type NationalStatus } from './diagram-words';
import { type StaffDuty } from './duties';
import { type Words } from './words/words';

export type AuthorityFormula = 'none' | 'TM.' | 'Q.' | 'KT.' | 'TL.' | 'TUQ.';

/** A ground in law: the clause, and how sure the office is of it. An unsure one is configuration until an administrator confirms the version. */
export type Clause = { text: string; isSure: boolean };

/** A numbered book; `pattern` holds `{number}` and `{year}`, such as `{number}/TLHT-BS`. */
export type BookDescription = { key: string; name: string; pattern: string; keeper: StaffDuty };

/** What becomes of a paper in electronic form: scanned at intake, kept in the owner's repository for other dossiers, not asked for where a database has it. */
export type DigitisationDescription = { isScanned: boolean; isReusable: boolean; isFromDatabase: boolean };

/** Whose the result is, by case: the submitter's own, or a person or organisation that the form names (by the ids of its questions). */
export type OwnerDescription = {
  cases: readonly string[];
  owner:
    | { kind: 'submitter' }
    | { kind: 'person'; name: string; bornOn: string | null; sex: string | null; paper: string | null }
    | { kind: 'organisation'; name: string; taxCode: string | null };
};

/** One thing that is looked at; where it is a paper, one of the components. */
export type ChecklistItem = { key: string; duty: 'clerk' | 'officer'; component: string | null; ask: Words };

/** One paper of the dossier: the form, the checklist and the receipt may ask for these and no others. */
export type ComponentDescription = {
  key: string;
  name: Words;
  /** Cases that need it; empty: all. */
  cases: readonly string[];
  /** Channels that need it; empty: all. A declaration is replaced by the e-form online. */
  channels: readonly Channel[];
  /** A presented paper is looked at, noted and given back at once at the counter: it is never on the receipt. */
  manner: 'handed-in' | 'presented';
  isRequired: boolean;
  originals: number;
  certifiedCopies: number;
  photocopies: number;
  /** Kinds of file taken online; empty: only on paper. */
  accepts: readonly ('pdf' | 'jpeg' | 'png')[];
  megabytes: number;
  /** Returned to the applicant with the result. */
  isReturned: boolean;
  digitisation: DigitisationDescription;
  note: Words | null;
};

/** R24: a fee line carries kind, amount or "by council decision", wording, when due, refundable or not, account and validity. */
export type FeeDescription = {
  key: string;
  kind: 'phi' | 'le-phi';
  name: Words;
  /** Whole dong for each unit; null: set by a decision of the council that is not entered yet. */
  amountDong: number | null;
  /** The number in the answers that the amount is multiplied by (copies); null: once. */
  perAnswer: string | null;
  wording: Words;
  dueWhen: 'filing' | 'acceptance' | 'return';
  isRefundable: boolean;
  refundClause: Clause | null;
  exemptions: readonly { key: string; name: Words; clause: Clause }[];
  account: string | null;
  channels: readonly Channel[];
  validFromOn: string;
  validToOn: string | null;
};

/** The time that the law gives, for some channels and cases (empty: all), with the words that are published. `limit` null: no date is promised. */
export type TimeLimitDescription = {
  channels: readonly Channel[];
  cases: readonly string[];
  limit: string | null;
  wording: Words;
  clause: Clause;
};

/**
 * Everything that one version of a procedure names. The law is data: code never
 * branches on the procedure, it reads this. A version that is not `isVerified`
 * serves the demonstration; in production it is closed until an administrator
 * confirms it with its decision.
 */
export type ProcedureVersionContent = {
  code: string;
  name: Words;
  field: string;
  level: 'province' | 'commune';
  isVerified: boolean;
  doubts: readonly string[];
  sourceDecision: string;
  legalBases: readonly string[];
  effectiveFromOn: string;
  effectiveToOn: string | null;
  /** The commune that the applicant names, or one body by its code. */
  competence: { kind: 'commune' } | { kind: 'agency'; agencyCode: string };
  owners: readonly ('person' | 'organisation')[];
  ownerRules: readonly OwnerDescription[];
  /** Whether somebody else may file for the owner, and the component that proves the authority. */
  onBehalf: { isAllowed: boolean; authorisation: string | null; clause: Clause | null };
  diagram: string;
  form: string;
  isSameDay: boolean;
  filing: {
    online: { kind: 'own-form' } | { kind: 'outside'; name: string; address: string } | { kind: 'none'; reason: Words };
    isCounterOpen: boolean;
    isPostOpen: boolean;
    /** Steps that need presence, with their ground; empty: whole process online. */
    presence: readonly { step: Words; ground: Clause }[];
  };
  returnWays: readonly ReturnWay[];
  cases: readonly { key: string; name: Words }[];
  components: readonly ComponentDescription[];
  /** Components that the receipt lists: the papers that are handed in. */
  receipt: readonly string[];
  checklist: readonly ChecklistItem[];
  /** Photographs filed online are compared with the originals before the return, and by whom and when is recorded. */
  areOriginalsCompared: boolean;
  requirements: readonly Words[];
  /** Grounds on which the procedure may be refused or stopped. */
  stops: readonly { key: string; name: Words; clause: Clause }[];
  fees: readonly FeeDescription[];
  timeLimits: readonly TimeLimitDescription[];
  /** Limits of the diagram in the office's terms; null: no date is set. */
  limits: Readonly<Partial<Record<NamedLimit, string | null>>>;
  /** Whether a pause restarts the limit or extends it by its own length. */
  pauseRule: 'restart' | 'extend';
  /** The clause by which the clock stands while a tax or fee is to be paid; null: it runs on. */
  financialDutyPause: Clause | null;
  /** Who approves a request is drawn in the diagram. */
  supplement: {
    /** A further request in the same phase, where sector law allows it. */
    furtherClause: Clause | null;
    /** The citizen's last day exists only with its clause (R29). */
    answerWithin: { limit: string; clause: Clause } | null;
  };
  intakeRefusalSigner: 'clerk' | 'centre-head';
  /** Online, the draft is shown to the applicant; silence for this long is agreement, and marked. Null: no draft is shown. */
  draftConfirmation: { limit: string; clause: Clause } | null;
  signing: { position: string; formulas: readonly AuthorityFormula[]; seal: string };
  register: BookDescription;
  resultBook: BookDescription;
  refusalBook: BookDescription;
  result: {
    code: string;
    name: Words;
    kinds: readonly ('electronic' | 'paper')[];
    template: string;
    refusalTemplate: string;
    stopTemplate: string;
    /** The result itself is kept as data in the owner's repository. */
    digitisation: DigitisationDescription;
  };
  /** A number from a sector's own system is awaited before the signature. */
  needsSectorNumber: boolean;
  /** How the portal is told of states that no text settles; all others have one meaning. */
  statusMap: Readonly<Record<'awaiting-completion' | 'refused-after-appraisal' | 'stopped', NationalStatus>>;
};
