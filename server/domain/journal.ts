/**
 * What a journal entry says in a form that can be folded: the journal alone is
 * enough to rebuild a dossier's state, dates, pauses, owner, fees and open
 * steps. Instants are ISO 8601 in UTC. Only what an act changed is present.
 */
export type JournalFacts = {
  status?: number;
  subStatus?: string | null;
  code?: string;
  submittedAt?: string;
  acceptedAt?: string;
  receivedAt?: string;
  dueAt?: string | null;
  finishedAt?: string;
  owner?: { personId: string | null; organisationId: string | null; name: string };
  opened?: { executionId: string; elementId: string }[];
  closed?: string[];
  pauseOpened?: { kind: string; ground: string | null; at: string };
  pauseClosed?: { at: string };
  /** `amountDong` null: by a decision of the council that is not entered yet. */
  fees?: { key: string; amountDong: number | null; state: string }[];
  /** What a reader wants to know beside: reason, ground, numbers, names of papers. */
  detail?: Record<string, unknown>;
};

export type FoldedDossier = {
  code: string | null;
  status: number;
  subStatus: string | null;
  submittedAt: string | null;
  acceptedAt: string | null;
  receivedAt: string | null;
  dueAt: string | null;
  finishedAt: string | null;
  owner: JournalFacts['owner'] | null;
  open: Map<string, string>;
  pauses: { kind: string; ground: string | null; fromAt: string; toAt: string | null }[];
  fees: Map<string, { amountDong: number | null; state: string }>;
};

/** Rebuilds a dossier from its journal, oldest entry first. */
export function foldJournal(entries: readonly JournalFacts[]): FoldedDossier {
  const folded: FoldedDossier = {
    code: null,
    status: 1,
    subStatus: null,
    submittedAt: null,
    acceptedAt: null,
    receivedAt: null,
    dueAt: null,
    finishedAt: null,
    owner: null,
    open: new Map(),
    pauses: [],
    fees: new Map(),
  };
  for (const entry of entries) foldEntry(folded, entry);
  return folded;
}

function foldEntry(folded: FoldedDossier, entry: JournalFacts): void {
  folded.code = entry.code ?? folded.code;
  folded.status = entry.status ?? folded.status;
  folded.submittedAt = entry.submittedAt ?? folded.submittedAt;
  folded.acceptedAt = entry.acceptedAt ?? folded.acceptedAt;
  folded.receivedAt = entry.receivedAt ?? folded.receivedAt;
  folded.finishedAt = entry.finishedAt ?? folded.finishedAt;
  folded.owner = entry.owner ?? folded.owner;
  if (entry.subStatus !== undefined) folded.subStatus = entry.subStatus;
  if (entry.dueAt !== undefined) folded.dueAt = entry.dueAt;
  for (const executionId of entry.closed ?? []) folded.open.delete(executionId);
  for (const { executionId, elementId } of entry.opened ?? []) folded.open.set(executionId, elementId);
  for (const { key, amountDong, state } of entry.fees ?? []) folded.fees.set(key, { amountDong, state });
  if (entry.pauseClosed) {
    const running = folded.pauses.find((pause) => pause.toAt === null);
    if (running) running.toAt = entry.pauseClosed.at;
  }
  if (entry.pauseOpened) {
    const { kind, ground, at } = entry.pauseOpened;
    folded.pauses.push({ kind, ground, fromAt: at, toAt: null });
  }
}
