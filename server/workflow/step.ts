import { type NationalStatus } from '../domain/diagram-words';
import { type Facts } from '../domain/facts';
import { type Wait } from './wait';

/** Kept in the position for good: keys, never names. Most dossiers need none. */
export type Variables = Readonly<Record<string, unknown>>;

/** What happened outside. `facts` are those of this moment, whole; they are never kept in the position. */
export type WorkflowEvent = { executionId: string; facts: Facts } & (
  | { kind: 'complete'; output?: Variables }
  | { kind: 'fail'; code: string; message: string }
  | { kind: 'fire' }
  | { kind: 'message'; output?: Variables }
);

/**
 * The position after a step. `state` is gzipped and holds no facts and no
 * diagram; `active` is the digest that the guard wants back (null at the end);
 * `statuses` are the national statuses of the elements entered in this step, in
 * order, `status` the last of them (null when none names one). `entered`, `done` and `flows` are element ids in the
 * order of this step, `now` those that hold the dossier: for the viewer.
 */
export type Step = {
  stale: false;
  state: Buffer;
  stateSha256: string;
  engineVersion: string;
  active: string | null;
  ended: boolean;
  waits: Wait[];
  opened: Wait[];
  closed: Wait[];
  status: NationalStatus | null;
  statuses: NationalStatus[];
  entered: string[];
  done: string[];
  flows: string[];
  now: string[];
};
export type Stale = { stale: true };
export type Position = { waits: Wait[]; active: string; now: string[] };
