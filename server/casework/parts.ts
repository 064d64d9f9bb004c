import { type Clock } from '../domain/clock';
import { type WorkingCalendar } from '../domain/working-calendar';
import { type Transaction } from '../store/transaction';
import { type Workflow } from '../workflow/workflow';

export { type Clock };

/** What commands need beside the database: the clock, the compiled diagrams and the published calendar. */
export type CaseworkParts = {
  clock: Clock;
  workflowOf(tx: Transaction, diagramVersionId: string): Promise<Workflow>;
  calendarOf(tx: Transaction, agencyId: number): Promise<WorkingCalendar>;
};
