import { z } from 'zod';
import { PAUSE_KINDS } from '../domain/pauses';
import { DossierSummary, FeeLineShape, TaskShape } from './dossier-shapes';
import { Day, Dong, Id, Instant } from './shapes';
import { Bilingual, TimeLeft } from './work-shapes';

const line = z.strictObject({ path: z.string(), label: z.string(), value: z.string() });
const rows = z.array(z.strictObject({ id: z.string(), title: z.string(), lines: z.array(line) }));

/** The e-form's answers as a person reads them, page by page. */
const AnswerPage = z.strictObject({
  id: z.string(),
  title: z.string(),
  items: z.array(z.union([line, z.strictObject({ path: z.string(), label: z.string(), rows })])),
});

const FileShape = z.strictObject({
  id: Id,
  name: z.string(),
  kind: z.string(),
  byteSize: z.int(),
  pageCount: z.int().nullable(),
  /** `unscanned`: no scanner has seen it; `held`: a scanner refused it, and it cannot be opened. */
  scan: z.enum(['clean', 'unscanned', 'held', 'infected']),
  addedAt: Instant,
});

const ComponentShape = z.strictObject({
  key: z.string(),
  name: z.string(),
  isRequired: z.boolean(),
  originals: z.int(),
  certifiedCopies: z.int(),
  photocopies: z.int(),
  isElectronic: z.boolean(),
  checkState: z.enum(['unchecked', 'good', 'missing', 'wrong']),
  checkNote: z.string().nullable(),
  files: z.array(FileShape),
});

export const SupplementShape = z.strictObject({
  phase: z.enum(['intake', 'appraisal']),
  number: z.int(),
  state: z.enum(['proposed', 'approved', 'returned', 'issued', 'answered', 'complete', 'incomplete', 'cancelled']),
  reason: z.string(),
  ground: z.string().nullable(),
  items: z.array(z.strictObject({ kind: z.enum(['component', 'answer']), key: z.string(), what: z.string() })),
  answerUntilOn: Day.nullable(),
  answerClause: z.string().nullable(),
  issuedAt: Instant.nullable(),
  answeredAt: Instant.nullable(),
  checkedAt: Instant.nullable(),
});

const PauseShape = z.strictObject({
  kind: z.enum(PAUSE_KINDS),
  kindName: Bilingual,
  ground: z.string().nullable(),
  fromAt: Instant,
  toAt: Instant.nullable(),
});

const PaymentShape = z.strictObject({
  amountDong: Dong,
  method: z.enum(['cash', 'transfer', 'gateway', 'cash-on-delivery']),
  receiptNumber: z.string().nullable(),
  state: z.enum(['waiting', 'settled', 'refund-due', 'not-refundable', 'refunded', 'failed']),
  paidAt: Instant,
});

const ResultShape = z.strictObject({
  id: Id,
  outcome: z.enum(['grant', 'refuse', 'stop']),
  kind: z.enum(['electronic', 'paper']),
  state: z.enum(['draft', 'submitted', 'signed', 'sealed', 'void']),
  numberText: z.string().nullable(),
  issuedOn: Day.nullable(),
  draftedAt: Instant,
  releasedAt: Instant.nullable(),
  voidReason: z.string().nullable(),
  signatures: z.array(
    z.strictObject({
      role: z.enum(['leader', 'agency']),
      signerName: z.string(),
      authorityText: z.string().nullable(),
      signedAt: Instant,
      isVoid: z.boolean(),
    }),
  ),
});

export const LetterShape = z.strictObject({
  id: Id,
  form: z.string(),
  number: z.string().nullable(),
  sha256: z.string(),
  byteSize: z.int(),
  isSealed: z.boolean(),
  isReprint: z.boolean(),
  issuedAt: Instant,
});
export type LetterShape = z.infer<typeof LetterShape>;

const ParcelShape = z.strictObject({
  code: z.string(),
  carrierCode: z.string().nullable(),
  direction: z.enum(['to-office', 'to-home']),
  state: z.enum(['made', 'ordered', 'handed-over', 'moving', 'failed', 'returned', 'delivered', 'cancelled', 'lost']),
  attempts: z.int(),
  cashOnDeliveryDong: Dong,
  madeAt: Instant,
  handedOverAt: Instant.nullable(),
  finishedAt: Instant.nullable(),
});

