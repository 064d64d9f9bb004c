import { z } from 'zod';
import { isDossierCodePattern } from '../domain/dossier-code';
import { ADMINISTRATOR } from './administration';
import { AgencyCode } from './administration-shapes';
import { describeRead, describeWrite } from './describe';
import { FormContent } from './form-content';
import { ProcedureContent } from './procedure-content';
import { Day, Id, Instant, saying } from './shapes';
import { told } from './told';

const MOST_XML = 1_000_000;
const Key = z
  .string()
  .regex(/^[a-z0-9]+([.-][a-z0-9]+)*$/)
  .max(60);
const VersionParams = z.strictObject({ versionId: Id });
const bilingual = z.strictObject({ vi: z.string(), en: z.string() });

/** What publishing answers; `isNew` is false where the newest version says exactly this already. */
const Publication = z.strictObject({ id: Id, key: z.string(), version: z.int(), isNew: z.boolean() });

const DiagramShape = z.strictObject({
  id: Id,
  key: z.string(),
  version: z.int(),
  name: z.string(),
  sha256: z.string(),
  engineVersion: z.string(),
  publishedAt: Instant,
  publishedBy: z.string(),
});

const CalendarDay = z.strictObject({
  onDate: Day,
  kind: z.enum(['off', 'make-up', 'closure']),
  name: saying(200),
  decision: saying(300),
  source: saying(500).nullable().default(null),
  /** Null: the whole province. */
  agencyCode: AgencyCode.nullable().default(null),
  /** Of a closure: whether the rule lets it move the dates of that body (R43). */
  movesDates: z.boolean().default(true),
});
const Hours = z.string().regex(/^\d{2}:\d{2}-\d{2}:\d{2}(,\d{2}:\d{2}-\d{2}:\d{2}){0,3}$/);

const ProvinceRules = {
  /** `{unit}`, `{yy}` or `{yyyy}`, `{mm}`, `{dd}` and a serial such as `{nnnn}`, each once. */
  dossierCodePattern: z
    .string()
    .max(60)
    .refine(
      isDossierCodePattern,
      told('Mẫu phải có {unit}, năm, {mm}, {dd} và một số thứ tự như {nnnn}.', 'The pattern names unit, year, month, day and one serial.'),
    ),
  /** Where the last of so many days is a day off; the ground is printed with the date. */
  lastDay: z.strictObject({ then: z.enum(['next-working-day', 'stays']), ground: saying(200) }),
};

