import { z } from 'zod';

/**
 * A procedure in the neutral shape: one JSON object a line, whatever it was
 * read from. It says what was published, so that every number can be null:
 * an unknown time or fee is never a zero.
 *
 * `time.unit` null: no due date can be made of it. `fees[].amount` null: no
 * amount can be made of it; 0 is "Miễn phí". A form of `true`: there is a form
 * file, its name is not known. `cut`: the text goes on in the source.
 */
const time = z.strictObject({
  value: z.number().nonnegative().nullable(),
  unit: z.enum(['working-day', 'day', 'hour', 'month']).nullable(),
  text: z.string(),
});
const fee = z.strictObject({
  amount: z.number().nonnegative().nullable(),
  unit: z.enum(['VND', 'USD']).nullable(),
  text: z.string(),
  note: z.string().nullable().default(null),
  cut: z.boolean().default(false),
});
const channelRow = z.strictObject({
  channel: z.enum(['online', 'post', 'direct']),
  time,
  fees: z.array(fee),
  note: z.string().nullable().default(null),
  glued: z.string().nullable().default(null),
  cut: z.boolean().default(false),
});
const count = z.number().int().nonnegative();
const item = z.strictObject({
  name: z.string(),
  form: z
    .union([z.string(), z.literal(true)])
    .nullable()
    .default(null),
  original: count,
  copy: count,
  cut: z.boolean().default(false),
});
const componentCase = z.strictObject({
  case: z.string().nullable(),
  items: z.array(item),
  text: z.string().nullable().default(null),
});
const result = z.strictObject({
  name: z.string(),
  code: z.string().nullable(),
  codeOk: z.boolean().default(true),
  cut: z.boolean().default(false),
});
const legalBase = z.strictObject({
  number: z.string().nullable(),
  name: z.string(),
  date: z.iso.date().nullable().default(null),
});
const text = z.string().nullable().default(null);

export const recordShape = z.strictObject({
  code: z.string().regex(/^\d\.\d{6}$/u),
  name: z.string().min(1),
  field: z.string(),
  ministry: text,
  kind: text,
  decision: text,
  portalId: text,
  levelsStated: z.array(z.enum(['ministry', 'province', 'commune', 'other'])),
  levelsJudged: z.array(z.enum(['province', 'commune'])),
  bodies: z.array(z.string()),
  bodiesAsWritten: z.array(z.string()).nullable().default(null),
  bodyKinds: z.array(z.string()),
  bodySource: z.enum(['list', 'page']).nullable().default(null),
  competentBody: text,
  coordinatingBodies: text,
  authorisedBody: text,
  intakeAddress: text,
  targets: z.array(z.string()),
  channels: z.array(channelRow),
  components: z.array(componentCase),
  results: z.array(result),
  legalBases: z.array(legalBase),
  requirements: text,
  requirementsCut: count.nullable().default(null),
  onlineForm: z.enum(['province', 'ministry', 'listed-no-place', 'none']),
  stepsChars: count,
  doubts: z.array(z.string()),
});

export type ProcedureRecord = z.infer<typeof recordShape>;
export type ChannelRow = z.infer<typeof channelRow>;
export type PublishedTime = z.infer<typeof time>;
export type PublishedFee = z.infer<typeof fee>;
export type ComponentCase = z.infer<typeof componentCase>;
export type ComponentItem = z.infer<typeof item>;
export type PublishedResult = z.infer<typeof result>;
export type LegalBase = z.infer<typeof legalBase>;
export type Level = 'province' | 'commune';
