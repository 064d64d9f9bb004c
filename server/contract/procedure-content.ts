import { z } from 'zod';
import { LIMITS_SAID_ELSEWHERE, NAMED_LIMITS, NATIONAL_STATUSES } from '../domain/diagram-words';
import { parseLimitTerm } from '../domain/limit';
import { DUTIES, type StaffDuty } from '../domain/duties';
import { type ProcedureVersionContent } from '../domain/procedure';
import { parseTypedDate } from '../forms/values/typed-date';
import { checkProcedure } from './procedure-checks';
import { told } from './told';

const text = z.string().trim().min(1).max(2000);
const key = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
const answer = z.string().regex(/^[a-z][A-Za-z0-9]*$/);
const bilingual = z.strictObject({ vi: text, en: text });
const clause = z.strictObject({ text, isSure: z.boolean() });
const day = z.string().refine((value) => parseTypedDate(value) === value, 'a day of the calendar, YYYY-MM-DD');
const count = z.int().min(0).max(1000);
const channel = z.enum(['online', 'counter', 'post']);
const staffDuty = z.enum(DUTIES.filter((duty): duty is StaffDuty => duty !== 'submitter') as [StaffDuty, ...StaffDuty[]]);
/** A span in the office's terms; `named` and `before due` belong to diagrams. */
const span = z.string().refine(isSpan, 'a limit such as "3 working-days"');
const status = z.literal([...NATIONAL_STATUSES]);

const digitisation = z.strictObject({ isScanned: z.boolean(), isReusable: z.boolean(), isFromDatabase: z.boolean() });
const book = z.strictObject({ key, name: text, pattern: z.string().includes('{number}'), keeper: staffDuty });

const component = z.strictObject({
  key,
  name: bilingual,
  cases: z.array(key),
  channels: z.array(channel),
  manner: z.enum(['handed-in', 'presented']),
  isRequired: z.boolean(),
  originals: count,
  certifiedCopies: count,
  photocopies: count,
  accepts: z.array(z.enum(['pdf', 'jpeg', 'png'])),
  megabytes: z.int().min(1).max(200),
  isReturned: z.boolean(),
  digitisation,
  note: bilingual.nullable(),
});

const fee = z.strictObject({
  key,
  kind: z.enum(['phi', 'le-phi']),
  name: bilingual,
  amountDong: z.int().min(0).nullable(),
  perAnswer: answer.nullable(),
  wording: bilingual,
  dueWhen: z.enum(['filing', 'acceptance', 'return']),
  isRefundable: z.boolean(),
  refundClause: clause.nullable(),
  exemptions: z.array(z.strictObject({ key, name: bilingual, clause })),
  account: text.nullable(),
  channels: z.array(channel),
  validFromOn: day,
  validToOn: day.nullable(),
});

const owner = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('submitter') }),
  z.strictObject({ kind: z.literal('person'), name: answer, bornOn: answer.nullable(), sex: answer.nullable(), paper: answer.nullable() }),
  z.strictObject({ kind: z.literal('organisation'), name: answer, taxCode: answer.nullable() }),
]);

const online = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('own-form') }),
  z.strictObject({ kind: z.literal('outside'), name: text, address: z.url({ protocol: /^https$/ }) }),
  z.strictObject({ kind: z.literal('none'), reason: bilingual }),
]);

/**
 * The content of a procedure version as it comes in: from `workflows/procedures`
 * at seed time, from an administrator later. What this lets through is whole and
 * agrees with itself; code after it trusts it.
 */
export const ProcedureContent = z
  .strictObject({
    code: z.string().regex(/^\d\.\d{6}$/),
    name: bilingual,
    field: text,
    level: z.enum(['province', 'commune']),
    isVerified: z.boolean(),
    doubts: z.array(text),
    sourceDecision: text,
    legalBases: z.array(text).min(1),
    effectiveFromOn: day,
    effectiveToOn: day.nullable(),
    competence: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('commune') }),
      z.strictObject({ kind: z.literal('agency'), agencyCode: text }),
    ]),
    owners: z.array(z.enum(['person', 'organisation'])).min(1),
    ownerRules: z.array(z.strictObject({ cases: z.array(key), owner })).min(1),
    onBehalf: z.strictObject({ isAllowed: z.boolean(), authorisation: key.nullable(), clause: clause.nullable() }),
    diagram: key,
    form: text,
    isSameDay: z.boolean(),
    filing: z.strictObject({
      online,
      isCounterOpen: z.boolean(),
      isPostOpen: z.boolean(),
      presence: z.array(z.strictObject({ step: bilingual, ground: clause })),
    }),
    returnWays: z.array(channel).min(1),
    cases: z.array(z.strictObject({ key, name: bilingual })).min(1),
    components: z.array(component),
    receipt: z.array(key),
    checklist: z.array(z.strictObject({ key, duty: z.enum(['clerk', 'officer']), component: key.nullable(), ask: bilingual })),
    areOriginalsCompared: z.boolean(),
    requirements: z.array(bilingual),
    stops: z.array(z.strictObject({ key, name: bilingual, clause })),
    fees: z.array(fee),
    timeLimits: z
      .array(
        z.strictObject({
          channels: z.array(channel),
          cases: z.array(key),
          limit: z.union([z.literal('same-day'), span]).nullable(),
          wording: bilingual,
          clause,
        }),
      )
      .min(1),
    limits: z.partialRecord(z.enum(NAMED_LIMITS).exclude(LIMITS_SAID_ELSEWHERE), span.nullable()),
    pauseRule: z.enum(['restart', 'extend']),
    financialDutyPause: clause.nullable().default(null),
    supplement: z.strictObject({
      furtherClause: clause.nullable(),
      answerWithin: z.strictObject({ limit: span, clause }).nullable(),
    }),
    intakeRefusalSigner: z.enum(['clerk', 'centre-head']),
    draftConfirmation: z.strictObject({ limit: span, clause }).nullable(),
    signing: z.strictObject({
      position: text,
      formulas: z.array(z.enum(['none', 'TM.', 'Q.', 'KT.', 'TL.', 'TUQ.'])).min(1),
      seal: text,
    }),
    register: book,
    resultBook: book,
    refusalBook: book,
    result: z.strictObject({
      code: text,
      name: bilingual,
      kinds: z.array(z.enum(['electronic', 'paper'])).min(1),
      template: key,
      refusalTemplate: key,
      stopTemplate: key,
      digitisation,
    }),
    needsSectorNumber: z.boolean(),
    statusMap: z.strictObject({ 'awaiting-completion': status, 'refused-after-appraisal': status, stopped: status }),
  })
  .superRefine((content, context) => {
    for (const { path, reason } of checkProcedure(content))
      context.addIssue({ code: 'custom', path: [...path], ...told(reason.vi, reason.en) });
  }) satisfies z.ZodType<ProcedureVersionContent>;

/** The content, parsed once at the edge. Throws a ZodError that names every fault. */
export function parseProcedureContent(value: unknown): ProcedureVersionContent {
  return ProcedureContent.parse(value);
}

function isSpan(text: string): boolean {
  const term = parseLimitTerm(text);
  return term?.kind === 'span' && term.limit.unit !== 'same-day';
}
