import { z } from 'zod';
import { type RefusalCode } from '../domain/refusal';
import { describeWrite } from './describe';
import { DossierAnswer } from './dossier-shapes';
import { type Audience } from './endpoint';
import { DossierParams, ExpectedVersion } from './shapes';

/** What every act on one dossier may be refused for, beside what is its own. */
const OF_ACTS: readonly RefusalCode[] = [
  'stale',
  'step-not-open',
  'own-case',
  'held-by-colleague',
  'incident-open',
  'calendar-not-published',
];

/** Describes an act on one dossier: it names the version that was looked at, and answers the dossier as it then stands. */
export function describeDossierAct<Shape extends z.ZodRawShape>(parts: {
  id: string;
  method?: 'POST' | 'PUT';
  path: string;
  summary: { vi: string; en: string };
  audience: Audience;
  body: Shape;
  refusals?: readonly RefusalCode[];
}) {
  return describeWrite({
    ...parts,
    path: `/api/dossiers/:dossierId${parts.path}`,
    params: DossierParams,
    body: z.strictObject({ ...parts.body, expectedVersion: ExpectedVersion }),
    answer: DossierAnswer,
    refusals: [...OF_ACTS, ...(parts.refusals ?? [])],
  });
}

export const CLERK: Audience = { kind: 'staff', duties: ['clerk'] };
export const OFFICER: Audience = { kind: 'staff', duties: ['officer'] };
export const DIVISION_HEAD: Audience = { kind: 'staff', duties: ['division-head'] };
export const LEADER: Audience = { kind: 'staff', duties: ['leader'] };
export const CLERICAL_OFFICER: Audience = { kind: 'staff', duties: ['clerical-officer'] };
export const CITIZEN: Audience = { kind: 'citizen' };
export const CITIZEN_OR_CLERK: Audience = { kind: 'citizen-or-staff', duties: ['clerk'] };
