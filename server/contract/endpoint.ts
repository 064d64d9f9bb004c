import { type z } from 'zod';
import { type StaffDuty } from '../domain/duties';
import { type RefusalCode } from '../domain/refusal';

/** Who may knock at all; which dossier, and whether now, is decided in the policies. */
export type Audience =
  | { kind: 'anyone' }
  | { kind: 'signed-in' }
  | { kind: 'citizen' }
  | { kind: 'staff'; duties: readonly StaffDuty[] }
  | { kind: 'citizen-or-staff'; duties: readonly StaffDuty[] };

/** What may come in or go out beside JSON. A redirect goes out as the address that it leads to. */
export type Medium = 'json' | 'bytes' | 'redirect' | 'none';

/**
 * One described door: what comes in, what goes out, who may knock and what may
 * be refused. The router, the OpenAPI description, the matrix of who may and the
 * fuzz tests are all made from it.
 *
 * A write carries an `Idempotency-Key` header; where it changes a dossier or a
 * draft its body carries `expectedVersion`.
 */
export type Endpoint<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Answer extends z.ZodType = z.ZodType,
> = {
  id: string;
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  path: string;
  summary: { vi: string; en: string };
  audience: Audience;
  /** A read that takes a body (a search that may name a person) is a POST that writes nothing. */
  isWrite: boolean;
  /** False for sign-in, refresh, and acts whose answer is a secret: nothing of them is kept. */
  needsKey: boolean;
  params: Params;
  query: Query;
  body: Body;
  takes: Medium;
  answer: Answer;
  gives: Medium;
  status: 200 | 201 | 202 | 204 | 303;
  refusals: readonly RefusalCode[];
};

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the list of all endpoints erases each one's shapes
export type AnyEndpoint = Endpoint<any, any, any, any>;
