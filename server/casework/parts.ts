import { type WorkingCalendar } from '../domain/working-calendar';
import { type Transaction } from '../store/transaction';
import { type Workflow } from '../workflow/workflow';

/** The only source of the time of day; outside production it may be stepped. */
export type Clock = { now(): Date };

/** What commands need beside the database: the clock, the compiled diagrams and the published calendar. */
export type CaseworkParts = {
  clock: Clock;
  workflowOf(tx: Transaction, diagramVersionId: string): Promise<Workflow>;
  calendarOf(tx: Transaction, agencyId: number): Promise<WorkingCalendar>;
};
