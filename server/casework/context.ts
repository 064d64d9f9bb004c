import { type Actor } from '../policies/actor';
import { type Transaction } from '../store/transaction';
import { type CaseworkParts } from './parts';

/** Whose data a staff read showed: one line of the access log. */
export type Seen = { dossierId?: string; personId?: string; found?: number };

/**
 * What every command is handed: who acts, when, in which transaction, and the
 * parts of the house that it may use. Nothing in a command asks for the time or
 * opens a transaction of its own.
 */
export type Context = {
  tx: Transaction;
  now: Date;
  actor: Actor;
  requestId: string;
  parts: CaseworkParts;
  /** A query puts here what it shows of people; the access log is written from it. */
  seen: Seen[];
  /** The dossier this act has locked, for the incident that names it. */
  touched: { dossierId: string | null };
};
