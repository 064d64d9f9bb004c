import { type FoldedDossier, foldJournal } from '../domain/journal';
import { type DossierRecord } from '../store/invariants';
import { findBrokenLink } from '../store/journal';
import { type DossierRow } from '../store/models/dossier';
import { type FeeLineRow } from '../store/models/fee-line';
import { type PauseRow } from '../store/models/pause';
import { type TaskRow } from '../store/models/task';

/** Where a record contradicts its own journal. */
export type FoldFault = { kind: FoldFaultKind; detail: string };
export type FoldFaultKind = 'journal-broken' | 'version-astray' | 'fold-differs';

/**
 * Holds a dossier's rows against its journal: the chain is whole, the version
 * counts the acts (a new dossier is version 1 and each act moves it one on), and
 * the folded journal says what the rows say.
 */
export function judgeRecord({ dossier, journal, open, pauses, fees }: DossierRecord): FoldFault[] {
  const faults: FoldFault[] = [];
  const broken = findBrokenLink(journal);
  if (broken !== undefined) faults.push({ kind: 'journal-broken', detail: `line ${broken}` });
  if (journal.length === 0) faults.push({ kind: 'journal-broken', detail: 'no line' });
  if (dossier.version !== journal.length + 1)
    faults.push({ kind: 'version-astray', detail: `version ${dossier.version} after ${journal.length} acts` });
  const said = sayFolded(foldJournal(journal.map(({ facts }) => facts)));
  const held = sayRows({ dossier, open, pauses, fees });
  for (const [name, value] of Object.entries(held))
    if (said[name] !== value) faults.push({ kind: 'fold-differs', detail: `${name}: journal ${said[name]}, rows ${value}` });
  return faults;
}

type Said = Record<string, string>;

function sayFolded(folded: FoldedDossier): Said {
  const { owner, open, pauses, fees, ...simple } = folded;
  return {
    ...said(simple),
    owner: `${owner?.personId ?? owner?.organisationId ?? null} ${owner?.name ?? null}`,
    open: sorted([...open].map(([executionId, elementId]) => `${elementId} ${executionId}`)),
    pauses: sorted(pauses.map(({ kind, ground, fromAt, toAt }) => `${kind} ${ground} ${fromAt} ${toAt}`)),
    fees: sorted([...fees].map(([key, { amountDong, state }]) => `${key} ${amountDong} ${state}`)),
  };
}

function sayRows({ dossier, open, pauses, fees }: { dossier: DossierRow; open: TaskRow[]; pauses: PauseRow[]; fees: FeeLineRow[] }): Said {
  const { code, status, subStatus, submittedAt, acceptedAt, receivedAt, dueAt, finishedAt } = dossier;
  return {
    ...said({ code, status, subStatus, submittedAt, acceptedAt, receivedAt, dueAt, finishedAt }),
    owner: `${dossier.ownerPersonId ?? dossier.ownerOrganisationId} ${dossier.ownerName}`,
    open: sorted(open.map(({ executionId, elementId }) => `${elementId} ${executionId}`)),
    pauses: sorted(pauses.map(({ kind, ground, fromAt, toAt }) => `${kind} ${ground} ${text(fromAt)} ${text(toAt)}`)),
    fees: sorted(fees.map(({ key, amountDong, state }) => `${key} ${amountDong} ${state}`)),
  };
}

function said(values: object): Said {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, text(value as Date | string | number | null)]));
}

function text(value: Date | string | number | null): string {
  return value instanceof Date ? value.toISOString() : String(value);
}

function sorted(lines: string[]): string {
  return lines.sort().join('; ');
}
