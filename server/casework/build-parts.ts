import { type LastDayRule, type WorkingCalendar } from '../domain/working-calendar';
import { readCalendarMark, readCalendarRows, type CalendarRows } from '../store/office-calendar';
import { readDiagramVersion } from '../store/published-versions';
import { type Transaction } from '../store/transaction';
import { Workflow } from '../workflow/workflow';
import { calendarFrom } from './calendar-from';
import { type CaseworkParts, type Clock } from './parts';
import { findLastDayRule } from '../store/province-rules';

/**
 * The parts of one process. Diagrams are immutable and kept for good; the
 * calendar is kept until its mark in the database changes, so that a published
 * holiday counts in every process from the next act on.
 */
export function buildParts(clock: Clock): CaseworkParts {
  const workflows = new Map<string, Workflow>();
  const calendars = new Map<number, WorkingCalendar>();
  let known: { mark: string; rows: CalendarRows; lastDay: LastDayRule } | undefined;

  async function workflowOf(tx: Transaction, diagramVersionId: string): Promise<Workflow> {
    const kept = workflows.get(diagramVersionId);
    if (kept) return kept;
    const workflow = new Workflow((await readDiagramVersion(tx, diagramVersionId)).compiled);
    workflows.set(diagramVersionId, workflow);
    return workflow;
  }

  async function calendarOf(tx: Transaction, agencyId: number): Promise<WorkingCalendar> {
    const mark = await readCalendarMark(tx);
    if (known?.mark !== mark) {
      known = { mark, rows: await readCalendarRows(tx), lastDay: await findLastDayRule(tx) };
      calendars.clear();
    }
    const calendar = calendars.get(agencyId) ?? calendarFrom(known.rows, agencyId, known.lastDay);
    calendars.set(agencyId, calendar);
    return calendar;
  }

  return { clock, workflowOf, calendarOf };
}
