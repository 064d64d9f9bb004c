import { parseLimitTerm } from '../domain/limit';
import { type Duty } from '../domain/duties';
import { type ProcedureVersionContent } from '../domain/procedure';
import { type NamedLimits, waitDueAt } from '../domain/wait-due';
import { wasOpenBefore } from '../store/task-history';
import { type OpenedTask } from '../store/steps';
import { type Wait } from '../workflow/workflow';
import { type Context } from './context';
import { type Case } from './read-case';

type DueWait = Pick<Wait, 'limit' | 'elementId'>;

/**
 * Turns what the diagram waits for into rows: which body, which person, by when.
 * Limits are in the office's terms and become dates here, once, when the wait
 * opens; pauses and a changed calendar move them later.
 */
export async function openedTasks(context: Context, subject: Case, waits: readonly Wait[]): Promise<OpenedTask[]> {
  const tasks: OpenedTask[] = [];
  for (const wait of waits) tasks.push(await openedTask(context, subject, wait));
  return tasks;
}

async function openedTask(context: Context, subject: Case, wait: Wait): Promise<OpenedTask> {
  const { dossier, procedure } = subject;
  const agencyId = agencyOf(subject, wait);
  return {
    elementId: wait.elementId,
    executionId: wait.executionId,
    kind: wait.kind,
    name: wait.name,
    act: wait.act,
    duty: wait.duty === 'intake-refusal-signer' ? procedure.intakeRefusalSigner : (wait.duty as Duty | null),
    agencyId,
    message: wait.message,
    topic: wait.topic,
    form: wait.form,
    template: wait.template,
    limitText: wait.limit,
    instanceIndex: wait.instance?.index ?? null,
    instanceKey: wait.instance?.key ?? null,
    assigneeId: wait.kind === 'user' && wait.duty === 'officer' ? dossier.officerId : null,
    dueAt: await dueAtOf(context, subject, wait, agencyId ?? dossier.agencyId),
  };
}

/** `centre` and `competent` come from the dossier; a consulted or verifying body is the key of the instance. */
function agencyOf({ dossier }: Case, { agency, instance }: Wait): number | null {
  if (agency === 'centre') return dossier.centreId;
  if (agency === 'competent') return dossier.agencyId;
  return agency !== null && instance?.key ? Number(instance.key) : null;
}

/** When a wait is due; null where no date is set. `before due` has no date while the dossier has none. */
export async function dueAtOf(context: Context, { dossier, procedure }: Case, wait: DueWait, agencyId: number): Promise<Date | null> {
  if (!wait.limit) return null;
  const term = parseLimitTerm(wait.limit);
  if (!term) throw new Error(`unknown limit: ${wait.limit}`);
  const isFirstHandOver =
    term.kind === 'named' && term.name === 'hand-over' && !(await wasOpenBefore(context.tx, dossier.id, wait.elementId));
  return waitDueAt({
    // the 15:00 rule counts from acceptance, not from the moment the receipt was printed
    openedAt: isFirstHandOver ? (dossier.acceptedAt ?? context.now) : context.now,
    term,
    dossierDueAt: dossier.dueAt,
    named: namedLimits(procedure),
    calendar: await context.parts.calendarOf(context.tx, agencyId),
  });
}

/** The limits that the procedure version fills in, read from the office's terms. */
export function namedLimits({ limits, draftConfirmation }: Pick<ProcedureVersionContent, 'limits' | 'draftConfirmation'>): NamedLimits {
  // how long the draft is shown stands beside its clause
  const named = { ...limits, 'draft-confirmation': draftConfirmation?.limit ?? null };
  const read = Object.entries(named).map(([name, text]) => {
    const term = text === null ? null : parseLimitTerm(text);
    if (term === undefined || (term && term.kind !== 'span')) throw new Error(`limit ${name} is not a span: ${text}`);
    return [name, term && term.limit] as const;
  });
  return Object.fromEntries(read);
}