/** What the office works by: forms, templates, drawings, procedures, the calendar. What is published never changes again. */
export const publishingEndpoints = {
  publishForm: describeWrite({
    id: 'publishForm',
    path: '/api/form-versions',
    summary: { vi: 'Ban hành biểu mẫu điện tử', en: 'Publish an e-form' },
    audience: ADMINISTRATOR,
    body: z.strictObject({ content: FormContent }),
    answer: Publication,
  }),
  publishTemplate: describeWrite({
    id: 'publishTemplate',
    path: '/api/template-versions',
    summary: { vi: 'Ban hành mẫu văn bản', en: 'Publish a template' },
    audience: ADMINISTRATOR,
    body: z.strictObject({ content: z.record(z.string(), z.unknown()) }),
    answer: Publication,
  }),
  publishDiagram: describeWrite({
    id: 'publishDiagram',
    path: '/api/diagram-versions',
    summary: { vi: 'Ban hành sơ đồ quy trình', en: 'Publish a diagram' },
    audience: ADMINISTRATOR,
    body: z.strictObject({ key: Key, name: saying(200), xml: z.string().max(MOST_XML) }),
    answer: Publication,
    refusals: ['diagram-invalid'],
  }),
  listDiagramVersions: describeRead({
    id: 'listDiagramVersions',
    path: '/api/diagram-versions',
    summary: { vi: 'Các phiên bản sơ đồ', en: 'List the diagram versions' },
    audience: ADMINISTRATOR,
    answer: z.strictObject({ items: z.array(DiagramShape.extend({ running: z.int() })) }),
  }),
  readDiagramVersion: describeRead({
    id: 'readDiagramVersion',
    path: '/api/diagram-versions/:versionId',
    summary: { vi: 'Xem một phiên bản sơ đồ', en: 'Read a diagram version' },
    audience: ADMINISTRATOR,
    params: VersionParams,
    answer: DiagramShape.extend({ xml: z.string() }),
  }),
  publishProcedure: describeWrite({
    id: 'publishProcedure',
    path: '/api/procedure-versions',
    summary: { vi: 'Ban hành phiên bản thủ tục', en: 'Publish a version of a procedure' },
    audience: ADMINISTRATOR,
    body: z.strictObject({ content: ProcedureContent }),
    answer: Publication,
  }),
  listProcedureVersions: describeRead({
    id: 'listProcedureVersions',
    path: '/api/procedure-versions',
    summary: { vi: 'Các phiên bản của một thủ tục', en: 'List the versions of a procedure' },
    audience: ADMINISTRATOR,
    query: z.strictObject({ code: z.string().regex(/^\d\.\d{6}$/) }),
    answer: z.strictObject({
      items: z.array(
        z.strictObject({
          id: Id,
          version: z.int(),
          name: bilingual,
          sourceDecision: z.string(),
          effectiveFromOn: Day,
          effectiveToOn: Day.nullable(),
          isVerified: z.boolean(),
          confirmedAt: Instant.nullable(),
          doubts: z.array(z.string()),
          publishedAt: Instant,
          publishedBy: z.string(),
        }),
      ),
    }),
  }),
  confirmProcedure: describeWrite({
    id: 'confirmProcedure',
    path: '/api/procedure-versions/:versionId/confirmation',
    summary: { vi: 'Xác nhận phiên bản thủ tục', en: 'Confirm a version of a procedure' },
    audience: ADMINISTRATOR,
    params: VersionParams,
    body: z.strictObject({ decision: saying(300) }),
    refusals: ['already-exists'],
  }),
  publishCalendar: describeWrite({
    id: 'publishCalendar',
    path: '/api/calendar-publications',
    summary: { vi: 'Công bố lịch làm việc', en: 'Publish the working calendar' },
    audience: ADMINISTRATOR,
    body: z.strictObject({ publishedFromOn: Day, publishedThroughOn: Day, decision: saying(300), days: z.array(CalendarDay).max(500) }),
    answer: z.strictObject({ publicationId: z.int() }),
    refusals: ['date-impossible'],
  }),
  setOfficeHours: describeWrite({
    id: 'setOfficeHours',
    path: '/api/office-hours',
    summary: { vi: 'Công bố giờ làm việc', en: 'Publish office hours' },
    audience: ADMINISTRATOR,
    body: z.strictObject({
      agencyCode: AgencyCode.nullable(),
      validFromOn: Day,
      /** Monday to Friday. */
      hours: z.strictObject({ '1': Hours, '2': Hours, '3': Hours, '4': Hours, '5': Hours }),
      decision: saying(300),
    }),
    refusals: ['already-exists'],
  }),
  decideProvinceRules: describeWrite({
    id: 'decideProvinceRules',
    method: 'PUT',
    path: '/api/province-rules',
    summary: {
      vi: 'Quyết định cấu trúc mã hồ sơ và cách tính ngày cuối của thời hạn',
      en: 'Decide how dossier codes look and how a limit in days ends',
    },
    audience: ADMINISTRATOR,
    body: z.strictObject({ ...ProvinceRules, decision: saying(300) }),
  }),
  readProvinceRules: describeRead({
    id: 'readProvinceRules',
    path: '/api/province-rules',
    summary: { vi: 'Cấu trúc mã hồ sơ và cách tính ngày cuối đang áp dụng', en: 'The rules of dossier codes and last days in force' },
    audience: ADMINISTRATOR,
    answer: z.strictObject(ProvinceRules),
  }),
  readCalendar: describeRead({
    id: 'readCalendar',
    path: '/api/calendar',
    summary: { vi: 'Lịch làm việc đã công bố', en: 'The published working calendar' },
    audience: { kind: 'anyone' },
    answer: z.strictObject({
      publications: z.array(
        z.strictObject({
          publishedFromOn: Day,
          publishedThroughOn: Day,
          decision: z.string(),
          isDemonstration: z.boolean(),
          publishedAt: Instant,
        }),
      ),
      days: z.array(
        z.strictObject({
          onDate: Day,
          kind: z.enum(['off', 'make-up', 'closure']),
          name: z.string(),
          decision: z.string(),
          agencyCode: z.string().nullable(),
        }),
      ),
      hours: z.array(z.strictObject({ agencyCode: z.string().nullable(), validFromOn: Day, hours: z.record(z.string(), z.string()) })),
    }),
  }),
};
