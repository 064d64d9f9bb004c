import { z } from 'zod';
import { CHANNELS } from '../domain/channels';
import { filedPlace } from './cursor';
import { DossierSummary } from './dossier-shapes';
import { Cursor, Day, Id, Instant, NationalStatus, Phone, saying } from './shapes';
import { Bilingual } from './work-shapes';
import { told } from './told';

/** A code as people type and scan it: without spaces, in capitals; a foreign one is opaque and stays as it is. */
export const TypedCode = saying(60).transform((text) => text.replace(/\s/g, ''));

/** An identity number of any kind of paper, as it is kept: no spaces, dots or dashes, capitals. */
const TypedNumber = saying(40)
  .transform((text) => text.replace(/[\s.-]/g, '').toUpperCase())
  .refine(
    (text) => /^[0-9A-Z]{5,20}$/.test(text),
    told('Nhập số giấy tờ: 5 đến 20 chữ hoặc số.', 'Enter the number of the paper: 5 to 20 letters or digits.'),
  );

/** One way to look: by code, by words of the owner's name, by identity number or by telephone. */
export const DossierQuery = z
  .strictObject({
    code: TypedCode.optional(),
    words: saying(100).optional(),
    citizenNumber: TypedNumber.optional(),
    phone: Phone.optional(),
    after: filedPlace('dossiers').optional(),
    size: z.int().min(1).max(100).default(50),
  })
  .refine(({ code, words, citizenNumber, phone }) => [code, words, citizenNumber, phone].filter((one) => one !== undefined).length === 1, {
    ...told('Tìm theo một thứ: mã, tên, số giấy tờ hoặc số điện thoại.', 'Search by one of code, words, citizenNumber, phone.'),
  });

/** Enough to choose among people of one name; the number is shown by its end, the whole of it is on the dossier itself. */
export const FoundDossier = z.strictObject({
  id: Id,
  code: z.string().nullable(),
  procedureCode: z.string(),
  procedureName: z.string(),
  ownerName: z.string(),
  ownerNumberEnd: z.string().nullable(),
  submitterName: z.string(),
  centreName: z.string(),
  agencyName: z.string(),
  channel: z.enum(CHANNELS),
  status: NationalStatus,
  statusName: Bilingual,
  subStatus: z.string().nullable(),
  submittedAt: Instant,
  acceptedAt: Instant.nullable(),
  dueAt: Instant.nullable(),
  finishedAt: Instant.nullable(),
});
export type FoundDossier = z.infer<typeof FoundDossier>;

export const FoundPage = z.strictObject({ items: z.array(FoundDossier), next: Cursor.nullable() });
export type FoundPage = z.infer<typeof FoundPage>;

export const MyDossierPage = z.strictObject({ items: z.array(DossierSummary), next: Cursor.nullable() });
export type MyDossierPage = z.infer<typeof MyDossierPage>;

/**
 * All that a code alone opens to the public: the state, where to ask, and the
 * days that the receipt also shows; nothing of a person, and not which procedure
 * (TT 01/2018/TT-VPCP Art. 16). Null for a code that nobody was given: same
 * status, same shape.
 */
export const Tracking = z.strictObject({
  tracking: z
    .strictObject({
      code: z.string(),
      status: NationalStatus,
      statusName: Bilingual,
      meaning: Bilingual,
      centreName: z.string(),
      dueOn: Day.nullable(),
      finishedOn: Day.nullable(),
    })
    .nullable(),
});
export type Tracking = z.infer<typeof Tracking>;