const WithdrawalShape = z.strictObject({
  state: z.enum(['asked', 'consented', 'refused']),
  reason: z.string(),
  askedBy: z.string(),
  askedAt: Instant,
  decidedAt: Instant.nullable(),
  decisionNote: z.string().nullable(),
});

const ExtensionShape = z.strictObject({
  kind: z.enum(['extension', 'apology']),
  state: z.enum(['drafted', 'signed', 'delivered', 'dropped']),
  reason: z.string(),
  oldDueAt: Instant,
  newDueAt: Instant,
  deliveredAt: Instant.nullable(),
});

/** What owner, submitter and office alike may read. */
const common = {
  dossier: DossierSummary,
  timeLeft: TimeLeft,
  /** The limit in the words that are published with the procedure. */
  timeLimitWording: z.string().nullable(),
  owner: z.strictObject({
    kind: z.enum(['person', 'organisation']),
    name: z.string(),
    number: z.string().nullable(),
    phone: z.string().nullable(),
  }),
  submitter: z.strictObject({ name: z.string(), relation: z.string().nullable() }),
  /** The officer who handles it (NĐ 224/2026: the applicant is told who). */
  officerName: z.string().nullable(),
  returnAddress: z.record(z.string(), z.unknown()).nullable(),
  answers: z.strictObject({ vi: z.array(AnswerPage), en: z.array(AnswerPage) }),
  components: z.array(ComponentShape),
  supplements: z.array(SupplementShape),
  pauses: z.array(PauseShape),
  extensions: z.array(ExtensionShape),
  withdrawals: z.array(WithdrawalShape),
  fees: z.array(FeeLineShape),
  payments: z.array(PaymentShape),
  results: z.array(ResultShape),
  letters: z.array(LetterShape),
  parcels: z.array(ParcelShape),
  /** Acts beside the steps of the diagram that are open to this reader. */
  outsideActs: z.array(z.enum(['ask-withdrawal', 'decide-withdrawal', 'apologise'])),
};

/** What the applicant reads: only what has reached them, and nothing of how the office works inside. */
export const OwnDossier = z.strictObject({ view: z.literal('own'), ...common });
export type OwnDossier = z.infer<typeof OwnDossier>;

const WaitingTask = z.strictObject({ ...TaskShape.shape, mayClaim: z.boolean(), mayRelease: z.boolean(), mayTransfer: z.boolean() });

const Proposal = z.strictObject({
  outcome: z.enum(['grant', 'refuse', 'stop']),
  reason: z.string().nullable(),
  ground: z.string().nullable(),
  opinion: z.string().nullable(),
  state: z.enum(['proposed', 'agreed', 'back', 'decided', 'replaced']),
  proposedBy: z.string(),
  proposedAt: Instant,
  reviewedBy: z.string().nullable(),
  reviewedAt: Instant.nullable(),
  reviewNote: z.string().nullable(),
});

const HandOver = z.strictObject({
  kind: z.enum(['forward', 'result', 'post']),
  fromAgency: z.string(),
  toAgency: z.string(),
  givenBy: z.string(),
  givenAt: Instant,
  papers: z.array(z.string()),
  receivedBy: z.string().nullable(),
  receivedAt: Instant.nullable(),
  returnedAt: Instant.nullable(),
  returnedReason: z.string().nullable(),
});

/** The whole dossier as the office works on it. */
export const HouseDossier = z.strictObject({
  view: z.literal('house'),
  ...common,
  registerNumber: z.strictObject({ book: z.string(), year: z.int(), number: z.int() }).nullable(),
  tasks: z.array(WaitingTask),
  proposals: z.array(Proposal),
  /** Who has held the papers and the result, oldest first; the last one holds them now (R27). */
  custody: z.array(z.strictObject({ what: z.string(), holder: z.string(), holderName: z.string(), at: Instant })),
  handOvers: z.array(HandOver),
});
export type HouseDossier = z.infer<typeof HouseDossier>;

export const DossierReading = z.discriminatedUnion('view', [OwnDossier, HouseDossier]);
export type DossierReading = z.infer<typeof DossierReading>;
