import { type Audience } from './endpoint';

/** The duties that work on waiting steps. */
export const WORKERS = {
  kind: 'staff',
  duties: ['clerk', 'fee-collector', 'centre-head', 'division-head', 'officer', 'leader', 'clerical-officer', 'book-keeper'],
} as const satisfies Audience;

const readers = [...WORKERS.duties, 'inspector'] as const;

/** The duties that open dossiers. Administration opens none, and the post knows only its parcels. */
export const READERS: Audience = { kind: 'staff', duties: readers };
export const CITIZEN_OR_READER: Audience = { kind: 'citizen-or-staff', duties: readers };
export const INSPECTOR: Audience = { kind: 'staff', duties: ['inspector'] };
