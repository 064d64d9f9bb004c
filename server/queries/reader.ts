import { type WorkingCalendar } from '../domain/working-calendar';
import { type Actor } from '../policies/actor';
import { type Transaction } from '../store/transaction';

/**
 * What a query is handed: the transaction, the reader, the time, the published
 * calendar, and the list that becomes the access log. Every command's context is
 * one, too.
 */
export type Reader = {
  tx: Transaction;
  now: Date;
  actor: Actor;
  seen: { dossierId?: string; personId?: string; found?: number }[];
  parts: { calendarOf(tx: Transaction, agencyId: number): Promise<WorkingCalendar> };
};
