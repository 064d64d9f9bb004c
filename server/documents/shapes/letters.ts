import { z } from 'zod';
import { at, book, component, count, issuer, on, person, procedure, signer, words } from './parts';

/** Common to all letters of the centre. `reprint` marks the paper “(in lại)”; it is never a new act. */
const letter = { issuer, issuedOn: on, reprint: z.boolean(), dossierCode: words, procedure };
/** A legal limit and the article it comes from: neither is printed without the other. */
const answerBy = z.strictObject({ on, clause: words });

export const receipt = z.strictObject({
  ...letter,
  book,
  /** One page for each: “Giao khách hàng”, “Lưu”. */
  copies: z.array(words).min(1).max(3),
  owner: person,
  submitter: person,
  components: z.array(component).min(1),
  sets: count.min(1),
  /** The limit as the procedure names it: “03 ngày làm việc”. */
  timeLimit: words,
  /** The limit is the day itself, so that nothing is counted “after” it. */
  isSameDay: z.boolean().optional(),
  receivedAt: at,
  dueAt: at,
  secondPhase: z.strictObject({ receivedAt: at, dueAt: at }).optional(),
  /** Empty: no fee. `when` in words: “nộp trước khi nhận kết quả”. */
  fees: z.array(z.strictObject({ name: words, amountDong: count, when: words })),
  returnPlace: words,
  /** Online: the applicant signed the e-form, only the receiver signs here. */
  online: z.boolean(),
  receiver: z.strictObject({ name: words }),
});

export const supplementRequest = z.strictObject({
  ...letter,
  owner: person,
  items: z.array(component).min(1),
  reason: words,
  answerBy: answerBy.optional(),
  /** What the request does to the time limit, generated from the procedure version's rule. */
  clock: words.optional(),
  guide: z.strictObject({ name: words, phone: words }),
});

export const intakeRefusal = z.strictObject({
  ...letter,
  owner: person,
  online: z.boolean(),
  submittedAt: at,
  reasons: z.array(words).min(1),
  clause: words,
  guide: z.strictObject({ name: words, phone: words }),
  refuser: z.strictObject({ position: words.optional(), name: words }),
});

export const newDate = z.strictObject({
  ...letter,
  number: words,
  /** Extension: before the due date. Apology: after it. */
  kind: z.enum(['extension', 'apology']),
  owner: person,
  field: words,
  receivedAt: at,
  previousDueAt: at,
  newDueAt: at,
  /** The unit that did not finish in time. */
  unit: words,
  reason: words,
  recipients: z.array(words).min(1),
  signer,
});

export const stopNotice = z.strictObject({
  ...letter,
  number: words,
  owner: person,
  receivedAt: at,
  stoppedOn: on,
  reason: words,
  clause: words,
  /** What becomes of fees already paid. */
  money: words.optional(),
  /** What becomes of papers handed in. */
  papers: words.optional(),
  recipients: z.array(words).min(1),
  signer,
});

export const controlSlip = z.strictObject({
  ...letter,
  book,
  owner: person,
  receivedAt: at,
  dueAt: at,
  handlingAgency: words,
  coordinatingAgencies: z.array(words),
  handOvers: z
    .array(
      z.strictObject({
        from: words,
        to: words,
        givenAt: at,
        givenBy: words,
        receivedAt: at.optional(),
        receivedBy: words.optional(),
        outcome: words.optional(),
        note: words.optional(),
      }),
    )
    .min(1),
});
